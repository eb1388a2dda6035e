/**
 * axe on a page as it stands: WCAG 2.2 at levels A and AA, and axe's best practices for landmarks and headings. It
 * runs in an isolated world over the debugging line, so the page's content policy stays as it is and the page sees
 * nothing of it.
 *
 * `expectNoAxeViolations(page, 'what is shown')` is what an end-to-end test calls at each state that it passes.
 */
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How a page can be told to look; each is checked for itself, because colours are. */
const appearances = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light, high contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark, high contrast', colorScheme: 'dark', contrast: 'more' },
] as const;

/** Fails with one line for each thing found: rule, place, and what axe says of it. */
export async function expectNoAxeViolations(page: Page, state: string): Promise<void> {
  expect(await axeViolations(page), `axe: ${state}`).toEqual([]);
}

/** The same in every appearance. */
export async function expectNoAxeViolationsInAnyLook(page: Page, state: string): Promise<void> {
  expect(await violationsInAnyLook(page), `axe: ${state}`).toEqual([]);
}

/** What is found in any appearance, with its name before each; leaves the page as the device had it. */
export async function violationsInAnyLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [at, { name, colorScheme, contrast }] of appearances.entries()) {
    await page.emulateMedia({ colorScheme, contrast });
    // Only colours differ from one appearance to the next.
    const lines = await look(page, at === 0 ? everything : colours);
    found.push(...lines.map((line) => `${name}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: null, contrast: null });
  return found;
}

export function axeViolations(page: Page): Promise<string[]> {
  return look(page, everything);
}

const everything = {
  runOnly: { type: 'tag', values: tags },
  // An experiment of axe's: it takes the sign on a button ("1." for a numbered list) for a word of its name.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

async function look(page: Page, options: object): Promise<string[]> {
  const line = await page.context().newCDPSession(page);
  try {
    const world = await isolatedWorld(line);
    // What moves has colours between two: axe looks once it has come to rest.
    await evaluate(line, world, comeToRest);
    await evaluate(line, world, axe.source);
    const asked = JSON.stringify({ ...options, resultTypes: ['violations'] });
    // The shape is axe's own: it came through JSON from axe.run.
    return linesOf((await evaluate(line, world, `axe.run(document, ${asked})`)) as AxeResults);
  } finally {
    await line.detach();
  }
}

/** Two frames, in which transitions begin, and then until they are over. */
const comeToRest = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  .then(() => Promise.race([
    Promise.allSettled(document.getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
      .map((one) => one.finished)),
    new Promise((resolve) => setTimeout(resolve, 1000)),
  ])).then(() => null)`;

async function isolatedWorld(line: CDPSession): Promise<number> {
  const { frameTree } = await line.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  const { executionContextId } = await line.send('Page.createIsolatedWorld', { frameId, worldName: 'axe' });
  return executionContextId;
}

async function evaluate(line: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await line.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function linesOf({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').replaceAll(/\s*\n\s*/g, ' ');
      return `${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}
