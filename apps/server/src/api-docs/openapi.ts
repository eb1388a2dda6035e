/** The HTTP API as an OpenAPI 3.1 document, made from the table of operations and the schemas that parse the bodies. */
import type { RefusalCode } from '@mufakat/domain';
import * as z from 'zod';
import { statusOf } from '../platform/refusal-reply';
import manifest from '../../package.json';
import { refusalAnswer } from './answers';
import { operations, parameters, type Content, type Operation } from './operations';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

export interface Described {
  method: string;
  /** As OpenAPI has it: `/api/doors/{code}`. */
  path: string;
  group: string;
  summary: string;
  needs: Operation['needs'];
  parameters: {
    name: string;
    in: 'path' | 'query';
    required: boolean;
    description: string;
    schema: JsonSchema;
  }[];
  body: JsonSchema | null;
  answers: { status: string; about: string; media: string | null; schema: JsonSchema | null }[];
}

const everyWrite: readonly RefusalCode[] = [
  'malformed',
  'wrong_origin',
  'too_large',
  'too_many_requests',
  'storage_failed',
];

export const described: readonly Described[] = Object.entries(operations).map(([name, operation]) => {
  const [method = '', route = ''] = name.split(' ');
  return {
    method,
    path: route.replace(/:(\w+)/g, '{$1}'),
    group: operation.group,
    summary: operation.summary,
    needs: operation.needs,
    parameters: [...pathParameters(route), ...queryParameters(operation)],
    body: operation.body ? schemaOf(operation.body, 'input') : null,
    answers: [...answersOf(operation), ...refusalsOf(operation, method)],
  };
});

export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mufakat',
      version: manifest.version,
      description:
        'Coming in, and what is not live. Facts travel over Socket.IO and texts over y-websocket: packages/protocol describes them. ' +
        'Unknown keys in a body are refused. Every answer that is not 2xx says a code and a sentence.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(described.map(({ group }) => group))].map((name) => ({ name })),
    paths: pathsOf(described),
    components: {
      schemas: { Refusal: schemaOf(refusalAnswer, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'mufakat',
          description:
            'Set by the first answer that lets somebody in; __Host-mufakat where the address is https.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN of the settings.' },
      },
    },
  };
}

function pathsOf(all: readonly Described[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of all) (paths[one.path] ??= {})[one.method.toLowerCase()] = operationOf(one);
  return paths;
}

function operationOf({ group, summary, needs, parameters: given, body, answers }: Described): object {
  return {
    tags: [group],
    summary,
    ...(given.length > 0 ? { parameters: given } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: Object.fromEntries(
      answers.map(({ status, about, media, schema }) => [
        status,
        { description: about, ...(media ? { content: { [media]: schema ? { schema } : {} } } : {}) },
      ]),
    ),
    security: needs === 'nothing' ? [] : [{ [needs]: [] }],
  };
}

function pathParameters(route: string): Described['parameters'] {
  return [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: parameters[name] ?? '',
    schema: { type: 'string' },
  }));
}

function queryParameters({ query = {} }: Operation): Described['parameters'] {
  return Object.entries(query).map(([name, { schema, about }]) => ({
    name,
    in: 'query',
    required: false,
    description: about,
    schema: schemaOf(schema, 'input'),
  }));
}

function answersOf({ answers }: Operation): Described['answers'] {
  return Object.entries(answers).map(([status, { about, content }]) => ({
    status,
    about,
    ...written(content),
  }));
}

function written(content: Content): { media: string | null; schema: JsonSchema | null } {
  if (content === null) return { media: null, schema: null };
  if ('media' in content) return { media: content.media, schema: null };
  return { media: 'application/json', schema: schemaOf(content, 'output') };
}

/** One answer a status, with the codes that come with it. Where rules say no it is 409. */
function refusalsOf({ refusals, needs, body }: Operation, method: string): Described['answers'] {
  const codes = new Set<RefusalCode>([
    ...refusals,
    ...(needs === 'session' ? (['not_signed_in'] as const) : []),
    ...(method === 'GET' ? [] : everyWrite),
  ]);
  const byStatus = new Map<number, string[]>(
    body && method === 'POST' ? [[409, ['what the rules say']]] : [],
  );
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, named]) => ({
      status: String(status),
      about: `refused: ${named.join(', ')}`,
      media: 'application/json',
      schema: { $ref: '#/components/schemas/Refusal' },
    }));
}

/** What the bodies' own parser says; without the dialect, which OpenAPI 3.1 has for all. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
