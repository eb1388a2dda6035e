/**
 * Who is signed out by what happened: a link that replaces another, or is revoked, signs out every device that came in
 * as that person (a lost phone), and so does erasure. Whoever acts on themselves keeps the device in their hand.
 */
import type { MeetingEvent, MeetingState } from '@mufakat/domain';
import type { ArrivedAccess } from '../access/proofs';
import type { IndexRow } from '../store/ports';

export interface SignOut {
  personId: string;
  /** The session that stays. */
  except: string | null;
}

export function signOutsOf(
  events: readonly MeetingEvent[],
  before: MeetingState,
  by: Pick<ArrivedAccess, 'personId' | 'session'>,
): SignOut[] {
  const people = before.status === 'planned' ? before.people : null;
  return events.flatMap((event): SignOut[] => {
    switch (event.type) {
      case 'link.issued':
        // The first link opens one more way in, and shuts none.
        return people?.get(event.personId)?.linkId ? [signOut(event.personId, by)] : [];
      case 'link.revoked':
        return [signOut(event.personId, by)];
      case 'person.erased':
        // A blocked device is known by its seat; that it is kept names nobody any more.
        return people?.get(event.personId)?.blocked ? [] : [{ personId: event.personId, except: null }];
      default:
        return [];
    }
  });
}

export function signOutRows(outs: readonly SignOut[]): IndexRow[] {
  return outs.map((out) => ({ row: 'no-seats', ...out }));
}

function signOut(personId: string, by: Pick<ArrivedAccess, 'personId' | 'session'>): SignOut {
  return { personId, except: by.personId === personId ? by.session.hash : null };
}
