/**
 * The wire cannot change by accident: a fingerprint of every message, live and HTTP, stands here beside the version.
 * One hash a message, so that a failure says which has changed.
 */
import { meetingEventSchema } from '@mufakat/domain';
import { canonicalJson, sha256Hex, type JsonValue } from '@mufakat/record';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  coalitionCommandBody,
  comeBody,
  deleteCoalitionBody,
  deleteMeetingBody,
  eraseBody,
  demoBody,
  foundBody,
  linkBody,
  planBody,
  ticketBody,
} from './http';
import { downMessages, upMessages } from './messages';
import { refusalCodeSchema } from './refusal';
import { oldestServed, protocolVersion } from './version';

/** By version of the wire. Those of released versions are never touched again. */
const fingerprints: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: {
    'refusal codes': '2fbec6dd1c6ecd79',
    events: '2cf645d219877b9d',
    'up join': '7270ee8334cc9500',
    'up command': '38dccc2b036ff015',
    'up ballot': '30c76a103eca5d88',
    'up clock': '71fc596a20f27da3',
    'ack join': '0a38f98287fac7b2',
    'ack command': '51d31857f2ebc328',
    'ack ballot': '9122054d714e7b63',
    'ack clock': '093c7f81620879c9',
    'down events': '42ae8704026ccec8',
    'down pack': '4902c1711682cc6f',
    'down presence': 'b5721cf8e735c7d0',
    'down turnout': '7d36d56ea5f42892',
    'down refold': 'ebbc9daf8286cecc',
    'down waiting': 'b98a86bc712b68d3',
    'down gone': '795d0ef88f5828d0',
    'http found': '71e7a1bba0774bc1',
    'http coalition command': '9bca0f250ccd0409',
    'http plan': 'f48a9c26b5c37cc6',
    'http come': '78e9298b5bfe9167',
    'http delete coalition': '568e5eebc23d4432',
    'http delete meeting': '6a9ba2838f2f2a28',
    'http erase': '8d49fcc109cde567',
    'http demo': 'd9bdecc9279d45a5',
    'http link': 'e65d9f1d549b3048',
    'http ticket': '5a6d89735fe82535',
  },
};

const whatToDo = `
The wire has changed. If no server of protocol version ${protocolVersion} was released yet, put the new hash into version.test.ts.
Otherwise old clients are out there:
  1. raise protocolVersion in src/version.ts, and oldestServed to the version before it;
  2. keep the old shape beside the new one, and read both: the version before is still served (a new optional key
     up, or a key down that old clients' strict schemas would refuse, is a change too);
  3. add the new version's fingerprints to version.test.ts and leave the old ones as they are;
  4. where it is events: raise eventVersion too, and record a log of it (tests/golden/README.md);
  5. say it in README.md (Compatibility) and in CHANGELOG.md.
If only zod's way of writing JSON Schema has changed (an upgrade of zod, nothing else), replace the hashes.
`;

const messages = new Map<string, z.ZodType>([
  ['refusal codes', refusalCodeSchema],
  // Clients read what is inside events too. Their shapes have a version of their own: packages/domain/src/upcast.ts.
  ['events', meetingEventSchema],
  ...namesOf(upMessages).map((name): [string, z.ZodType] => [`up ${name}`, upMessages[name].message]),
  ...namesOf(upMessages).map((name): [string, z.ZodType] => [`ack ${name}`, upMessages[name].ack]),
  ...namesOf(downMessages).map((name): [string, z.ZodType] => [`down ${name}`, downMessages[name]]),
  ['http found', foundBody],
  ['http coalition command', coalitionCommandBody],
  ['http plan', planBody],
  ['http come', comeBody],
  ['http demo', demoBody],
  ['http delete coalition', deleteCoalitionBody],
  ['http delete meeting', deleteMeetingBody],
  ['http link', linkBody],
  ['http erase', eraseBody],
  ['http ticket', ticketBody],
]);

function namesOf<T extends object>(messages: T): (keyof T & string)[] {
  // Both unions are plain literals, which have no other keys.
  return Object.keys(messages) as (keyof T & string)[];
}

/** The list of refusal codes has a fingerprint of its own, or a new code would change that of every ack. */
function fingerprint(schema: z.ZodType): string {
  const shape: unknown = z.toJSONSchema(schema, {
    io: 'input',
    // The numbers of a tally are checked by nobody but who counts again.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === refusalCodeSchema && schema !== refusalCodeSchema) jsonSchema.enum = ['refusal code'];
    },
  });
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(shape)) as JsonValue)).slice(0, 16);
}

describe(`wire version ${protocolVersion}`, () => {
  const known = fingerprints[protocolVersion] ?? {};

  test.each([...messages.keys()])('%s is what it was', (name) => {
    expect(fingerprint(messages.get(name)!), whatToDo).toBe(known[name]);
  });

  test('no message has gone', () => {
    expect([...messages.keys()].sort(), whatToDo).toEqual(Object.keys(known).sort());
  });
});

test('this version is served, and at most the one before', () => {
  expect(oldestServed).toBeLessThanOrEqual(protocolVersion);
  expect(oldestServed).toBeGreaterThanOrEqual(Math.max(1, protocolVersion - 1));
  expect(Object.keys(fingerprints).map(Number)).toContain(oldestServed);
});

test('a fingerprint sees a new key, another limit and another choice', () => {
  const prints = [
    z.strictObject({ a: z.string().max(10) }),
    z.strictObject({ a: z.string().max(11) }),
    z.strictObject({ a: z.string().max(10), b: z.exactOptional(z.int()) }),
    z.strictObject({ a: z.enum(['x', 'y']) }),
    z.strictObject({ a: z.enum(['x', 'z']) }),
    z.object({ a: z.string().max(10) }),
  ].map(fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});
