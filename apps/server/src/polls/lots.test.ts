import { counted, fold, pollId, ruleWith, voting } from '@mufakat/domain/testing';
import type { Meeting } from '@mufakat/domain';
import { sha256Hex } from '@mufakat/record';
import { describe, expect, it } from 'vitest';
import { systemIds } from '../platform/ids';
import { freshLot, lotSeed } from './lots';

const keysOf = (secret: string) => ({ sign: (text: string) => sha256Hex(secret + text) });
const ports = { ids: systemIds, keys: keysOf('key') };

function meetingWith(lot?: { id: string; hash: string }): Meeting {
  const rule = ruleWith({ ladder: ['vote'], tie: { kind: 'lot' } });
  const state = fold([...voting({ rule, ...(lot && { lot }) }), counted(rule, 2, 2)]);
  if (state.status !== 'planned') throw new Error('unplanned');
  return state;
}

describe('a lot', () => {
  it('comes to the seed whose hash was told, after a restart too', () => {
    const lot = freshLot(ports, 'meeting');
    const seed = lotSeed({ ...ports, keys: keysOf('key') }, 'meeting', meetingWith(lot), pollId);
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256Hex(seed)).toBe(lot.hash);
  });

  it('is another for each poll and meeting', () => {
    const [one, two, other] = [
      freshLot(ports, 'meeting'),
      freshLot(ports, 'meeting'),
      freshLot(ports, 'other'),
    ];
    expect(new Set([one.hash, two.hash, other.hash]).size).toBe(3);
  });

  it('is lost with the key, in another meeting, and where there is none', () => {
    const lot = freshLot(ports, 'meeting');
    const meeting = meetingWith(lot);
    expect(lotSeed({ ...ports, keys: keysOf('new') }, 'meeting', meeting, pollId)).toBe('lost');
    expect(lotSeed(ports, 'other', meeting, pollId)).toBe('lost');
    expect(lotSeed(ports, 'meeting', meetingWith(), pollId)).toBe('lost');
    expect(lotSeed(ports, 'meeting', meeting, 'constructor')).toBe('lost');
  });
});
