// A title from a wording: its first words, so that a decision made on the spot needs no name of its own.
const most = 60;

/** The first sentence or line, cut between words where it is long; empty where nothing is written. */
export function firstWords(wording: string): string {
  const [line = ''] = wording.trim().split(/\n|(?<=[.!?;:])\s/u);
  const text = line.replace(/\s+/gu, ' ').replace(/[.,;:!?\s]+$/u, '');
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1).replace(/\s\S*$/u, '');
  return `${(cut.length > most ? cut.slice(0, most) : cut).replace(/[.,;:\s]+$/u, '')} …`;
}
