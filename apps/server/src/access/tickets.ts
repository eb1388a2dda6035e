/** One-use tickets of thirty seconds for a document, where no cookie can go. Kept in memory: a restart voids them. */
import { wireLimits } from '@mufakat/protocol';
import type { Clock, Ids } from '../platform/ports';
import type { Session } from './sessions';

export interface Tickets {
  issue(session: Session, documentName: string): string;
  /** The session behind a ticket, once. */
  redeem(ticket: string, documentName: string): Session | null;
}

export function createTickets({ clock, ids }: { clock: Clock; ids: Ids }): Tickets {
  const open = new Map<string, { session: Session; documentName: string; until: number }>();
  const forgetOld = (now: number) => {
    for (const [ticket, { until }] of open) {
      if (until > now) break;
      open.delete(ticket);
    }
  };
  return {
    issue: (session, documentName) => {
      const now = clock.now();
      forgetOld(now);
      const ticket = ids.newToken();
      open.set(ticket, { session, documentName, until: now + wireLimits.documentTicketMs });
      return ticket;
    },
    redeem: (ticket, documentName) => {
      const found = open.get(ticket);
      open.delete(ticket);
      if (!found || found.until <= clock.now() || found.documentName !== documentName) return null;
      return found.session;
    },
  };
}
