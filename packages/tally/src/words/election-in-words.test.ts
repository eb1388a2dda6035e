/** Counts of elections as people read them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBorda } from '../methods/count-borda';
import { countIrv } from '../methods/count-irv';
import { countPlurality } from '../methods/count-plurality';
import { countSchulze } from '../methods/count-schulze';
import { countScottishStv } from '../methods/count-scottish-stv';
import { tallyElection } from '../methods/tally-election';
import { votingMethods } from '../methods/election';
import { anyElection, listed, poll, ranked } from '../methods/testing';
import { electionInWords, methodInWords } from './election-in-words';

const names = { options: ['Jembatan', 'Sumur', 'Sekolah', 'Pasar'] };
const irvRules = {
  method: 'irv',
  unranked: 'exhausted',
  skippedRanks: 'pass-over',
  equalRanks: 'exhaust',
  stopAt: 'majority',
} as const;

describe('a count in words', () => {
  test('[M13] who won, in which round, by how much', () => {
    const ballots = ranked('42 A>B>C>D', '26 B>C>D>A', '15 C>D>B>A', '17 D>C>B>A');
    const result = countIrv({ ...poll(4), ...irvRules, ballots });
    expect(electionInWords(result, 'id', names)).toEqual([
      'Terpilih: Pasar.',
      'Pasar menang pada putaran 3 dengan 58 dari 100 suara yang masih dihitung.',
      'Jembatan memperoleh 42.',
      'Surat suara yang dihitung: 100.',
    ]);
    expect(electionInWords(result, 'en', names).slice(0, 2)).toEqual([
      'Elected: Pasar.',
      'Pasar wins in round 3 with 58 of the 100 ballots that still count.',
    ]);
  });

  test('[M13] how a tie was broken, and when it takes a lot', () => {
    const ballots = ranked('5 A', '3 B', '2 C', '1 D>C');
    expect(electionInWords(countIrv({ ...poll(4), ...irvRules, ballots }), 'id', names)).toContain(
      'Sumur dan Sekolah sama-sama paling sedikit pada putaran 2. Melihat ke belakang: pada putaran 1, Sekolah paling sedikit.',
    );
    const even = countPlurality({
      ...poll(2),
      method: 'plurality',
      ballots: [0, 1].map((choice) => ({ count: 3, choice })),
    });
    expect(electionInWords(even, 'en', names)).toEqual([
      'Nobody is elected yet.',
      'Tied: Jembatan and Sumur, for 1 remaining place.',
      'Jembatan and Sumur are equal. A lot has to decide this.',
      'Ballots that count: 6.',
    ]);
    const lot = countPlurality({
      ...poll(2, { tieOrder: listed(1, 0) }),
      method: 'plurality',
      ballots: [0, 1].map((choice) => ({ count: 3, choice })),
    });
    expect(electionInWords(lot, 'id', names)[2]).toBe(
      'Jembatan dan Sumur sama kuat. Urutan hasil undian sebelum pemungutan suara menentukan: Sumur dan Jembatan.',
    );
  });

  test('[M13] quota, stages, points, paths', () => {
    const food = ranked('4 A', '2 B>A', '8 C>D', '4 C', '1 D');
    const stv = countScottishStv({ ...poll(4, { seats: 2 }), method: 'stv-scottish', ballots: food });
    expect(electionInWords(stv, 'id', names).slice(0, 3)).toEqual([
      'Terpilih: Sekolah dan Jembatan.',
      'Untuk terpilih diperlukan 7 suara (ambang terpilih).',
      'Sekolah terpilih pada putaran 1 dengan 12.00000 suara.',
    ]);
    const borda = countBorda({
      ...poll(2),
      method: 'borda',
      unrankedPoints: 'average',
      ballots: ranked('3 A>B', '1 '),
    });
    expect(electionInWords(borda, 'id', names)).toEqual([
      'Terpilih: Jembatan.',
      'Jembatan memperoleh 3 poin.',
      'Selisihnya 3 dari Sumur.',
      'Surat suara yang dihitung: 3; kosong: 1.',
    ]);
    const cycle = ranked('40 A>B>C', '35 B>C>A', '25 C>A>B');
    const schulze = countSchulze({
      ...poll(3),
      method: 'schulze',
      unranked: 'last',
      strength: 'winning',
      ballots: cycle,
    });
    expect(electionInWords(schulze, 'en', names).slice(1, 3)).toEqual([
      'None is preferred to each of the others in pairs.',
      'Jembatan is before Sumur: the strongest path is 65, back it is 60.',
    ]);
  });

  test.each(votingMethods)(
    '[M13] every count of %s can be said in both languages, and names whom it elects',
    (method) => {
      fc.assert(
        fc.property(anyElection(method), fc.constantFrom('id' as const, 'en' as const), (election, lang) => {
          const result = tallyElection(election);
          const said = electionInWords(result, lang, { options: election.options });
          expect(said.every((sentence) => /^\p{Lu}.*\.$/u.test(sentence))).toBe(true);
          expect(said.join(' ')).not.toMatch(/undefined|null|NaN| {2}/);
          for (const option of result.elected) expect(said[0]).toContain(election.options[option]);
          expect(methodInWords(method, lang).fits).toMatch(/[.?]$/);
        }),
        { numRuns: 200 },
      );
    },
  );
});
