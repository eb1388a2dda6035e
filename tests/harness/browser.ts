/**
 * Real Chromium, one process a test file, one context a person. Pages report what must not happen (errors, violations
 * of the content policy, failed requests), and screenshots go to tests/out/.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const out = fileURLToPath(new URL('../out/', import.meta.url));

export interface Device {
  width: number;
  height: number;
  phone?: boolean;
}

export const desktop: Device = { width: 1440, height: 900 };
export const phone: Device = { width: 360, height: 640, phone: true };

export interface Visitor {
  name: string;
  context: BrowserContext;
  page: Page;
  /** What the page complained of: errors and policy violations. */
  complaints: string[];
  shot(step: string): Promise<void>;
}

export class TestBrowser {
  private constructor(
    readonly browser: Browser,
    readonly profile: string,
    readonly folder: string,
  ) {}

  /** `folder` below tests/out/ takes the screenshots. `hosts` maps names to 127.0.0.1. */
  static async launch(folder: string, hosts: readonly string[] = []): Promise<TestBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'mufakat-chromium-'));
    const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ');
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(rules ? [`--host-resolver-rules=${rules}`] : []),
      ],
      env: { ...process.env, HOME: profile },
    });
    const shots = join(out, folder);
    rmSync(shots, { recursive: true, force: true });
    mkdirSync(shots, { recursive: true });
    return new TestBrowser(browser, profile, shots);
  }

  async visitor(
    name: string,
    device: Device,
    locale: 'id-ID' | 'en-GB',
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Visitor> {
    const context = await this.browser.newContext({
      viewport: { width: device.width, height: device.height },
      hasTouch: device.phone === true,
      isMobile: device.phone === true,
      locale,
      colorScheme,
      timezoneId: 'Asia/Jakarta',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
    const shot = async (step: string) => {
      await page.screenshot({ path: join(this.folder, `${step}-${name}.png`) });
    };
    return { name, context, page, complaints, shot };
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
