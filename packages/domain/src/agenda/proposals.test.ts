/** Changes of the adopted agenda: put to the room, answered by one tap, adopted or taken back. */
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import { agenda, at, gathered, given, id, opened, who, type Entry } from '../testing';

const drafts = agenda.map(({ presenter: _, ...item }) => ({ ...item, presenter: `Penyaji ${item.title}` }));
const [first, second, third] = agenda;
const shorter = [first!, third!];
const shorterDrafts = [drafts[0]!, drafts[2]!];
const how = { gathered: { agenda: shorterDrafts } };
const proposalId = id(801);
const propose = { type: 'agenda.propose' as const };
const adopt = { type: 'agenda.adopt' as const };
const withdraw = { type: 'agenda.withdraw' as const, proposalId };
const yes = { type: 'agenda.answer' as const, proposalId, yes: true };
const no = { ...yes, yes: false };

const proposed: MeetingEvent = {
  type: 'agenda.proposed',
  proposalId,
  items: shorter,
  by: who.participant,
};
const adopted: MeetingEvent = { type: 'agenda.adopted', version: 2, items: shorter };
const answered = (personId: string, isYes: boolean): MeetingEvent => ({
  type: 'agenda.answered',
  proposalId,
  personId,
  yes: isYes,
});
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};
/** Three who may write the agenda have signed in, and a guest who may not. */
const here: MeetingEvent[] = [who.chair, who.participant, who.secretary, who.guest].map((personId) => ({
  type: 'attendance.signed',
  personId,
}));
const standing: Entry[] = [...opened(), ...here, { event: proposed, at: at(90) }];

describe('a change of the adopted agenda', () => {
  test('[A8] is put to the room by whoever may write it, in session, once there is an agenda', () => {
    const by = who.participant;
    given(...opened(), ...here)
      .when(propose, { ...how, by })
      .then([{ ...proposed, proposalId: id(9001) }]);
    given(...gathered())
      .when(propose, { ...how, by })
      .thenRefused('not_open');
    given(...opened(), paused)
      .when(propose, { ...how, by })
      .thenRefused('meeting_paused');
    given(...gathered(), { type: 'meeting.opened' })
      .when(propose, { ...how, by })
      .thenRefused('agenda_not_adopted');
  });

  test('[A8] takes the place of one that says something else, with answers of its own', () => {
    const meeting = given(...standing, answered(who.chair, false));
    meeting.when(propose, { ...how, by: who.secretary }).thenRefused('nothing_changes');
    const other = { gathered: { agenda: drafts.slice(1) } };
    const { meeting: after } = meeting.when(propose, { ...other, by: who.secretary });
    expect(after.agenda.proposal).toMatchObject({
      id: id(9001),
      by: who.secretary,
      yes: [who.secretary],
      no: [],
    });
    meeting.when(propose, { gathered: { agenda: drafts } }).thenRefused('agenda_unchanged');
  });

  test('[A8] is answered by one tap, and the last one counts', () => {
    const meeting = given(...standing);
    meeting.when(no, { by: who.chair }).then([answered(who.chair, false)]);
    meeting.when(yes, { by: who.participant }).thenRefused('nothing_changes');
    meeting.when(yes, { by: who.guest }).thenRefused('not_allowed');
    meeting.when({ ...yes, proposalId: id(5) }).thenRefused('proposal_over');
    given(...standing, paused)
      .when(yes)
      .thenRefused('meeting_paused');
    const { meeting: after } = given(...standing, answered(who.chair, false)).when(no, {
      by: who.participant,
    });
    expect(after.agenda.proposal).toMatchObject({ yes: [], no: [who.chair, who.participant] });
    given(...standing, answered(who.chair, false))
      .when(no)
      .thenRefused('nothing_changes');
  });

  test('[A8] is taken back by its proposer or by who runs the meeting', () => {
    const withdrawn: MeetingEvent = { type: 'agenda.withdrawn', proposalId };
    for (const by of [who.participant, who.facilitator, who.operator]) {
      given(...standing)
        .when(withdraw, { by })
        .then([withdrawn]);
    }
    given(...standing)
      .when(withdraw, { by: who.secretary })
      .thenRefused('not_allowed');
    given(...standing, withdrawn)
      .when(withdraw)
      .thenRefused('proposal_over');
    given(...standing, withdrawn)
      .when(yes)
      .thenRefused('proposal_over');
    expect(given(...standing).when(withdraw).meeting.agenda).toMatchObject({ proposal: null, version: 1 });
  });
});

describe('its adoption', () => {
  test('[A9] comes with the yes of more than half of those here who may write it', () => {
    given(...standing)
      .when(yes, { by: who.secretary })
      .then([answered(who.secretary, true), adopted]);
    const four: MeetingEvent = { type: 'attendance.signed', personId: who.officeDelegate };
    given(...standing, four)
      .when(yes, { by: who.secretary })
      .then([answered(who.secretary, true)]);
    expect(given(...standing).when(yes, { by: who.secretary }).meeting.agenda).toMatchObject({
      version: 2,
      items: shorter,
      proposal: null,
    });
  });

  test('[A9] does not count the yes of who is not here, and comes at once where nobody else is', () => {
    given(...standing)
      .when(yes, { by: who.officeDelegate })
      .then([answered(who.officeDelegate, true)]);
    const { events } = given(...opened(), here[0]!).when(propose, how);
    expect(events.map((event) => event.type)).toEqual(['agenda.proposed', 'agenda.adopted']);
    const alone = given(...opened()).when(propose, how);
    expect(alone.events.map((event) => event.type)).toEqual(['agenda.proposed']);
  });

  test('[A9] is declared when those who had not answered have gone', () => {
    const left = [who.chair, who.secretary].map((personId): MeetingEvent => ({
      type: 'attendance.left',
      personId,
    }));
    given(...standing, ...left)
      .when(adopt, { now: at(90) + 1 })
      .then([adopted]);
  });

  test('[A9] is declared by who runs the meeting once it has stood for a minute unopposed', () => {
    const now = at(90) + limits.agendaStandsMs;
    given(...standing)
      .when(adopt, { now: now - 1 })
      .thenRefused('agenda_needs_yes');
    given(...standing)
      .when(adopt, { now })
      .then([adopted]);
    given(...standing)
      .when(adopt, { now, by: who.participant })
      .thenRefused('not_allowed');
    given(...standing, paused)
      .when(adopt, { now })
      .thenRefused('meeting_paused');
  });

  test('[A9] waits for more than half where anyone says no, unless they may not write it any more', () => {
    const opposed = [...standing, answered(who.officeDelegate, false)];
    const now = at(99);
    given(...opposed)
      .when(adopt, { now })
      .thenRefused('agenda_needs_yes');
    given(...opposed, answered(who.secretary, true))
      .when(adopt, { now })
      .then([adopted]);
    given(...opposed, answered(who.officeDelegate, true))
      .when(adopt, { now })
      .then([adopted]);
    given(...opposed, { type: 'person.removed', personId: who.officeDelegate, blocked: false })
      .when(adopt, { now })
      .then([adopted]);
  });

  test('[A9] is of what was proposed, whatever the document says since', () => {
    given(...standing)
      .when(adopt, { gathered: { agenda: [{ ...drafts[1]!, title: 'Lain' }] } })
      .then([adopted]);
    given(...opened())
      .when(adopt, { gathered: { agenda: shorterDrafts } })
      .thenRefused('agenda_needs_yes');
    const running: MeetingEvent = { type: 'item.started', item: second! };
    const { meeting } = given(...standing, running).when(adopt);
    expect(meeting.agenda.running?.item).toEqual(second);
  });
});
