// What somebody types as the address of a link, made into one that goes where it says: http, https or mailto, nothing else.
import { isSafeLink } from './safe-link';

/** "contoh.id/a" → "https://contoh.id/a", "a@contoh.id" → "mailto:a@contoh.id"; null where it is no address that may be linked. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  const whole = hasScheme(text) ? text : isMail(text) ? `mailto:${text}` : `https://${text}`;
  if (!isSafeLink(whole)) return null;
  try {
    const { protocol, hostname, pathname } = new URL(whole);
    const goes = protocol === 'mailto:' ? isMail(pathname) : isHost(hostname);
    return goes ? whole : null;
  } catch {
    return null;
  }
}

/** The same for what must be a page of the web: no mail address. */
export function webAddress(typed: string): string | null {
  const address = linkAddress(typed);
  return address?.startsWith('mailto:') === false ? address : null;
}

/** Where people hear each other: nothing is an answer too. */
export function callAddress(typed: string): string | null {
  return typed.trim() === '' ? '' : webAddress(typed);
}

const hasScheme = (text: string): boolean => /^[a-z][a-z\d+.-]*:(?!\d+(\/|$))/iu.test(text);
const isMail = (text: string): boolean => /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/.]+$/u.test(text);
const isHost = (host: string): boolean =>
  host === 'localhost' || /[^.]\.[^.]/u.test(host) || host.includes(':');
