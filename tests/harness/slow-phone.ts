/**
 * A cheap phone on a slow line, played by Chromium itself: 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms a round trip ("Slow 4G" as
 * page audits name it) and a processor of a quarter of the speed. Applied through the DevTools protocol to one page.
 */
import type { Page } from 'playwright-core';

const bytesPerSecond = (megabits: number): number => (megabits * 1_000_000) / 8;

export const slowPhone = { downMbit: 1.6, upMbit: 0.75, roundTripMs: 150, cpuSlower: 4 } as const;

export async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.roundTripMs,
    downloadThroughput: bytesPerSecond(slowPhone.downMbit),
    uploadThroughput: bytesPerSecond(slowPhone.upMbit),
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpuSlower });
}
