/** Earlier versions of a text, in real Chromium, on a server whose clock the test turns. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { plainRule, seatVoter } from '../harness/coalition';
import { ServerInProcess } from '../harness/server-in-process';
import { draftDecision } from '../harness/wording';
import { expectNoComplaints, Rooms } from './in-room';
import { button } from './walk';

const clientFolder = fileURLToPath(new URL('../../apps/web/dist/', import.meta.url));
const rooms = new Rooms('versions', () => ServerInProcess.start({}, { clientFolder }));

test('a wording is brought back to an earlier version, seen by all, and that is undone', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  await rooms.chair.do({ type: 'meeting.open' });
  await rooms.toStage(await draftDecision(rooms.chair, plainRule));
  const host = await rooms.sit(rooms.chair, 'versions-host');
  const other = await rooms.sit(delegate, 'versions-delegate');
  const mine = host.page.locator('.editor');
  const theirs = other.page.locator('.editor');
  await mine.click();
  await host.page.keyboard.type('Rumah guru dikerjakan lebih dahulu.');
  await expect.poll(() => theirs.innerText()).toContain('lebih dahulu.');
  await expect.poll(() => host.page.locator('.saving').innerText()).toBe('tersimpan');
  rooms.server.shiftMs += 3 * 60_000;
  await theirs.click();
  await other.page.keyboard.press('Control+a');
  await other.page.keyboard.type('Ramp dulu.');
  await expect.poll(() => mine.innerText()).toContain('Ramp dulu.');
  await expect.poll(() => other.page.locator('.saving').innerText()).toBe('tersimpan');

  await button(host.page, 'Versi sebelumnya').click();
  const dialog = host.page.getByRole('dialog');
  await expect.poll(() => dialog.locator('.version').count()).toBe(2);
  await expect.poll(() => dialog.locator('.version').first().innerText()).toContain('Guru SDN 07');
  await dialog.locator('.version').nth(1).click();
  await expect.poll(() => dialog.locator('del').innerText()).toContain('Rumah guru');
  await expect.poll(() => dialog.locator('ins').innerText()).toContain('Ramp');
  await host.shot('versions');
  await expectNoAxeViolationsInAnyLook(host.page, 'versions of a text');
  await button(dialog, 'Kembalikan ke versi ini').click();
  await expect.poll(() => theirs.innerText()).toContain('Rumah guru dikerjakan lebih dahulu.');
  await host.shot('version-restored');
  await button(host.page.locator('.toast'), 'Urungkan').click();
  await expect.poll(() => theirs.innerText()).toContain('Ramp dulu.');
  expect(await theirs.innerText()).not.toContain('Rumah guru');
  expectNoComplaints(host, other);
});
