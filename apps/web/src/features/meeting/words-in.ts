// Whether somebody who looks for words finds them in a text: each of them anywhere, in any order, whatever the accents. Pure.
export function wordsIn(asked: string): (text: string) => boolean {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  return (text) => {
    const where = plain(text);
    return words.every((word) => where.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
