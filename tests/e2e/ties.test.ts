/** Votes that end in a tie: the lot that anyone can draw again, the casting vote, a second vote at its time; and a conflict of interest. */
import { sha256Hex } from '@mufakat/record';
import { yesOrNoByLot, type DecisionRule } from '@mufakat/tally';
import { expect, test } from 'vitest';
import { expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone } from '../harness/browser';
import { plainRule, seatVoter } from '../harness/coalition';
import type { Person } from '../harness/person';
import { frozenDecision } from '../harness/wording';
import { expectNoComplaints, namelessControls, Rooms } from './in-room';
import { button, shows } from './walk';

const rooms = Rooms.of('ties');
const tied = (tie: DecisionRule['tie']): DecisionRule => ({ ...plainRule, ladder: ['vote'], tie });

/** A wording locked and put on stage, to be voted on. */
async function onStage(
  tie: DecisionRule['tie'],
  text: string,
  expires: string | null = null,
): Promise<string> {
  const decisionId = await frozenDecision(rooms.chair, { ...tied(tie), expires }, text);
  await rooms.toStage(decisionId);
  return decisionId;
}

async function castEven(voters: readonly Person[], decisionId: string): Promise<string> {
  await rooms.chair.until(() => rooms.chair.meeting.decisions[decisionId]?.polls.length === 1);
  const pollId = rooms.chair.meeting.decisions[decisionId]?.polls[0] ?? '';
  for (const [index, voter] of voters.entries()) {
    await voter.until(() => pollId in voter.meeting.polls);
    const ack = await voter.vote(pollId, { kind: 'vote', vote: index % 2 === 0 ? 'yes' : 'no' });
    expect(ack.ok).toBe(true);
  }
  return pollId;
}

test('a tie goes to the lot, to the chair, or to a second vote, as the rule says', async () => {
  const voters = [
    await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']),
    await seatVoter(rooms.here, rooms.server.url, 'Bendahara', 2, ['delegate']),
  ];
  await rooms.chair.do({ type: 'meeting.open' });
  const host = await rooms.sit(rooms.chair, 'host');
  const guest = await rooms.sit(voters[0]!, 'delegate', phone);
  const { page } = host;

  const lot = await onStage({ kind: 'lot' }, 'Ronda dimulai dari dusun timur.');
  await button(page, 'Buka: Pemungutan suara').click();
  await shows(page, 'Bila sama kuat, diputuskan dengan undian. Sidik benihnya:');
  const pollId = await castEven(voters, lot);
  await host.shot('lot-told');
  await button(page, 'Tutup jawaban').click();
  await shows(page, 'Suara sama kuat: undian');
  expect(await button(page, 'Nyatakan belum mufakat').count()).toBe(0);
  await button(page, 'Lakukan undian').scrollIntoViewIfNeeded();
  await host.shot('lot-waits');
  await expectNoAxeViolationsInAnyLook(page, 'a tie that waits for the lot');
  expect(await namelessControls(page)).toEqual([]);
  await button(page, 'Lakukan undian').click();
  await shows(page, /Hasil undian: (setuju|tidak setuju)\./);
  await page.getByText('Periksa undian ini').click();
  const drawn = await page.locator('.lot code').allTextContents();
  expect(sha256Hex(drawn[0] ?? '')).toBe(drawn[1]);
  const poll = rooms.chair.meeting.polls[pollId];
  expect(poll?.lot?.hash).toBe(drawn[1]);
  expect(poll?.count).toMatchObject({ passes: yesOrNoByLot(drawn[0] ?? '') === 'yes' });
  await host.shot('lot-drawn');
  await shows(guest.page, /Hasil undian/);
  await page.setViewportSize(phone);
  await host.shot('lot-drawn-narrow');
  await page.setViewportSize(desktop);

  const chair = await onStage({ kind: 'chair' }, 'Pagar dicat bulan depan.', '2999-12-31');
  await button(page, 'Buka: Pemungutan suara').click();
  await castEven(voters, chair);
  await button(page, 'Tutup jawaban').click();
  await shows(page, 'Suara sama kuat: suara penentu');
  await button(page, 'Suara penentu: setuju').scrollIntoViewIfNeeded();
  await host.shot('casting-vote');
  await expectNoAxeViolationsInAnyLook(page, 'a tie that waits for the chair');
  await shows(guest.page, 'Menunggu suara penentu dari pimpinan.');
  await guest.shot('casting-vote');
  await button(page, 'Suara penentu: setuju').click();
  await shows(guest.page, 'Suara penentu pimpinan: setuju.');
  await button(page, 'Nyatakan disepakati').click();
  await shows(guest.page, /Disepakati/);
  await shows(guest.page, /berlaku sampai .*2999/);
  await host.shot('casting-vote-given');

  const again = await onStage({ kind: 'revote', afterHours: 24 }, 'Iuran dinaikkan.');
  await button(page, 'Buka: Pemungutan suara').click();
  await castEven(voters, again);
  await button(page, 'Tutup jawaban').click();
  await shows(page, 'Suara sama kuat: diulang');
  await shows(page, /disepakati, berlaku sampai .*2999/);
  expect(await button(page, 'Ulangi pemungutan suara').getAttribute('aria-disabled')).toBe('true');
  await button(page, 'Ulangi pemungutan suara').scrollIntoViewIfNeeded();
  await host.shot('second-vote-waits');
  const early = await rooms.chair.command({ type: 'poll.open', decisionId: again });
  expect(early).toMatchObject({ ok: false, code: 'revote_too_early' });

  const bought = await frozenDecision(
    rooms.chair,
    { ...tied({ kind: 'fails' }), conflicted: 'leave-the-base' },
    'Semen dibeli dari koperasi.',
  );
  await rooms.toStage(bought);
  await shows(guest.page, 'Semen dibeli dari koperasi.');
  await guest.page.getByText('Saya punya benturan kepentingan').click();
  await guest.page.getByLabel('Mengapa').fill('Pengurus koperasi');
  await guest.shot('conflict-declaring');
  await button(guest.page, 'Nyatakan').click();
  await shows(page, /Pengurus koperasi/);
  await page.getByText('Benturan kepentingan …').click();
  await host.shot('conflict-declared');
  await expectNoAxeViolationsInAnyLook(page, 'a conflict of interest');
  await button(page, 'Buka: Pemungutan suara').click();
  await shows(guest.page, /Menurut ketentuan Anda tidak ikut memberi suara/);
  await guest.shot('conflict-no-vote');
  const refusedVote = await voters[0]!.vote(Object.keys(rooms.chair.meeting.polls).at(-1) ?? '', {
    kind: 'vote',
    vote: 'yes',
  });
  expect(refusedVote).toMatchObject({ ok: false });

  const url = `${rooms.server.url}/api/meetings/${rooms.here.meetingId}/record.html?lang=id`;
  expect(await (await page.request.get(url)).text()).toContain(drawn[0]);
  expectNoComplaints(host, guest);
});
