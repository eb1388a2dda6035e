import type { Decision, Meeting, MeetingEvent } from '@mufakat/domain';
import { asking, closed, decisionId, fold, id, pollId, ruleWith } from '@mufakat/domain/testing';
import { beforeAll, expect, it, vi } from 'vitest';
import { startLanguage } from '../../i18n/language.svelte';
import { expiryWords } from './expiry-words';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('navigator', { languages: ['id-ID'] });
  await startLanguage();
});

const decided: MeetingEvent = {
  type: 'decision.decided',
  decisionId,
  outcome: 'decided',
  rung: 'consent',
  pollId,
  statement: { id: id(91), text: '' },
};

/** What is said at this moment of a decision whose last day this is, in Jakarta (UTC+7). */
function said(expires: string | null, now: number, ...then: MeetingEvent[]): string | null {
  const meeting = fold([...asking({ rule: ruleWith({ expires }) }), closed(true), ...then]) as Meeting;
  return expiryWords(meeting, meeting.decisions[decisionId] as Decision, now);
}

it('is in force through its last day, by the clock of the meeting', () => {
  const lastMinute = Date.UTC(2026, 11, 31, 16, 59);
  expect(said('2026-12-31', lastMinute, decided)).toMatch(/^berlaku sampai .*31/);
  expect(said('2026-12-31', lastMinute + 60_000, decided)).toMatch(/^tidak berlaku lagi sejak .*31/);
});

it('is said of what was decided for a time, and of nothing else', () => {
  expect(said(null, 0, decided)).toBeNull();
  expect(said('2026-12-31', 0)).toBeNull();
});
