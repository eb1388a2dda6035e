// Two letters for a partner, from its name, as people would shorten it themselves: "Forum Guru Daerah Khusus" is FG. What every
// second name begins with ("Yayasan", "Pemdes", "PT") is passed over where enough is left. Never one that another partner has.
const forms =
  /^(yayasan|pemdes|pemerintah|desa|pt|cv|ud|koperasi|perkumpulan|lembaga|kelompok|the|foundation|fund|ngo)$/i;
const small = /^(dan|untuk|di|ke|dari|yang|of|for|and|in|on|de|la|kab|kabupaten|kec|kecamatan|kota)$/i;

/** How marks are compared: the server takes "fg" and "FG" for the same. */
export const markKey = (mark: string): string => mark.trim().normalize('NFKC').toLowerCase();

export function suggestMark(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map(markKey));
  for (const candidate of candidates(name)) {
    if (!used.has(markKey(candidate))) return candidate;
  }
  return '';
}

function* candidates(name: string): Generator<string> {
  const all = name.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = worth(worth(all, small), forms);
  const letters = Array.from(words.join('')).map(capital);
  const first = letters[0];
  if (first === undefined) return;
  const initials = words.flatMap((word) => Array.from(word).slice(0, 1)).map(capital);
  for (const initial of initials.slice(1)) yield first + initial;
  for (const [at, one] of initials.entries()) {
    for (const other of initials.slice(at + 1)) yield one + other;
  }
  for (const letter of letters.slice(1)) yield first + letter;
  for (let figure = 2; figure <= 9; figure += 1) yield `${first}${figure}`;
  for (let figure = 10; figure <= 209; figure += 1) yield `${first}${figure}`;
}

/** Without the words that tell nothing apart, as long as two are left. */
function worth(words: readonly string[], idle: RegExp): string[] {
  const left = words.filter((word) => !idle.test(word));
  return left.length >= 2 ? left : [...words];
}

const capital = (letter: string): string => {
  const large = letter.toUpperCase();
  return Array.from(large).length === 1 ? large : letter;
};
