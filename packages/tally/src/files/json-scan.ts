/**
 * Reads over JSON (RFC 8259) without building anything, and knows places: where it is not JSON, where a key stands twice,
 * and where in the text the value at a path begins. JSON.parse says neither the same on every machine.
 *
 * Not here: values. A text that was scanned is parsed by JSON.parse.
 */
import { fileLimits } from './election-file';
import { Misread } from './file-problem';

export type JsonPath = readonly (string | number)[];

/** Throws a Misread where the text is not JSON. */
export function checkJson(text: string): void {
  new Scanner(text, null).whole();
}

/** The offset of the value at the path, or of the nearest value around it that there is. */
export function offsetOf(text: string, path: JsonPath): number {
  const scanner = new Scanner(text, path);
  scanner.whole();
  return scanner.found;
}

const numberPattern = /-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const wordPattern = /true|false|null/y;

class Scanner {
  found = 0;
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly path: JsonPath | null,
  ) {}

  whole(): void {
    this.#value(this.path, 0);
    this.#gap();
    if (this.#at < this.text.length) this.#fail('text_after_end');
  }

  /** `path`: what is left of it below this value; null where it leads elsewhere. */
  #value(path: JsonPath | null, depth: number): void {
    this.#gap();
    if (path) this.found = this.#at;
    if (depth > fileLimits.depth) this.#fail('too_deep');
    switch (this.text[this.#at]) {
      case '{':
        return this.#fields(path, depth);
      case '[':
        return this.#items(path, depth);
      case '"':
        return this.#string();
      default:
        if (!this.#skip(numberPattern) && !this.#skip(wordPattern)) this.#fail('syntax');
    }
  }

  #fields(path: JsonPath | null, depth: number): void {
    const keys = new Set<string>();
    this.#list('}', () => {
      this.#gap();
      const from = this.#at;
      this.#string();
      const key = keyOf(this.text.slice(from, this.#at));
      if (keys.has(key)) throw new Misread('key_twice', from, key);
      keys.add(key);
      this.#gap();
      this.#expect(':');
      this.#value(below(path, key), depth + 1);
    });
  }

  #items(path: JsonPath | null, depth: number): void {
    let index = 0;
    this.#list(']', () => this.#value(below(path, index++), depth + 1));
  }

  /** Members between commas, up to the closing sign. */
  #list(close: string, member: () => void): void {
    this.#at += 1;
    this.#gap();
    if (this.text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      member();
      this.#gap();
      if (this.text[this.#at] === close) break;
      this.#expect(',');
    }
    this.#at += 1;
  }

  /** By hand: a pattern would keep a way back for every character of a long text. */
  #string(): void {
    const from = this.#at;
    if (this.text[from] !== '"') this.#fail('syntax');
    for (this.#at += 1; this.#at < this.text.length;) {
      const sign = this.text[this.#at] ?? '';
      if (sign === '"') {
        this.#at += 1;
        return;
      }
      if (sign < ' ') this.#fail('syntax');
      if (sign !== '\\') this.#at += 1;
      else if (!this.#skip(escapePattern)) this.#fail('syntax');
    }
    throw new Misread('quote_open', from, '"');
  }

  #gap(): void {
    while (' \t\n\r'.includes(this.text[this.#at] ?? '-')) this.#at += 1;
  }

  #expect(sign: string): void {
    if (this.text[this.#at] !== sign) this.#fail('syntax');
    this.#at += 1;
  }

  /** Moves over what the sticky pattern takes here; false where that is nothing. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    const moved = pattern.lastIndex > this.#at;
    this.#at = pattern.lastIndex;
    return moved;
  }

  #fail(code: 'syntax' | 'too_deep' | 'text_after_end'): never {
    const sign = String.fromCodePoint(this.text.codePointAt(this.#at) ?? 0x20).trim();
    throw new Misread(this.#at >= this.text.length ? 'ends_early' : code, this.#at, sign);
  }
}

function below(path: JsonPath | null, step: string | number): JsonPath | null {
  return path !== null && path[0] === step ? path.slice(1) : null;
}

function keyOf(quoted: string): string {
  const key: unknown = JSON.parse(quoted);
  return String(key);
}
