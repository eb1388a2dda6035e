/** Made-up words, places in a text and phases, the same in every run of the same job. */
let state = 0x9e3779b9;

/** A whole number from 0 to n - 1. */
export function random(n: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % n;
}

const words = 'the quick brown fox jumps over a lazy dog and asks the assembly for a vote on the agenda ';

export function randomText(length: number): string {
  let text = '';
  while (text.length < length) text += words.slice(random(40), 40 + random(40));
  return text.slice(0, length);
}
