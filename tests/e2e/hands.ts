/**
 * How somebody works a page: with a pointer, or by keyboard alone. The keyboard goes as a person's does: Tab until the
 * control has the focus, then Enter, Space, arrows or letters; what cannot be reached that way fails the test.
 */
import type { Locator, Page } from 'playwright-core';

export interface Hands {
  /** A button or a link. */
  press(at: Locator): Promise<void>;
  /** A radio or a checkbox; comes to be checked. */
  check(at: Locator): Promise<void>;
  uncheck(at: Locator): Promise<void>;
  select(at: Locator, label: RegExp): Promise<void>;
  /** Replaces what stands in a field. */
  fill(at: Locator, text: string): Promise<void>;
  /** Types into a rich text, after what stands there. */
  write(at: Locator, text: string): Promise<void>;
  /** A line of a menu that a button opens. */
  choose(menu: Locator, item: Locator): Promise<void>;
}

async function optionAt(select: Locator, label: RegExp): Promise<{ value: string; index: number }> {
  const options = await select.locator('option').all();
  for (const [index, option] of options.entries()) {
    if (label.test((await option.textContent()) ?? '')) {
      return { value: (await option.getAttribute('value')) ?? '', index };
    }
  }
  throw new Error(`no option ${String(label)}`);
}

export const pointer: Hands = {
  press: (at) => at.click(),
  // Radios and boxes lie invisibly over their labels.
  check: (at) => at.check({ force: true }),
  uncheck: (at) => at.uncheck({ force: true }),
  select: async (at, label) => void (await at.selectOption((await optionAt(at, label)).value)),
  fill: (at, text) => at.fill(text),
  write: async (at, text) => {
    await at.click();
    await at.page().keyboard.press('Control+End');
    await at.page().keyboard.type(text);
  },
  choose: async (menu, item) => {
    await menu.click();
    await item.click();
  },
};

export const keyboard: Hands = {
  press: async (at) => {
    await reach(at);
    await at.page().keyboard.press('Enter');
  },
  check: async (at) => {
    const { keyboard: keys } = at.page();
    if ((await at.getAttribute('type')) !== 'radio') {
      await reach(at);
      if (!(await at.isChecked())) await keys.press('Space');
      return;
    }
    await reachGroup(at);
    for (let tries = 0; tries < 40 && !(await at.isChecked()); tries += 1) {
      await keys.press((await hasFocus(at)) ? 'Space' : 'ArrowDown');
    }
    if (!(await at.isChecked())) throw new Error(`no arrow leads to ${String(at)}`);
  },
  uncheck: async (at) => {
    await reach(at);
    if (await at.isChecked()) await at.page().keyboard.press('Space');
  },
  select: async (at, label) => {
    await reach(at);
    const { index } = await optionAt(at, label);
    const { keyboard: keys } = at.page();
    await keys.press('Home');
    for (let step = 0; step < index; step += 1) await keys.press('ArrowDown');
  },
  fill: async (at, text) => {
    await reach(at);
    await at.page().keyboard.press('Control+A');
    await at.page().keyboard.type(text);
  },
  write: async (at, text) => {
    await reach(at);
    await at.page().keyboard.press('Control+End');
    await at.page().keyboard.type(text);
  },
  choose: async (menu, item) => {
    await reach(menu);
    const { keyboard: keys } = menu.page();
    await keys.press('Enter');
    await item.waitFor();
    for (let tries = 0; tries < 40 && !(await hasFocus(item)); tries += 1) await keys.press('ArrowDown');
    if (!(await hasFocus(item))) throw new Error(`no arrow leads to ${String(item)}`);
    await keys.press('Enter');
  },
};

/** More stops than any page of ours has. */
const maxStops = 300;

async function reach(at: Locator): Promise<void> {
  await at.waitFor();
  if (!(await tabUntil(at.page(), () => hasFocus(at)))) throw new Error(`no Tab leads to ${String(at)}`);
}

/** Tab stops at one radio of a group, whichever is checked. */
async function reachGroup(at: Locator): Promise<void> {
  const name = await at.getAttribute('name');
  const inGroup = (): Promise<boolean> =>
    at
      .page()
      .evaluate(
        (wanted) =>
          document.activeElement instanceof HTMLInputElement && document.activeElement.name === wanted,
        name,
      );
  if (!(await tabUntil(at.page(), inGroup))) throw new Error(`no Tab leads to the group of ${String(at)}`);
}

async function tabUntil(page: Page, arrived: () => Promise<boolean>): Promise<boolean> {
  for (let stop = 0; stop < maxStops; stop += 1) {
    if (await arrived()) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

function hasFocus(at: Locator): Promise<boolean> {
  return at.evaluate((element) => element === document.activeElement);
}
