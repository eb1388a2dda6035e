// Putting the rows of a long list into another order by dragging: begun at a row's grip, taken up when it is let go. Rows that are
// not on the page take no part; while something is dragged more come as the page is scrolled, and none leaves.
import { fromAction, type Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { dndzone, type DndEvent } from 'svelte-dnd-action';
import { rearranged } from './rearranged';

interface Sorted {
  readonly id: string;
}

export interface SortingWishes<Item extends Sorted> {
  readonly items: readonly Item[];
  readonly locked: boolean;
  /** A row was put where the one at `to` stood. */
  readonly move: (id: string, to: number) => void;
}

export class Sorting<Item extends Sorted> {
  /** The grip is held. */
  holding = $state(false);
  /** The rows on the page, as the list says. */
  onPage = $state.raw<readonly Item[]>([]);
  /** The order while something is being dragged. */
  #dragged = $state.raw<readonly Item[] | null>(null);
  readonly #wishes: () => SortingWishes<Item>;

  /** Make it while a component is being made. */
  constructor(wishes: () => SortingWishes<Item>) {
    this.#wishes = wishes;
    $effect(() => on(window, 'pointerup', () => (this.holding = false)));
  }

  /** The rows in the order to show. */
  get items(): readonly Item[] {
    return this.#dragged ?? this.#wishes().items;
  }

  get isBusy(): boolean {
    return this.holding || this.#dragged !== null;
  }

  /** For the list's element. */
  readonly zone: Attachment<HTMLElement> = (node) => {
    const hear = (name: 'consider' | 'finalize', take: (event: DndEvent<Item>) => void) =>
      on(node, name, (event) => {
        // The zone tells of its own items.
        if (event.target === node && event instanceof CustomEvent) take(event.detail as DndEvent<Item>);
      });
    const stops = [
      hear('consider', ({ items }) => {
        this.#dragged = rearranged(this.items, this.onPage, items);
      }),
      hear('finalize', (event) => this.#drop(event)),
    ];
    fromAction(dndzone<Item>, () => this.#options())(node);
    return () => {
      for (const stop of stops) stop();
    };
  };

  #options() {
    return {
      items: [...this.onPage],
      flipDurationMs: 0,
      dragDisabled: !this.holding || this.#wishes().locked,
      autoAriaDisabled: true,
      zoneTabIndex: -1,
      zoneItemTabIndex: -1,
      dropTargetStyle: {},
      dropAnimationDisabled: true,
    };
  }

  #drop({ items, info }: DndEvent<Item>): void {
    const to = rearranged(this.items, this.onPage, items).findIndex(({ id }) => id === info.id);
    this.#dragged = null;
    this.holding = false;
    const { items: before, move } = this.#wishes();
    if (to >= 0 && to !== before.findIndex(({ id }) => id === info.id)) move(info.id, to);
  }
}
