// Who wrote words, as it is shown: a person with the mark of the partner that they come for.
import { textOf, type Meeting } from '@mufakat/domain';
import { initials, type Mark } from '../../ui/partner';
import { calledName, markOf, partnerOf } from '../people/partner-marks';

export interface Author {
  readonly name: string;
  readonly mark: Mark;
  /** The partner's name; null for those who come for themselves. */
  readonly partner: string | null;
}

/** From a person's id; null where nobody of that id is known, or the name was erased. */
export type Authors = (personId: string) => Author | null;

export function authorsOf(meeting: Pick<Meeting, 'people' | 'plan'>): Authors {
  return (personId) => {
    const person = meeting.people.get(personId);
    const name = calledName(person);
    if (!person || name === null) return null;
    const partner = partnerOf(meeting, person.partnerId);
    const alone: Mark = { letters: initials(name), colour: 8, shape: 'circle' };
    return { name, mark: markOf(meeting, partner) ?? alone, partner: partner ? textOf(partner.name) : null };
  };
}
