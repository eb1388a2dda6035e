// Where a proposed change of the agenda stands: who has said yes, how many it takes, and from when the host may adopt it. Pure; the
// rule itself is the domain's ([A9]).
import { agendaWritersHere, limits, mayDo, textOf, type AgendaProposal, type Meeting } from '@mufakat/domain';

export interface Standing {
  /** Of those who have signed in and may write the agenda. */
  readonly yes: number;
  readonly no: number;
  readonly of: number;
  /** So many yes adopt it at once. */
  readonly need: number;
  readonly mine: 'yes' | 'no' | null;
  /** Whether this person may answer. */
  readonly answers: boolean;
  readonly adopt:
    | { readonly may: 'now' }
    | { readonly may: 'opposed' }
    /** Server time, milliseconds. */
    | { readonly may: 'later'; readonly at: number };
}

export function standingOf(meeting: Meeting, proposal: AgendaProposal, you: string, now: number): Standing {
  const here = agendaWritersHere(meeting);
  const among = (ids: readonly string[]): number => here.filter((id) => ids.includes(id)).length;
  return {
    yes: among(proposal.yes),
    no: among(proposal.no),
    of: here.length,
    need: Math.floor(here.length / 2) + 1,
    mine: proposal.yes.includes(you) ? 'yes' : proposal.no.includes(you) ? 'no' : null,
    answers: mayDo(meeting, you, 'agenda'),
    adopt: adoptionOf(meeting, proposal, now),
  };
}

function adoptionOf(meeting: Meeting, { no, at }: AgendaProposal, now: number): Standing['adopt'] {
  if (no.some((id) => mayDo(meeting, id, 'agenda'))) return { may: 'opposed' };
  const from = at + limits.agendaStandsMs;
  return now >= from ? { may: 'now' } : { may: 'later', at: from };
}

/** How whoever proposed it is called; empty once they were erased. */
export function proposerName({ people }: Meeting, { by }: AgendaProposal): string {
  const person = people.get(by);
  return person ? [textOf(person.address), textOf(person.name)].filter(Boolean).join(' ') : '';
}
