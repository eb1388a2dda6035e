/** Sealing and opening of names and free texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, isObject, type JsonValue } from './json';
import { countedSalts, jsonObject } from './testing';
import { commitmentsIn, openBody, sealBody } from './words';

describe('words', () => {
  test('stand as a commitment, with salt and text beside them', () => {
    const { body, openings } = sealBody({ title: { id: 'w1', text: 'Jalan' }, n: 1 }, countedSalts());
    expect(commitmentsIn(body)).toMatchObject([{ id: 'w1' }]);
    expect(canonicalJson(body)).not.toContain('Jalan');
    expect(openings).toEqual({ w1: { salt: '0'.repeat(32), text: 'Jalan' } });
  });

  test('that are erased open as erased', () => {
    const { body } = sealBody({ title: { id: 'w1', text: 'Jalan' } }, countedSalts());
    expect(openBody(body, {})).toEqual({ title: { id: 'w1', erased: true } });
  });

  test('are only objects of exactly that shape, below a key', () => {
    const body = { id: 'w1', text: 'a' };
    expect(sealBody(body, countedSalts())).toEqual({ body, openings: {} });
    const more = { a: { id: 'w1', text: 'a', lang: 'id' } };
    expect(sealBody(more, countedSalts()).body).toEqual(more);
  });

  test('the same text under two salts has two commitments', () => {
    const { body } = sealBody({ a: { id: '1', text: 'ya' }, b: { id: '2', text: 'ya' } }, countedSalts());
    expect(new Set(commitmentsIn(body).map(({ commitment }) => commitment)).size).toBe(2);
  });

  test('one id for two texts, a commitment in a body, a short salt: errors', () => {
    const twice = { a: { id: 'w1', text: 'a' }, b: { id: 'w1', text: 'b' } };
    expect(() => sealBody(twice, countedSalts())).toThrow('one id for two texts');
    expect(() => sealBody({ a: { id: 'w1', commitment: 'x' } }, countedSalts())).toThrow('of its own');
    expect(() => sealBody({ a: { id: 'w1', text: 'a' } }, () => 'short')).toThrow('salt');
  });

  test('opening is the inverse of sealing, on any JSON', () => {
    fc.assert(
      fc.property(jsonObject, (body) => {
        fc.pre(!bringsCommitment(body) && idsAreUnique(body));
        const sealed = sealBody(body, countedSalts());
        expect(canonicalJson(openBody(sealed.body, sealed.openings))).toBe(canonicalJson(body));
        for (const { text, salt } of Object.values(sealed.openings)) {
          expect(salt).toHaveLength(32);
          if (text.length > 20) expect(canonicalJson(sealed.body)).not.toContain(canonicalJson(text));
        }
      }),
      { numRuns: 500 },
    );
  });
});

function bringsCommitment(value: JsonValue): boolean {
  return walk(value).some((each) => Object.keys(each).sort().join() === 'commitment,id');
}

function idsAreUnique(value: JsonValue): boolean {
  const texts = walk(value).filter((each) => Object.keys(each).sort().join() === 'id,text');
  return new Set(texts.map(({ id }) => id)).size === texts.length;
}

function walk(value: JsonValue): Record<string, JsonValue>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isObject(value) ? [value] : []), ...Object.values(value).flatMap(walk)];
}
