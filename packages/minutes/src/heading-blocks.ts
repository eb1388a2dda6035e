/** What stands at the top, and the meeting's course. */
import type { MinutesTurn } from '@mufakat/domain';
import { people, personName, moment, said, type Page } from './page';
import type { Block } from './sheet';

export function headingBlocks(page: Page): Block[] {
  const { say, times } = page;
  const { heading } = page.paper.facts;
  const { openedAt, closedAt, startsAt, place, callUrl } = heading;
  const from = openedAt === null ? say.head.notOpened : times.clockInZone(openedAt);
  const open = page.paper.status === 'draft' ? say.head.running : say.head.closedLater;
  const to = closedAt === null ? open : times.clockInZone(closedAt);
  const rows = [
    { label: say.head.coalition, value: said(page, heading.coalition) },
    { label: say.head.kind, value: say.meetingKinds[heading.kind] },
    { label: say.head.day, value: times.day(openedAt ?? startsAt) },
    { label: say.head.time, value: openedAt === null ? from : `${from} – ${to}` },
    { label: say.head.place, value: place },
    { label: say.head.call, value: callUrl },
    { label: say.head.chair, value: people(page, heading.chairs) },
    { label: say.head.secretary, value: people(page, heading.secretaries) },
  ];
  return [{ kind: 'facts', rows: rows.filter(({ value }) => value !== '') }];
}

export function courseBlocks(page: Page, turns: readonly MinutesTurn[]): Block[] {
  if (turns.length === 0) return [];
  const { time, what } = page.say.course.columns;
  return [
    {
      kind: 'table',
      caption: null,
      columns: [
        { label: time, numeric: false },
        { label: what, numeric: false },
      ],
      rows: turns.map((turn) => [moment(page, turn.at), turnInWords(page, turn)]),
    },
  ];
}

function turnInWords(page: Page, turn: MinutesTurn): string {
  const { course: say } = page.say;
  switch (turn.kind) {
    case 'opened':
    case 'resumed':
    case 'closed':
      return say[turn.kind];
    case 'paused': {
      const reason = said(page, turn.reason);
      const kind = say.why[turn.why];
      const why = reason === '' ? kind : turn.why === 'other' ? reason : `${kind} (${reason})`;
      return say.paused(why, moment(page, turn.until));
    }
    case 'reopened':
      return `${say.reopened}: ${said(page, turn.reason)}`;
    case 'agenda-adopted':
      return say.adopted(turn.version);
    case 'chair-handed-over':
      return say.handedOver(personName(page, turn.from), personName(page, turn.to));
    case 'chair-taken':
      return say.taken(people(page, turn.from), personName(page, turn.by));
    default:
      return turn satisfies never;
  }
}
