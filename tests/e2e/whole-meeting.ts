/**
 * A whole meeting of six people, from the lobby to signed minutes, in either language and with either hands: the chair
 * and the secretary at desktops, two delegates, a participant and a guest on phones. What is pressed is found by the
 * catalogue, so that one walk speaks both languages. At every turn each page is looked at by axe and photographed.
 */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { en } from '../../apps/web/src/i18n/en';
import { id, type Key } from '../../apps/web/src/i18n/id';
import { formatMessage, type Values } from '../../apps/web/src/i18n/messages';
import { axeViolations } from '../harness/axe';
import type { Visitor } from '../harness/browser';
import type { Hands } from './hands';

export const parts = ['chair', 'secretary', 'delegate', 'second', 'participant', 'guest'] as const;
export type Part = (typeof parts)[number];

export interface Play {
  language: 'id' | 'en';
  hands: Hands;
  base: string;
  cast: Record<Part, Visitor>;
  /** Opens this part's page anew on the same device, as after a crash; the old one is gone. */
  back(part: Part): Promise<Visitor>;
  /** Whether the chair's minute is waited for, or the server's clock turned on. */
  patient: boolean;
  /** Turns the server's clock on. */
  later(ms: number): void;
}

export class WholeMeeting {
  #step = 0;
  /** What axe found on the way, all of it at the end. */
  readonly found: string[] = [];

  constructor(readonly play: Play) {}

  say(key: Key, values?: Values): string {
    const catalogue: Readonly<Record<string, string>> = this.play.language === 'id' ? id : en;
    return formatMessage(this.play.language, catalogue[key] ?? key, values);
  }

  page(part: Part): Page {
    return this.play.cast[part].page;
  }

  button(at: Page | Locator, key: Key, values?: Values): Locator {
    return at.getByRole('button', { name: this.say(key, values), exact: true }).first();
  }

  /** A button whose name begins with what the catalogue says before the first value. */
  buttonFor(at: Page | Locator, key: Key, values: Values): Locator {
    return at.getByRole('button', { name: new RegExp(`^${escaped(this.say(key, values).trim())}`) }).first();
  }

  press(part: Part, key: Key, values?: Values): Promise<void> {
    return this.play.hands.press(this.button(this.page(part), key, values));
  }

  menu(part: Part, opens: Key, item: Key): Promise<void> {
    const page = this.page(part);
    const line = page.getByRole('menuitem', { name: this.say(item), exact: true });
    return this.play.hands.choose(this.button(page, opens), line);
  }

  async sees(part: Part, key: Key, values?: Values): Promise<void> {
    await this.seesText(part, this.say(key, values));
  }

  async seesText(part: Part, text: string | RegExp): Promise<void> {
    await this.page(part).getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Everybody's page, photographed; axe looks at each. */
  async look(step: string): Promise<void> {
    this.#step += 1;
    const name = `${String(this.#step).padStart(2, '0')}-${step}`;
    for (const part of parts) {
      const { page, shot } = this.play.cast[part];
      if (page.isClosed() || page.url() === 'about:blank') continue;
      await shot(name);
      this.found.push(...(await axeViolations(page)).map((line) => `${name}, ${part}: ${line}`));
    }
  }

  /** The chair prepares a seat with a personal link. Answers with the link. */
  async seat(who: { name: string; partner: string | null; role: Key; votes: boolean }): Promise<string> {
    const page = this.page('chair');
    const { hands } = this.play;
    await this.press('chair', 'people.add');
    const dialog = page.getByRole('dialog');
    await hands.fill(dialog.getByLabel(this.say('people.name'), { exact: true }), who.name);
    if (who.partner !== null) {
      await hands.select(dialog.getByLabel(this.say('people.partner')), new RegExp(escaped(who.partner)));
    }
    const box = dialog.getByRole('checkbox', { name: this.say(who.role), exact: true });
    await hands.check(box);
    const vote = dialog.getByRole('checkbox', { name: this.say('people.vote') });
    if (!who.votes && (await vote.isEnabled())) await hands.uncheck(vote);
    await hands.press(this.button(dialog, 'people.addNow'));
    await hands.press(this.button(dialog, 'people.linkIssue'));
    const field = dialog.locator('input[readonly]').first();
    await expect.poll(() => field.inputValue()).toContain('/l#');
    const link = await field.inputValue();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    return link;
  }

  async comeByLink(part: Part, link: string): Promise<void> {
    const page = this.page(part);
    await page.goto(link);
    await page.waitForURL(/\/m\//);
    await page.getByRole('contentinfo', { name: this.say('room.bar') }).waitFor();
  }

  /** Answers the open question in the sheet, which takes a phone's screen by itself. */
  async answer(part: Part, key: Key): Promise<void> {
    const page = this.page(part);
    const { hands } = this.play;
    const sheet = page.getByRole('dialog');
    const open = this.button(page, 'poll.answer').or(this.button(page, 'room.answerPoll')).first();
    await sheet.or(open).first().waitFor();
    if (!(await sheet.isVisible())) await hands.press(open);
    // The plain answer stands before the one with a note.
    const answer = new RegExp(`^${escaped(this.say(key))}`);
    await hands.check(sheet.getByRole('radio', { name: answer }).first());
    await hands.press(this.buttonFor(sheet, 'poll.sendAs', { answer: this.say(key) }));
    await sheet.waitFor({ state: 'hidden' });
  }
}

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
