// Words as they are compared: no matter the case, accents, signs and gaps ("Hak Suara?" is "hak suara").
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
