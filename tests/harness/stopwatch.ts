/**
 * How fast a page's machine is just now: a fixed piece of work of the kind that pages do (script, elements made, styled and laid
 * out), timed on the page's own main thread as its tasks are. A bound in milliseconds holds for the machine it was set on; on one
 * where the piece takes longer, slower or busy with something else, what the page does takes longer in the same measure. The piece
 * stands in a shadow tree with a style sheet of its own, so that nothing in the page makes it heavier or lighter.
 */
import type { Page } from 'playwright-core';
import { busyDuring } from './main-thread';

/** Pieces that are timed in one go; the middle one counts. */
const pieces = 7;

/** Milliseconds of processor time that a piece takes, with a processor so many times slower. */
export async function pieceMs(page: Page, slow: number): Promise<number> {
  const { busy } = await busyDuring(page, slow, async () => {
    for (let n = 0; n < pieces; n += 1) await page.evaluate(piecesOfWork, 1);
  });
  return busy.longestFirst.slice(0, pieces)[Math.floor(pieces / 2)] ?? 0;
}

/** Runs in the page, as one task: so many pieces of work. */
export function piecesOfWork(count: number): number {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host { position: fixed; inset: 0 auto auto 0; inline-size: 600px; block-size: 400px; contain: strict; visibility: hidden }' +
      'li { display: grid; grid-template-columns: 4rem minmax(0, 1fr) auto; gap: 8px; padding: 12px; border: 1px solid }' +
      'li > span { display: flex; flex-wrap: wrap; gap: 4px } input:disabled { opacity: 0.5 } button > b { font-weight: 700 }',
  );
  const make = (name: string, ...inside: (Node | string)[]): HTMLElement => {
    const element = document.createElement(name);
    element.append(...inside);
    return element;
  };
  const row = (n: number): HTMLElement =>
    make(
      'li',
      make('time', `${n}:00`),
      make('span', make('input'), make('input'), make('button', make('b', 'naik')), make('button', 'turun')),
      make('span', ...`gurunya tinggal dekat sekolah ${n}`.split(' ').map((word) => make('i', word))),
    );
  let sum = 0;
  for (let piece = 0; piece < count; piece += 1) {
    const words = Array.from({ length: 4000 }, (_, n) => `${(n * 7919) % 4001} kata`).sort();
    sum += new Map(words.map((word, n) => [word, n])).size;
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(make('ol', ...Array.from({ length: 24 }, (_, n) => row(n))));
    document.body.append(host);
    sum += root.querySelector('ol')?.offsetHeight ?? 0;
    host.remove();
  }
  return sum;
}
