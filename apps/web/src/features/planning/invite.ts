// What the invitation panel works out: how long the door must stay open for an invited meeting, and the link that fills in an e-mail.
import { limits } from '@mufakat/domain';

const hourMs = 3_600_000;
/** Somebody comes late, and a meeting takes longer than planned. */
const afterHours = 12;

/** Until half a day after the start, as far as a door may be open at all. */
export function invitationDoorHours(startsAt: number, now: number): number {
  const wanted = Math.ceil((startsAt - now) / hourMs) + afterHours;
  return Math.min(limits.doorHours, Math.max(afterHours, wanted));
}

/** Lines end as RFC 6068 has them; every other sign is escaped, so that no text ends the link. */
export function mailtoOf({ subject, body }: { subject: string; body: string }): string {
  const lines = body.replace(/\r?\n/g, '\r\n');
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
