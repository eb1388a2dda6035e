import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import {
  agenda,
  at,
  decisionId,
  drafted,
  fold,
  gathered,
  given,
  goalDrafted,
  goalId,
  id,
  opened,
  who,
} from '../testing';
import { sameItems } from './decide';
import { nextItem, previousItem } from './views';

const drafts = agenda.map(({ presenter: _, ...item }) => ({ ...item, presenter: 'Penyaji' }));
const [first, second, third] = agenda;
const started = (item = second!): MeetingEvent => ({ type: 'item.started', item });
const open: MeetingEvent = { type: 'meeting.opened' };
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};

function adopt(items: typeof drafts, ...before: MeetingEvent[]) {
  return given(...(before.length > 0 ? before : [...gathered(), open])).when(
    { type: 'agenda.adopt' },
    { gathered: { agenda: items } },
  );
}

/** By the chair, who alone has signed in, so that it is adopted at once. */
function propose(items: typeof drafts) {
  return given(...opened(), { type: 'attendance.signed', personId: who.chair }).when(
    { type: 'agenda.propose' },
    { gathered: { agenda: items } },
  );
}

describe('adoption', () => {
  test("[A1] copies the document's items into the event", () => {
    adopt([{ ...drafts[0]!, title: ' Pembukaan ' }]).then([
      {
        type: 'agenda.adopted',
        version: 1,
        items: [{ ...first!, presenter: { id: id(9001), text: 'Penyaji' } }],
      },
    ]);
    adopt(drafts, ...gathered()).thenRefused('not_open');
    adopt(drafts, ...opened(), paused).thenRefused('meeting_paused');
  });

  test('[A1] keeps the words of a presenter who stays, and counts versions', () => {
    const same = drafts.map((draft, index) => ({
      ...draft,
      minutes: 5,
      presenter: index === 0 ? 'Penyaji Pembukaan' : 'Lain',
    }));
    const { meeting } = propose(same);
    expect(meeting.agenda).toMatchObject({ version: 2, items: [{ presenter: first!.presenter }, {}, {}] });
  });

  test('[A1] takes the links to background papers along', () => {
    const papers = [{ title: 'Peta jalan', url: 'https://example.org/peta.pdf' }];
    const { meeting } = adopt([{ ...drafts[0]!, papers }]);
    expect(meeting.agenda.items[0]?.papers).toEqual(papers);
    expect(sameItems(meeting.agenda.items, [{ ...drafts[0]!, papers }])).toBe(true);
    expect(sameItems(meeting.agenda.items, [{ ...drafts[0]!, papers: [] }])).toBe(false);
    const renamed = [{ ...papers[0]!, title: 'Peta baru' }];
    expect(sameItems(meeting.agenda.items, [{ ...drafts[0]!, papers: renamed }])).toBe(false);
  });

  test('[A2] caps opening and closing', () => {
    adopt([{ ...drafts[0]!, minutes: limits.openingMinutes + 1 }]).thenRefused('opening_too_long');
    adopt([{ ...drafts[2]!, minutes: limits.closingMinutes + 1 }]).thenRefused('opening_too_long');
    expect(adopt([{ ...drafts[0]!, minutes: limits.openingMinutes }]).code).toBeNull();
  });

  test('[A3] needs items, not too many, with titles, and something new', () => {
    adopt([]).thenRefused('agenda_empty');
    adopt([{ ...drafts[0]!, title: ' ' }]).thenRefused('item_untitled');
    const many = Array.from({ length: limits.agendaItems + 1 }, (_, n) => ({ ...drafts[1]!, id: id(n) }));
    adopt(many).thenRefused('too_large');
    const unchanged = agenda.map((item) => ({ ...item, presenter: `Penyaji ${item.title}` }));
    propose(unchanged).thenRefused('agenda_unchanged');
    propose([]).thenRefused('agenda_empty');
    expect(sameItems(agenda, unchanged)).toBe(true);
    expect(propose(unchanged.slice(1)).code).toBeNull();
  });
});

describe('running it', () => {
  test('[A4] starts any adopted item but the one that runs, and ends the one before', () => {
    const start = { type: 'item.start' as const, itemId: second!.id };
    given(...opened())
      .when(start)
      .then([started()]);
    given(...gathered())
      .when(start)
      .thenRefused('not_open');
    given(...gathered(), open)
      .when(start)
      .thenRefused('agenda_not_adopted');
    given(...opened(), paused)
      .when(start)
      .thenRefused('meeting_paused');
    given(...opened(), started())
      .when(start)
      .thenRefused('item_running');
    given(...opened())
      .when({ ...start, itemId: id(5) })
      .thenRefused('item_unknown');
    const back = given(
      ...opened(),
      { event: started(first), at: at(50) },
      { event: started(third), at: at(55) },
    );
    const { agenda: after } = back.when({ ...start, itemId: first!.id }, { now: at(60) }).meeting;
    expect(after.running).toMatchObject({ item: first, startedAt: at(60), minutes: 10, stoodMs: 0 });
    expect(after.done).toEqual([
      { itemId: first!.id, item: first, startedAt: at(50), endedAt: at(55) },
      { itemId: third!.id, item: third, startedAt: at(55), endedAt: at(60) },
    ]);
  });

  test('[A5] extends the running item, also during a pause', () => {
    const extend = { type: 'item.extend' as const, minutes: 5 };
    const event: MeetingEvent = { type: 'item.extended', itemId: second!.id, minutes: 5 };
    given(...opened())
      .when(extend)
      .thenRefused('no_item_running');
    given(...opened(), started())
      .when(extend)
      .then([event]);
    const { meeting } = given(...opened(), started(), paused, event).when(extend);
    expect(meeting.agenda.running?.minutes).toBe(second!.minutes + 10);
  });

  test('[A6] puts on stage what exists; a new item brings the agenda back', () => {
    const show = { type: 'stage.set' as const, stage: { kind: 'decision' as const, decisionId } };
    given(...opened())
      .when(show)
      .thenRefused('decision_unknown');
    given(...opened(), drafted())
      .when(show)
      .then([show]);
    const { meeting } = given(...opened(), drafted(), show).when({ type: 'item.start', itemId: second!.id });
    expect(meeting.agenda.stage).toEqual({ kind: 'agenda' });
    const showGoal = { type: 'stage.set' as const, stage: { kind: 'goal' as const, goalId } };
    given(...opened())
      .when(showGoal)
      .thenRefused('goal_unknown');
    given(...opened(), goalDrafted())
      .when(showGoal)
      .then([showGoal]);
    const showMinutes = { type: 'stage.set' as const, stage: { kind: 'minutes' as const } };
    given(...opened())
      .when(showMinutes)
      .then([showMinutes]);
  });

  test('[A7] adopting anew leaves the running item; off the agenda, the first not done comes next', () => {
    const meeting = (...events: MeetingEvent[]) => {
      const state = fold([...opened(), ...events]);
      if (state.status === 'unplanned') throw new Error('unplanned');
      return state;
    };
    const ids = (state: ReturnType<typeof meeting>) => [previousItem(state)?.id, nextItem(state)?.id];
    expect(ids(meeting())).toEqual([undefined, first!.id]);
    expect(ids(meeting(started()))).toEqual([first!.id, third!.id]);
    expect(ids(meeting(started(third)))).toEqual([second!.id, undefined]);
    const shorter: MeetingEvent = { type: 'agenda.adopted', version: 2, items: [first!, third!] };
    const off = meeting(started(first), started(), shorter);
    expect(off.agenda.running?.item).toEqual(second);
    expect(ids(off)).toEqual([undefined, third!.id]);
  });
});
