/**
 * A JSON Schema as people read types: `{ id: text, name: text 1–120, partnerId: text or null }`, a key a line where
 * that is long. Knows what zod writes; what it does not know it shows as JSON.
 */
import type { JsonSchema } from './openapi';

const width = 88;

export function typeText(schema: JsonSchema, indent = ''): string {
  const about = typeof schema.description === 'string' ? ` (${schema.description})` : '';
  return `${plain(schema, indent)}${about}`;
}

function plain(schema: JsonSchema, indent: string): string {
  const { anyOf, oneOf } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (anyOf ?? oneOf) return (anyOf ?? oneOf ?? []).map((one) => partText(one, indent)).join(' or ');
  // JSON Schema allows a list of types, which zod writes for what may be null; its own types do not know.
  const types: unknown = schema.type;
  if (Array.isArray(types))
    return types.map((type) => plain({ ...schema, type: type as 'string' }, indent)).join(' or ');
  switch (schema.type) {
    case 'object':
      return objectText(schema, indent);
    case 'array':
      return `[${schema.items === undefined || Array.isArray(schema.items) ? '…' : partText(schema.items, indent)}]${range(schema.minItems, schema.maxItems)}`;
    case 'string':
      return `text${range(schema.minLength, schema.maxLength)}${schema.pattern === undefined ? '' : ` /${schema.pattern}/`}`;
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'whole number' : 'number'}${range(bounded(schema.minimum), bounded(schema.maximum))}`;
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return 'any';
  }
}

function partText(part: JsonSchema | boolean, indent: string): string {
  return typeof part === 'boolean' ? 'any' : typeText(part, indent);
}

function objectText({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const keys = Object.entries(properties).map(
    ([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${partText(value, inner)}`,
  );
  const line = `{ ${keys.join(', ')} }`;
  if (keys.length === 0) return '{}';
  if (line.length <= width && !line.includes('\n')) return line;
  return `{\n${keys.map((key) => `${inner}${key}`).join('\n')}\n${indent}}`;
}

function range(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` ${least ?? 0} or more`;
  return least === undefined || least === 0 ? ` up to ${most}` : ` ${least}–${most}`;
}

/** Zod says of every whole number that a double can hold it. */
function bounded(bound: number | undefined): number | undefined {
  return Math.abs(bound ?? 0) === Number.MAX_SAFE_INTEGER ? undefined : bound;
}
