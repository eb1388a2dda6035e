/** The page by which others write clients names everything that there is, with the numbers that hold. */
import { readFileSync } from 'node:fs';
import {
  coalitionCommandSchema,
  coalitionEventSchema,
  limits,
  meetingCommandSchema,
  meetingEventSchema,
} from '@mufakat/domain';
import { expect, test } from 'vitest';
import {
  closeCodes,
  documentMessages,
  documentPath,
  ownMessagesParameter,
  ticketParameter,
} from './document-wire';
import { wireLimits } from './limits';
import { downMessages, upMessages } from './messages';
import { protocolVersion } from './version';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const types = [
  coalitionCommandSchema,
  meetingCommandSchema,
  coalitionEventSchema,
  meetingEventSchema,
].flatMap((union) => union.options.map(({ shape }) => ({ type: shape.type.value, shape: shape })));

test.each(types)('$type is there, with its fields', ({ type, shape }) => {
  const row = rows().find((one) => one.split('|')[1]?.includes(`\`${type}\``));
  expect(row, type).toBeDefined();
  const known = `${row} ${row?.includes('seat') ? 'partnerId roles votes' : ''}`;
  for (const field of Object.keys(shape)) {
    if (field !== 'type' && !(field in partnerFields && row?.includes('partner,'))) {
      expect(known, `${type}: ${field}`).toMatch(new RegExp(`\\b${field}\\b`));
    }
  }
});

/** Said once, for two commands. */
const partnerFields = { name: 0, mark: 0, kind: 0, place: 0, weight: 0 };

test('every live message is there', () => {
  for (const name of [...Object.keys(upMessages), ...Object.keys(downMessages)]) {
    expect(readme).toContain(`\n| \`${name}\` | \``);
  }
});

test('numbers of the document protocol are those that hold', () => {
  for (const code of Object.values(closeCodes)) expect(readme).toContain(`\n| ${code} |`);
  for (const number of Object.values(documentMessages))
    expect(readme).toMatch(new RegExp(`\\| \`${number}[ \`]`));
  expect(readme).toContain(`${documentPath}<document>`);
  expect(readme).toContain(`${ownMessagesParameter}=1`);
  expect(readme).toContain(`${ticketParameter}=`);
});

test('limits are those that hold', () => {
  const kibi = 1024;
  for (const text of [
    `Version **${protocolVersion}**`,
    `A packet over ${wireLimits.eventFrameBytes / kibi} KiB`,
    `at most ${wireLimits.requestBytes / kibi} KiB`,
    `more than ${wireLimits.socketsPerSession} sockets`,
    `after ${wireLimits.signInMs / 1000} s`,
    `${wireLimits.presenceGraceMs / 1000} s of grace`,
    `${wireLimits.eventsPerFrame} events an answer`,
    `at most ${wireLimits.eventsPerPacks} events before an answer`,
    `Offline work, ≤ ${wireLimits.documentSyncBytes / kibi ** 2} MiB`.toLowerCase(),
    `Up ≤ ${wireLimits.documentFrameBytes / kibi} KiB`,
    `(${wireLimits.documentBytes / kibi ** 2} MiB)`,
    `≤ ${wireLimits.awarenessBytes / kibi} KiB of JSON`,
    `over ${3 * wireLimits.documentsPerSession} documents`,
    `${wireLimits.unreadBytes / kibi ** 2} MiB unread for ${wireLimits.unreadMs / 1000} s`,
    `newest first, at most ${wireLimits.versionsShown}:`,
    `${wireLimits.oldStatesAtOnce} old states of documents at once`,
    `one use, ${wireLimits.documentTicketMs / 1000} s`,
    `text1≤${limits.wordingLength}`,
    `hours: 1–${limits.doorHours}`,
    `heads: 1–${limits.peopleInMeeting}`,
  ]) {
    expect(readme.toLowerCase(), text).toContain(text.toLowerCase());
  }
  expect(1000 / wireLimits.coalesceMs).toBe(5);
});

function rows(): string[] {
  return readme.split('\n').filter((line) => line.startsWith('| `'));
}
