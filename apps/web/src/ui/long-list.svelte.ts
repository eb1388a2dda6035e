// A list of which only the rows in sight stand on the page, once it is long. Rows stay in the flow of the page, so that they may
// have any height, be dragged and be printed; space before, between and after them stands for those left out. The row that last had
// the focus stays with its neighbours, so that neither the focus nor what is half written in it is ever lost. For print all rows stand there.
/* eslint-disable svelte/prefer-svelte-reactivity -- heights are no state; `#measured` tells of them */
import { flushSync, tick, untrack } from 'svelte';
import { on } from 'svelte/events';
import {
  firstPace,
  nextPace,
  nextRange,
  rowsIn,
  touched,
  type Range,
  type Sight,
  type Strip,
} from './rows-in-sight';

export type RowKey = string | number;

export interface LongListWishes {
  readonly keys: readonly RowKey[];
  /** Up to so many rows all stand on the page. */
  readonly plain: number;
  /** Height of a row that was never on the page, pixels, until some have been. */
  readonly estimate: number;
  /** Rows that stay in any case. */
  readonly keep: readonly RowKey[];
  /** While true rows come and none leaves: something is being dragged. */
  readonly holding: boolean;
}

/** Rows around those in sight, as a part of the window's height. */
const around = 0.4;
/** Rows on the page before it is known where the list stands. */
const first = 12;
/** Without new rows for so long, nobody scrolls. */
const restMs = 500;

export class LongList {
  readonly #wishes: () => LongListWishes;
  readonly #element: () => HTMLElement | undefined;
  readonly #heights = new Map<RowKey, number>();
  #range = $state.raw<Range>([0, first]);
  #held = $state.raw<RowKey | null>(null);
  #whole = $state(false);
  /** Moves on when heights are known better. */
  #measured = $state(0);
  #typical: number | null = null;
  #width = 0;
  #frame = 0;
  /** New rows in a frame, by what those before took. */
  #pace = firstPace;
  #paced = 0;

  readonly #isWhole = $derived.by(() => this.#whole || this.#wishes().keys.length <= this.#wishes().plain);
  readonly sight = $derived.by(() => this.#see());
  /** Pixels of the rows left out at the start. */
  readonly before = $derived(this.sight.rows[0]?.gap ?? 0);

  /** Make it while a component is being made. */
  constructor(wishes: () => LongListWishes, element: () => HTMLElement | undefined) {
    this.#wishes = wishes;
    this.#element = element;
    $effect(() => this.#listen());
    $effect(() => {
      const element = this.#element();
      return element && !this.#isWhole ? untrack(() => this.#watch(element)) : undefined;
    });
    $effect(() => {
      const { rows } = this.sight;
      const [element, count] = [this.#element(), this.#wishes().keys.length];
      if (element && !this.#isWhole) untrack(() => this.#dress(element, rows, count));
      else if (element) undress(element);
    });
  }

  /** Puts the row onto the page and into sight; null where there is none of this key. */
  async reveal(key: RowKey): Promise<HTMLElement | null> {
    if (!this.#wishes().keys.includes(key)) return null;
    this.#held = key;
    await tick();
    const row = this.elementOf(key);
    row?.scrollIntoView({ block: 'nearest' });
    return row;
  }

  /** The row's element, where it is on the page. */
  elementOf(key: RowKey): HTMLElement | null {
    const at = this.sight.rows.findIndex(({ index }) => this.#wishes().keys[index] === key);
    const row = this.#element()?.children[at];
    return row instanceof HTMLElement ? row : null;
  }

  #see(): Sight {
    const { keys, keep } = this.#wishes();
    if (this.#isWhole) return { rows: keys.map((_, index) => ({ index, gap: 0 })), after: 0 };
    void this.#measured;
    const [from, to] = this.#range;
    const range = [Math.min(from, keys.length - 1), Math.min(to, keys.length)] as const;
    const stays = keep.map((key) => keys.indexOf(key));
    return rowsIn(this.#heightsOf(keys), range, [...stays, ...this.#heldWithNext(keys)]);
  }

  /** With its neighbours, so that the next press of Tab finds them, wherever the page was scrolled. */
  #heldWithNext(keys: readonly RowKey[]): number[] {
    const held = this.#held === null ? -1 : keys.indexOf(this.#held);
    return held < 0 ? [] : [held - 1, held, held + 1];
  }

  #heightsOf(keys: readonly RowKey[]): number[] {
    const other = this.#typical ?? untrack(this.#wishes).estimate;
    return keys.map((key) => this.#heights.get(key) ?? other);
  }

  #listen(): () => void {
    const soon = (): void => this.#lookSoon();
    const paper = (whole: boolean) => (): void => {
      flushSync(() => {
        this.#whole = whole;
      });
    };
    const stops = [
      on(document, 'scroll', soon, { capture: true, passive: true }),
      on(window, 'resize', soon),
      on(window, 'beforeprint', paper(true)),
      on(window, 'afterprint', paper(false)),
    ];
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(this.#frame);
    };
  }

  #observer: ResizeObserver | null = null;

  #watch(element: HTMLElement): () => void {
    const observer = new ResizeObserver(() => {
      this.#measure(element);
      // Not at once: this frame has had its rows.
      this.#lookSoon();
    });
    this.#observer = observer;
    observer.observe(element);
    const stop = on(element, 'focusin', ({ target }) => this.#hold(element, target));
    return () => {
      this.#observer = null;
      observer.disconnect();
      stop();
    };
  }

  #hold(element: HTMLElement, target: EventTarget | null): void {
    const at = [...element.children].findIndex((row) => target instanceof Node && row.contains(target));
    const row = this.sight.rows[at];
    if (row) this.#held = this.#wishes().keys[row.index] ?? null;
  }

  /** What a row cannot know of itself: which of how many it is, and what is left out before it. */
  #dress(element: HTMLElement, rows: Sight['rows'], count: number): void {
    rows.forEach(({ index, gap }, at) => {
      const row = element.children[at];
      if (!(row instanceof HTMLElement)) return;
      if (row.localName === 'li') {
        row.ariaSetSize = String(count);
        row.ariaPosInSet = String(index + 1);
      }
      row.style.marginBlockStart = at > 0 && gap > 0 ? `${gap}px` : '';
      // Known ones are not told of twice.
      this.#observer?.observe(row);
    });
    this.#lookSoon();
  }

  #measure(element: HTMLElement): void {
    if (element.getClientRects().length === 0) return;
    const { keys } = this.#wishes();
    if (element.clientWidth !== this.#width) {
      this.#width = element.clientWidth;
      this.#heights.clear();
      this.#typical = null;
    }
    const { rows } = this.sight;
    const rects = rows.map((_, at) => element.children[at]?.getBoundingClientRect());
    let isNews = false;
    rows.forEach(({ index }, at) => {
      const [own, next, key] = [rects[at], rects[at + 1], keys[index]];
      if (!own || key === undefined) return;
      const isNext = next !== undefined && rows[at + 1]?.index === index + 1;
      const height = isNext ? next.top - own.top : (this.#heights.get(key) ?? own.height);
      if (Math.abs((this.#heights.get(key) ?? -1) - height) < 0.5) return;
      this.#heights.set(key, height);
      isNews = true;
    });
    if (this.#typical === null && this.#heights.size > 2)
      this.#typical = [...this.#heights.values()].reduce((a, b) => a + b, 0) / this.#heights.size;
    if (isNews) this.#measured += 1;
  }

  #lookSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  /** Finds which rows are in sight; as many new ones as a frame bears come with this one, the others with the next. */
  #look(): void {
    const element = this.#element();
    if (!element || untrack(() => this.#isWhole) || element.getClientRects().length === 0) return;
    const top = element.getBoundingClientRect().top - this.before;
    const heights = this.#heightsOf(this.#wishes().keys);
    const strip = (more: number): Strip => ({ from: -top - more, to: window.innerHeight - top + more });
    const seen = touched(heights, strip(0));
    const wide = touched(heights, strip(window.innerHeight * around));
    // After a rest as at first: the machine may have become slower meanwhile.
    if (performance.now() - this.#paced > restMs) this.#pace = firstPace;
    const next = nextRange(this.#range, seen, wide, this.#pace);
    if (!isSame(next, wide)) this.#lookSoon();
    const [from, to] = this.#range;
    this.#show(this.#wishes().holding ? [Math.min(from, next[0]), Math.max(to, next[1])] : next);
  }

  #show(next: Range): void {
    if (isSame(this.#range, next)) return;
    const rows = newRows(this.#range, next);
    this.#range = next;
    const since = performance.now();
    if (rows === 0) return;
    this.#paced = since;
    afterFrame(() => {
      this.#pace = nextPace(this.#pace, rows, performance.now() - since);
    });
  }
}

function undress(element: HTMLElement): void {
  for (const row of element.querySelectorAll<HTMLElement>(':scope > [aria-setsize]')) {
    row.ariaSetSize = row.ariaPosInSet = null;
    row.style.marginBlockStart = '';
  }
}

const isSame = (a: Range, b: Range): boolean => a[0] === b[0] && a[1] === b[1];

const newRows = (before: Range, now: Range): number =>
  now[1] - now[0] - Math.max(0, Math.min(before[1], now[1]) - Math.max(before[0], now[0]));

/** Within a frame: calls once the page has been laid out and painted for it. */
function afterFrame(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    then();
  };
  port2.postMessage(null);
}
