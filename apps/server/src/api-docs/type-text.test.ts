import { expect, test } from 'vitest';
import * as z from 'zod';
import { typeText } from './type-text';

const said = (schema: z.ZodType) => typeText(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

test.each([
  [z.string().min(1).max(120), 'text 1–120'],
  [z.string().max(40), 'text up to 40'],
  [z.string().nullable(), 'text or null'],
  [z.string().regex(/^[a-z]+$/), 'text /^[a-z]+$/'],
  [z.enum(['yes', 'no']), '"yes" | "no"'],
  [z.int().min(1).max(8), 'whole number 1–8'],
  [z.int().min(0), 'whole number 0 or more'],
  [z.int(), 'whole number'],
  [z.array(z.boolean()).max(3), '[boolean] up to 3'],
  [z.strictObject({}), '{}'],
  [z.strictObject({ a: z.string(), b: z.exactOptional(z.null()) }), '{ a: text, b?: null }'],
  [z.string().describe('a name'), 'text (a name)'],
  [z.custom(), 'any'],
])('case %#', (schema, text) => {
  expect(said(schema as z.ZodType)).toBe(text);
});

test('a long object has a key a line', () => {
  const long = z.strictObject({
    one: z.string().describe('x'.repeat(60)),
    two: z.strictObject({ three: z.null() }),
  });
  expect(said(long)).toBe(`{\n  one: text (${'x'.repeat(60)})\n  two: { three: null }\n}`);
});
