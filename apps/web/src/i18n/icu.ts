// ICU messages as far as the catalogues use them: `{name}`, `{n, number}`, `{share, number, percent}`, `{n, plural, =0 {…} one {…}
// other {…}}` with `#`, `{x, select, a {…} other {…}}`, and apostrophes that quote braces. A page for what a whole library did:
// catalogues.test.ts holds each message of every language to what intl-messageformat makes of it, and refuses other syntax.
// A pattern that is not well formed, or a value that is missing, throws.

export type Values = Readonly<Record<string, string | number>>;

/** A message as it is kept once it was read. */
export type Message = readonly Piece[];

type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly style: 'decimal' | 'percent' }
  /** The `#` of the plural around it. */
  | { readonly kind: 'count' }
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly branches: Readonly<Record<string, Message>>;
    };

/** Reads a pattern once; `readMessage('…')` of the same words gives the same pieces. */
export function readMessage(pattern: string): Message {
  const reader = new Reader(pattern);
  const message = reader.message(false);
  reader.end();
  return message;
}

class Reader {
  #at = 0;

  constructor(readonly pattern: string) {}

  /** Up to the brace that closes the branch, or the end. */
  message(inPlural: boolean): Message {
    const pieces: Piece[] = [];
    let text = '';
    for (let next = this.#next; next !== undefined && next !== '}'; next = this.#next) {
      if (next === "'") {
        text += this.#quoted(inPlural);
        continue;
      }
      this.#at += 1;
      if (next !== '{' && !(next === '#' && inPlural)) {
        text += next;
        continue;
      }
      if (text) pieces.push({ kind: 'words', text });
      text = '';
      pieces.push(next === '{' ? this.#argument() : { kind: 'count' });
    }
    if (text) pieces.push({ kind: 'words', text });
    return pieces;
  }

  end(): void {
    if (this.#at < this.pattern.length) this.#fail();
  }

  get #next(): string | undefined {
    return this.pattern[this.#at];
  }

  /** Two apostrophes are one; one before a brace quotes up to the next; any other is itself. */
  #quoted(inPlural: boolean): string {
    const rest = this.pattern.slice(this.#at);
    const quote = /^''/.exec(rest) ?? (inPlural ? /^'[{}#]/ : /^'[{}]/).exec(rest);
    if (!quote) {
      this.#at += 1;
      return "'";
    }
    if (quote[0] === "''") {
      this.#at += 2;
      return "'";
    }
    const [whole = '', inside = ''] = /^'((?:[^']|'')*)(?:'|$)/.exec(rest) ?? [];
    this.#at += whole.length;
    return inside.replaceAll("''", "'");
  }

  /** After its opening brace, with its closing one. */
  #argument(): Piece {
    const name = this.#take(/^\s*(\w+)\s*/);
    if (this.#skip(/^\}/)) return { kind: 'value', name };
    const kind = this.#take(/^,\s*(number|plural|select)\s*/);
    if (kind === 'number') {
      const isPercent = this.#skip(/^,\s*percent\s*/);
      this.#take(/^(\})/);
      return { kind: 'number', name, style: isPercent ? 'percent' : 'decimal' };
    }
    this.#take(/^(,)\s*/);
    const isPlural = kind === 'plural';
    const branches = this.#branches(isPlural);
    this.#take(/^(\})/);
    return { kind: isPlural ? 'plural' : 'select', name, branches };
  }

  #branches(inPlural: boolean): Record<string, Message> {
    const branches: Record<string, Message> = {};
    while (this.#next !== undefined && this.#next !== '}') {
      const label = this.#take(/^(=\d+|\w+)\s*\{/);
      branches[label] = this.message(inPlural);
      this.#take(/^(\})\s*/);
    }
    if (!branches.other) this.#fail();
    return branches;
  }

  #skip(what: RegExp): boolean {
    const found = what.exec(this.pattern.slice(this.#at));
    this.#at += found?.[0].length ?? 0;
    return found !== null;
  }

  #take(what: RegExp): string {
    const found = what.exec(this.pattern.slice(this.#at));
    if (!found) return this.#fail();
    this.#at += found[0].length;
    return found[1] ?? '';
  }

  #fail(): never {
    throw new Error(`not a message, from ${this.#at}: ${this.pattern}`);
  }
}

/** The message in words; `locale` is a BCP 47 tag. */
export function sayMessage(message: Message, locale: string, values: Values, count = NaN): string {
  return message.map((piece) => sayPiece(piece, locale, values, count)).join('');
}

function sayPiece(piece: Piece, locale: string, values: Values, count: number): string {
  switch (piece.kind) {
    case 'words':
      return piece.text;
    case 'count':
      return numbers(locale, 'decimal').format(count);
    case 'value':
      return String(valueOf(values, piece.name));
    case 'number':
      return numbers(locale, piece.style).format(Number(valueOf(values, piece.name)));
    case 'select': {
      const chosen = String(valueOf(values, piece.name));
      return sayMessage(branchOf(piece.branches, chosen), locale, values, count);
    }
    case 'plural': {
      const n = Number(valueOf(values, piece.name));
      const exact = `=${n}`;
      const label = Object.hasOwn(piece.branches, exact) ? exact : plurals(locale).select(n);
      return sayMessage(branchOf(piece.branches, label), locale, values, n);
    }
  }
}

const branchOf = (branches: Readonly<Record<string, Message>>, label: string): Message =>
  (Object.hasOwn(branches, label) ? branches[label] : branches.other) ?? [];

function valueOf(values: Values, name: string): string | number {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`a message lacks its value ${name}`);
  return value;
}

const made = new Map<string, Intl.NumberFormat | Intl.PluralRules>();

function numbers(locale: string, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${style} ${locale}`;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, { style });
  made.set(key, known);
  return known as Intl.NumberFormat;
}

function plurals(locale: string): Intl.PluralRules {
  const key = `plural ${locale}`;
  const known = made.get(key) ?? new Intl.PluralRules(locale);
  made.set(key, known);
  return known as Intl.PluralRules;
}
