/** The chain: links, leaves, stubs. */
import { describe, expect, test } from 'vitest';
import { checkLink, genesis, linkHash, sealEvent, type StubEvent } from './chain';
import { countedSalts, smallRecord } from './testing';

describe('the chain', () => {
  const { events } = smallRecord();
  const [first, second] = events;
  if (!first || !second) throw new Error('the small record has events');
  const stub = ({ seq, prev, leaf }: StubEvent): StubEvent => ({ seq, prev, leaf });

  test('begins with the stream itself', () => {
    expect(first.prev).toBe(genesis('m1'));
    expect(genesis('m1')).not.toBe(genesis('m2'));
    expect(checkLink(genesis('m2'), first)).toBe(false);
  });

  test('holds for events and for stubs of what one may not see', () => {
    expect(checkLink(linkHash(first), second)).toBe(true);
    expect(checkLink(linkHash(stub(first)), stub(second))).toBe(true);
    expect(checkLink(linkHash(second), second)).toBe(false);
  });

  test.each([
    ['type', { type: 'x' }],
    ['at', { at: 1 }],
    ['by', { by: null }],
    ['v', { v: 2 }],
    ['salt', { salt: 'f'.repeat(32) }],
    ['body', { body: {} }],
    ['seq', { seq: 9 }],
  ])('a changed %s breaks it', (_, change) => {
    expect(checkLink(second.prev, { ...second, ...change })).toBe(false);
  });

  test('erasing the openings changes neither leaf nor link', () => {
    expect(checkLink(genesis('m1'), { ...first, openings: {} })).toBe(true);
    const erased = { ...first, openings: {} };
    expect(linkHash(erased)).toBe(linkHash(first));
  });

  test('two events that say the same have two leaves, so that a stub tells nothing', () => {
    const event = { v: 1, seq: 1, at: 0, type: 't', by: null, prev: genesis('m1'), body: { secret: true } };
    const newSalt = countedSalts();
    expect(sealEvent(event, newSalt).leaf).not.toBe(sealEvent(event, newSalt).leaf);
  });
});
