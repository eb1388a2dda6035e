// Whether a name was typed again. Blanks and capitals are no matter, as on the server: it makes one stop, it tests nobody's typing.
export const sameName = (typed: string, name: string): boolean => plain(typed) === plain(name);

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
