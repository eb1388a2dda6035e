/** Only http, https and mailto; what packages/record keeps when the text is locked. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/iu.test(url.trim());
}
