// The join code as people type it: any case, with or without a gap, often with a dash. Six letters, shown in two
// groups of three ("KTM DQX"). Whether a code exists is the server's to say.
import { href } from '../../router';

const codeLength = 6;

/** Only letters and figures, in capitals, at most six. */
export function normalizeCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, codeLength);
}

/** "KTM DQX"; the gap comes with the fourth letter, so that deleting over it works. */
export function showCode(typed: string): string {
  const code = normalizeCode(typed);
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}

export const missingLetters = (typed: string): number => codeLength - normalizeCode(typed).length;

/** What a QR code and an invitation open, in full; the code stands in the fragment. */
export const joinUrlOf = (code: string): string => `${location.origin}${href('join')}#${code}`;
