/** People in a room that was made over HTTP, each with a browser context that has their cookie. */
import type { Page } from 'playwright-core';
import { desktop, type Device, type TestBrowser, type Visitor } from '../harness/browser';
import type { Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';

/** Opens the room as this person, on a device of their own; `base` where the line to the server is another than theirs. */
export async function sit(
  browser: TestBrowser,
  { meetingId }: Gathering,
  person: Person,
  name: string,
  device: Device = desktop,
  base = person.url,
): Promise<Visitor> {
  const visitor = await browser.visitor(name, device, 'id-ID');
  const [cookie, ...value] = person.cookie.split('=');
  await visitor.context.addCookies([{ name: cookie ?? '', value: value.join('='), url: base }]);
  await visitor.page.goto(`${base}/m/${meetingId}`);
  await visitor.page.getByRole('contentinfo', { name: 'Yang bisa Anda lakukan' }).waitFor();
  return visitor;
}

export async function titles(page: Page): Promise<string[]> {
  const fields = await page.getByLabel(/^Judul acara \d+$/).all();
  return Promise.all(fields.map((field) => field.inputValue()));
}

/** Puts a decision on stage, by the chair over her own line. */
export async function toStage({ chair }: Gathering, decisionId: string): Promise<void> {
  await chair.do({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
}
