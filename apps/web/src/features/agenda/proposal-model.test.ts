import { ById, type AgendaProposal, type Meeting } from '@mufakat/domain';
import { agenda, at, fold, id, opened, who, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { proposerName, standingOf } from './proposal-model';

const here: Entry[] = [who.chair, who.participant, who.secretary, who.guest].map((personId) => ({
  type: 'attendance.signed',
  personId,
}));
const proposed: Entry = {
  event: { type: 'agenda.proposed', proposalId: id(801), items: [agenda[0]!], by: who.participant },
  at: at(90),
};
const said = (personId: string, yes: boolean): Entry => ({
  type: 'agenda.answered',
  proposalId: id(801),
  personId,
  yes,
});

function standing(then: readonly Entry[], you: string, now: number) {
  const meeting = fold([...opened(), ...here, proposed, ...then]) as Meeting;
  return standingOf(meeting, meeting.agenda.proposal as AgendaProposal, you, now);
}

it('counts those here who may write the agenda, and waits a minute', () => {
  expect(standing([], who.secretary, at(90) + 20_000)).toEqual({
    yes: 1,
    no: 0,
    of: 3,
    need: 2,
    mine: null,
    answers: true,
    adopt: { may: 'later', at: at(91) },
  });
  expect(standing([], who.participant, at(91))).toMatchObject({ mine: 'yes', adopt: { may: 'now' } });
  expect(standing([], who.guest, at(91))).toMatchObject({ answers: false });
});

it('is not adopted by the host alone while somebody with the right says no', () => {
  expect(standing([said(who.secretary, false)], who.secretary, at(99))).toMatchObject({
    no: 1,
    mine: 'no',
    adopt: { may: 'opposed' },
  });
});

it('names who proposed it, and nobody once they were erased', () => {
  const meeting = fold([...opened(), ...here, proposed]) as Meeting;
  const proposal = meeting.agenda.proposal as AgendaProposal;
  expect(proposerName(meeting, proposal)).not.toBe('');
  expect(proposerName({ ...meeting, people: ById.from([]) }, proposal)).toBe('');
});
