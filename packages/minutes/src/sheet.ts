/**
 * Minutes put into words, as blocks that a page, a Markdown file and the room's stage show each in their own way. Every
 * string is plain text, to be escaped by whoever shows it; canonical texts are read with packages/record.
 */
import type { MinutesPart } from '@mufakat/domain';

export interface MinutesSheet {
  language: 'id' | 'en';
  /** What kind of paper it is, and what it stands for now: a draft, locked, signed. */
  paper: string;
  state: string;
  title: string;
  sections: readonly Section[];
}

export interface Section {
  key: string;
  title: string;
  /** The part whose prose is written here; null for what has none. */
  part: MinutesPart | null;
  /** Canonical text of that prose; null where there is none. */
  prose: string | null;
  blocks: readonly Block[];
}

export type Block =
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  | { kind: 'text'; tone: 'plain' | 'quiet' | 'strong'; text: string }
  | { kind: 'list'; items: readonly ListItem[] }
  | {
      kind: 'table';
      caption: string | null;
      columns: readonly Column[];
      rows: readonly (readonly string[])[];
    }
  /** A locked text; `seal` says its version, when it was locked, and its fingerprint. */
  | { kind: 'wording'; canonical: string; seal: string | null }
  /** Something with a title of its own inside a section: a decision, or a count of it. */
  | { kind: 'box'; of: 'decision' | 'count' | 'goal'; title: string; blocks: readonly Block[] }
  | { kind: 'signatures'; rows: readonly SignatureLine[] };

export interface ListItem {
  lead: string | null;
  text: string;
}

export interface Column {
  label: string;
  numeric: boolean;
}

/** `signed` is when it was signed in the room; null leaves a line for ink. */
export interface SignatureLine {
  as: string;
  name: string;
  partner: string;
  signed: string | null;
}
