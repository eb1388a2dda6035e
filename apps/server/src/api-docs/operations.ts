/**
 * Every route of the server, described once: `METHOD /path` as Fastify has it. A route without a line here, or a line
 * without a route, fails the test beside it.
 *
 * To add one: its body and answer as schemas (packages/protocol, answers.ts), then a line here; a parameter in the path
 * that is new is said in `parameters`.
 */
import type { RefusalCode } from '@mufakat/domain';
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
} from '@mufakat/protocol';
import { documentKinds } from '@mufakat/shared-docs';
import * as z from 'zod';
import {
  agendaAnswer,
  cameIn,
  coalitionAnswer,
  demoAnswer,
  demoEnd,
  demoSources,
  documentVersions,
  done,
  doorAnswer,
  entered,
  founded,
  healthAnswer,
  invitationAnswer,
  linkAnswer,
  ownData,
  planned,
  sessionAnswer,
  ticketAnswer,
} from './answers';

/** A schema is JSON; a text names its media type; null: no body. */
export type Content = z.ZodType | { media: string } | null;

export interface Operation {
  group: 'Coming in' | 'Coalitions' | 'Meetings' | 'The server';
  summary: string;
  /** `session`: the cookie must be there, and have a place where the path leads; `token`: see /metrics. */
  needs: 'nothing' | 'session' | 'token';
  body?: z.ZodType;
  /** Query parameters, each as text. */
  query?: Readonly<Record<string, { schema: z.ZodType; about: string }>>;
  answers: Readonly<Record<number, { about: string; content: Content }>>;
  /** Refusals of its own; those that every write can meet are added. */
  refusals: readonly RefusalCode[];
}

export const parameters: Readonly<Record<string, string>> = {
  code: 'the open code of a meeting; small letters, blanks and hyphens do no harm',
  coalitionId: 'id of the coalition',
  meetingId: 'id of the meeting',
  personId: 'id of a person in the meeting',
  kind: `of a document: ${documentKinds.join(', ')}`,
  id: 'of what the document belongs to: its meeting, decision or goal',
  n: 'number of an update of the document, from 1',
};

const html = { media: 'text/html' };
const json = { media: 'application/json' };
const calendar = { media: 'text/calendar' };
const markdown = { media: 'text/markdown' };
const id = z.string().describe('made by the client and kept over retries: the same id is never done twice');

/** Of a union of commands, the one that a route takes. */
function commandOf<T extends z.ZodType & { shape: { type: z.ZodLiteral } }>(
  { options }: { options: readonly T[] },
  type: string,
): T {
  const found = options.find(({ shape }) => shape.type.value === type);
  if (!found) throw new Error(`there is no command ${type}`);
  return found;
}

export const operations: Readonly<Record<string, Operation>> = {
  'GET /api/session': {
    group: 'Coming in',
    summary: 'Who this device is: the coalitions and meetings where it has a seat',
    needs: 'nothing',
    answers: { 200: { about: 'also without a session', content: sessionAnswer } },
    refusals: [],
  },
  'DELETE /api/session': {
    group: 'Coming in',
    summary: 'Sign out: the session is gone, and its lines are ended',
    needs: 'nothing',
    body: z.strictObject({}),
    answers: { 204: { about: 'signed out', content: null } },
    refusals: [],
  },
  'GET /api/doors/:code': {
    group: 'Coming in',
    summary: 'The meeting behind an open code',
    needs: 'nothing',
    answers: { 200: { about: 'what stands at the door', content: doorAnswer } },
    refusals: ['code_unknown', 'code_expired', 'too_many_requests', 'blocked'],
  },
  'POST /api/doors/:code': {
    group: 'Coming in',
    summary: 'Come in by the open code, as a guest, to wait where the waiting room is on',
    needs: 'nothing',
    body: comeBody,
    answers: {
      201: { about: 'came in; the session’s cookie is set', content: cameIn },
      200: { about: 'this session is in already', content: cameIn },
    },
    refusals: ['code_unknown', 'code_expired', 'blocked'],
  },
  'GET /api/doors/:code/invitation.ics': {
    group: 'Coming in',
    summary: 'The meeting behind an open code as a calendar file',
    needs: 'nothing',
    answers: { 200: { about: 'the calendar file', content: calendar } },
    refusals: ['code_unknown', 'code_expired', 'too_many_requests'],
  },
  'POST /api/links': {
    group: 'Coming in',
    summary: 'Exchange the secret of a personal link for its seat',
    needs: 'nothing',
    body: linkBody,
    answers: { 200: { about: 'came in; the session’s cookie is set', content: entered } },
    refusals: ['link_invalid'],
  },
  'POST /api/tickets': {
    group: 'Coming in',
    summary: 'A one-use ticket for a document, where no cookie can go',
    needs: 'session',
    body: ticketBody,
    answers: { 200: { about: 'good once, for 30 seconds', content: ticketAnswer } },
    refusals: ['not_found'],
  },
  'POST /api/coalitions': {
    group: 'Coalitions',
    summary: 'Found a coalition',
    needs: 'nothing',
    body: foundBody.extend({
      id,
      command: commandOf(foundBody.shape.command, 'coalition.found'),
    }),
    answers: { 201: { about: 'founded; the session’s cookie is set', content: founded } },
    refusals: ['creation_closed'],
  },
  'GET /api/coalitions/:coalitionId': {
    group: 'Coalitions',
    summary: 'A coalition and its meetings',
    needs: 'session',
    answers: { 200: { about: 'as it is now', content: coalitionAnswer } },
    refusals: ['not_found'],
  },
  'DELETE /api/coalitions/:coalitionId': {
    group: 'Coalitions',
    summary: 'Delete a coalition with all its meetings, for ever; its founder, who types its name again',
    needs: 'session',
    body: deleteCoalitionBody.extend({ id }),
    answers: { 204: { about: 'deleted', content: null } },
    refusals: ['not_found', 'not_allowed', 'title_differs', 'meeting_in_session'],
  },
  'GET /api/coalitions/:coalitionId/link': {
    group: 'Coalitions',
    summary: 'The founder’s personal link',
    needs: 'session',
    answers: { 200: { about: 'the link', content: linkAnswer } },
    refusals: ['not_found'],
  },
  'POST /api/coalitions/:coalitionId/commands': {
    group: 'Coalitions',
    summary: 'Change a coalition',
    needs: 'session',
    body: coalitionCommandBody.extend({ id }),
    answers: { 200: { about: 'done, and on disk', content: done } },
    refusals: ['not_found'],
  },
  'POST /api/coalitions/:coalitionId/meetings': {
    group: 'Coalitions',
    summary: 'Plan a meeting; whoever plans it has the chair',
    needs: 'session',
    body: planBody.extend({ id, command: commandOf(planBody.shape.command, 'meeting.plan') }),
    answers: { 201: { about: 'planned', content: planned } },
    refusals: ['not_found'],
  },
  'GET /api/coalitions/:coalitionId/meetings/:meetingId/agenda': {
    group: 'Coalitions',
    summary: 'The agenda of an earlier meeting, to start the next from',
    needs: 'session',
    answers: { 200: { about: 'as adopted, else as its document stands', content: agendaAnswer } },
    refusals: ['not_found'],
  },
  'DELETE /api/meetings/:meetingId': {
    group: 'Meetings',
    summary: 'Delete a meeting with its record and texts, for ever; a chair, who types its title again',
    needs: 'session',
    body: deleteMeetingBody.extend({ id }),
    answers: { 204: { about: 'deleted', content: null } },
    refusals: ['not_found', 'not_allowed', 'title_differs', 'meeting_in_session'],
  },
  'GET /api/demo': {
    group: 'Coming in',
    summary: 'Whether the demo can be entered here, and where its figures come from',
    needs: 'nothing',
    answers: { 200: { about: 'the offer', content: demoSources } },
    refusals: [],
  },
  'POST /api/demo': {
    group: 'Coming in',
    summary:
      'A copy of the demo for a day, in one of its seats; not there where the server does not offer it',
    needs: 'nothing',
    body: demoBody,
    answers: { 201: { about: 'made; the session’s cookie is set', content: demoAnswer } },
    refusals: ['not_found', 'demo_full'],
  },
  'GET /api/meetings/:meetingId/demo': {
    group: 'Meetings',
    summary: 'When this copy of the demo ends; null where the meeting is no demo',
    needs: 'session',
    answers: { 200: { about: 'the time', content: demoEnd } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/people/:personId/link': {
    group: 'Meetings',
    summary: 'A person’s link: one’s own, or anyone’s for those who let people in',
    needs: 'session',
    answers: { 200: { about: 'the link', content: linkAnswer } },
    refusals: ['not_found', 'not_allowed', 'link_invalid'],
  },
  'GET /api/meetings/:meetingId/me.json': {
    group: 'Meetings',
    summary: 'What the server holds of whoever asks, also of who waits or was removed, as a file',
    needs: 'session',
    answers: { 200: { about: 'the file', content: ownData } },
    refusals: ['not_found'],
  },
  'DELETE /api/meetings/:meetingId/me': {
    group: 'Meetings',
    summary: 'Be erased from the meeting: names go, the seat with them, and every device is signed out of it',
    needs: 'session',
    body: eraseBody.extend({ id }),
    answers: { 204: { about: 'erased, on disk', content: null } },
    refusals: ['not_found', 'person_unknown', 'last_chair'],
  },
  'GET /api/meetings/:meetingId/invitation': {
    group: 'Meetings',
    summary: 'The invitation as an e-mail in the meeting’s language, to be sent by people',
    needs: 'session',
    answers: { 200: { about: 'subject and text', content: invitationAnswer } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/invitation.ics': {
    group: 'Meetings',
    summary: 'The meeting as a calendar file',
    needs: 'session',
    answers: { 200: { about: 'the calendar file', content: calendar } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/record.json': {
    group: 'Meetings',
    summary: 'The record as a file that anyone can verify (packages/record)',
    needs: 'session',
    answers: { 200: { about: 'the file', content: json } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/record.html': {
    group: 'Meetings',
    summary: 'The record as a page',
    needs: 'session',
    query: { lang: { schema: z.enum(['id', 'en']), about: 'else as Accept-Language prefers' } },
    answers: { 200: { about: 'the page', content: html } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/minutes.html': {
    group: 'Meetings',
    summary: 'The minutes as a page to read, print and sign',
    needs: 'session',
    query: { lang: { schema: z.enum(['id', 'en']), about: 'else as Accept-Language prefers' } },
    answers: { 200: { about: 'the page', content: html } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/minutes.md': {
    group: 'Meetings',
    summary: 'The minutes as Markdown',
    needs: 'session',
    query: { lang: { schema: z.enum(['id', 'en']), about: 'else as Accept-Language prefers' } },
    answers: { 200: { about: 'the text', content: markdown } },
    refusals: ['not_found'],
  },
  'GET /api/meetings/:meetingId/minutes.json': {
    group: 'Meetings',
    summary:
      'The minutes for programs: `paper` as in MinutesPaper of packages/domain; `prose` is a draft’s, part by part, as canonical text',
    needs: 'session',
    answers: { 200: { about: '`{ format, version, paper, prose }`', content: json } },
    refusals: ['not_found'],
  },
  'GET /api/documents/:kind/:id/history': {
    group: 'Meetings',
    summary:
      'What became of a shared text: its versions, by whom and when, and who is behind which Yjs client id',
    needs: 'session',
    answers: { 200: { about: 'the newest versions, newest first', content: documentVersions } },
    refusals: ['not_found'],
  },
  'GET /api/documents/:kind/:id/at/:n': {
    group: 'Meetings',
    summary: 'A shared text as it was',
    needs: 'session',
    answers: { 200: { about: 'one Yjs update (version 1)', content: { media: 'application/octet-stream' } } },
    refusals: ['not_found', 'too_many_requests', 'server_busy'],
  },
  'GET /api/docs': {
    group: 'The server',
    summary: 'This description as a page',
    needs: 'nothing',
    answers: { 200: { about: 'the page', content: html } },
    refusals: [],
  },
  'GET /api/docs/openapi.json': {
    group: 'The server',
    summary: 'This description as OpenAPI 3.1',
    needs: 'nothing',
    answers: { 200: { about: 'the description', content: json } },
    refusals: [],
  },
  'GET /api/docs/docs.css': {
    group: 'The server',
    summary: 'The page’s style sheet',
    needs: 'nothing',
    answers: { 200: { about: 'the style sheet', content: { media: 'text/css' } } },
    refusals: [],
  },
  'GET /healthz': {
    group: 'The server',
    summary: 'Whether store and rooms are well',
    needs: 'nothing',
    answers: {
      200: { about: 'all is well', content: healthAnswer },
      503: { about: 'something is ill', content: healthAnswer },
    },
    refusals: [],
  },
  'GET /metrics': {
    group: 'The server',
    summary:
      'Numbers for the operator, in Prometheus’ text format; without the token from this machine alone',
    needs: 'token',
    answers: { 200: { about: 'the numbers', content: { media: 'text/plain' } } },
    refusals: ['not_found'],
  },
};
