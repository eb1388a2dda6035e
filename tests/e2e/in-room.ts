/** For tests in a room that was made over HTTP: each person sits in a browser context that has their cookie. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { desktop, TestBrowser, type Device, type Visitor } from '../harness/browser';
import { gather, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';

interface Server {
  readonly url: string;
  dispose(): Promise<void>;
}

/** A server and a browser for the whole file, a meeting with its chair for each test. */
export class Rooms<S extends Server = ServerProcess> {
  server!: S;
  browser!: TestBrowser;
  here!: Gathering;
  #visitors: Visitor[] = [];

  /** Registers what has to be done before and after tests; `folder` takes the screenshots, `start` makes the server. */
  constructor(folder: string, start: () => Promise<S>) {
    beforeAll(async () => {
      this.server = await start();
      this.browser = await TestBrowser.launch(folder);
    });
    beforeEach(async () => {
      this.here = await gather(this.server.url);
    });
    afterEach(async () => {
      for (const { context } of this.#visitors) await context.close();
      this.#visitors = [];
      this.here.chair.close();
    });
    afterAll(async () => {
      await this.browser.close();
      await this.server.dispose();
    });
  }

  /** On the real server, a process of its own. */
  static of(folder: string): Rooms {
    return new Rooms(folder, () => ServerProcess.start());
  }

  get chair(): Person {
    return this.here.chair;
  }

  /** Somebody on a device of their own, who has not come in yet. */
  async stranger(name: string, device: Device): Promise<Visitor> {
    const visitor = await this.browser.visitor(name, device, 'id-ID');
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Opens the room as this person; `base` where the line to the server is another than the plain one. */
  async sit(person: Person, name: string, device = desktop, base = this.server.url): Promise<Visitor> {
    const visitor = await this.stranger(name, device);
    const [cookie, ...value] = person.cookie.split('=');
    await visitor.context.addCookies([{ name: cookie ?? '', value: value.join('='), url: base }]);
    await visitor.page.goto(`${base}/m/${this.here.meetingId}`);
    await visitor.page.getByRole('contentinfo', { name: 'Yang bisa Anda lakukan' }).waitFor();
    return visitor;
  }

  /** Puts a decision on stage, by the chair over her own line. */
  async toStage(decisionId: string): Promise<void> {
    await this.chair.do({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
  }
}

export async function titles(page: Page): Promise<string[]> {
  const fields = await page.getByLabel(/^Judul acara \d+$/).all();
  return Promise.all(fields.map((field) => field.inputValue()));
}

/** What the usual start puts into an empty agenda. */
export const usual = [
  'Pembukaan',
  'Susunan acara dan tata tertib',
  'Pembahasan',
  'Keputusan',
  'Rencana tindak lanjut',
  'Penutup',
];

export function expectNoComplaints(...some: Visitor[]): void {
  for (const { name, complaints } of some) expect({ name, complaints }).toEqual({ name, complaints: [] });
}

/** Controls of the page that a screen reader could not name; there shall be none. */
export async function namelessControls(page: Page): Promise<string[]> {
  const line = await page.context().newCDPSession(page);
  const { nodes } = await line.send('Accessibility.getFullAXTree');
  await line.detach();
  const controls = new Set([
    'button',
    'link',
    'textbox',
    'radio',
    'checkbox',
    'combobox',
    'spinbutton',
    'tab',
    'dialog',
  ]);
  return nodes
    .filter((node) => !node.ignored && controls.has(String(node.role?.value)))
    .filter((node) => String(node.name?.value ?? '').trim() === '')
    .map((node) => String(node.role?.value));
}
