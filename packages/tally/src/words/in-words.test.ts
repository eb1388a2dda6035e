/** Rules and results as people read them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetRules } from '../preset-rules';
import { tallyApproval } from '../tally-approval';
import { tallyConsent } from '../tally-consent';
import { anyRule, anyVote, electorateOf, majority, ruleOf, vote } from '../testing';
import { tallyVote } from '../tally-vote';
import { ruleInWords } from './rule-in-words';
import { tallyInWords } from './tally-in-words';

const names = { a: 'Pemerintah', b: 'Masyarakat', x: 'Jembatan', y: 'Sumur' };

describe('a rule in words', () => {
  test('[T18] ½ + 1 is said as what it is, with the numbers', () => {
    const rule = presetRules.working(['a', 'b']);
    expect(ruleInWords(rule, 'vote', 'id', names, { base: 41, quorumBase: 60 })).toEqual([
      'Diterima bila yang setuju lebih dari separuh dari yang menandatangani daftar hadir (21 dari 41).',
      'Abstain berarti tidak ikut menyetujui, juga bila sudah pulang.',
      'Harus ada yang setuju dari paling sedikit 2 unsur.',
      'Kuorum (jumlah hadir minimal): lebih dari separuh dari yang diundang menandatangani daftar hadir (31 dari 60).',
      'Bila kuorum belum tercapai: ditunda paling lama 3 jam.',
      'Bila suara sama kuat, pemungutan suara diulang setelah 24 jam; bila tetap sama kuat, usulan gugur.',
    ]);
    expect(ruleInWords(rule, 'vote', 'en', names, { base: 41 })[0]).toBe(
      'Passes when those who agree are more than half of those who signed the attendance list (21 of 41).',
    );
  });

  test('[T18] chambers with the same majority share a sentence', () => {
    const said = ruleInWords(presetRules.founding(['a', 'b']), 'qualified', 'id', names);
    expect(said).toContain(
      'Di unsur Pemerintah dan Masyarakat masing-masing, yang setuju juga lebih dari separuh dari yang hadir.',
    );
    expect(said).toContain(
      'Kuorum unsur Masyarakat: paling sedikit satu dari yang diundang menandatangani daftar hadir.',
    );
  });

  test('[T18] consent and acclamation', () => {
    expect(ruleInWords(presetRules.emergency([]), 'consent', 'id', names)).toEqual([
      'Mufakat: tidak ada keberatan yang tetap ada, dan ada yang menyatakan setuju.',
      'Yang diam tidak dianggap setuju.',
      'Kuorum (jumlah hadir minimal): paling sedikit separuh dari yang diundang menjawab.',
    ]);
    expect(ruleInWords(presetRules.emergency([]), 'acclamation', 'en', names)[0]).toContain('anyone objects');
  });

  test('[T18] unanimity', () => {
    expect(ruleInWords(ruleOf(majority('yes+no', '1/1')), 'vote', 'en', {})[0]).toBe(
      'Passes when somebody agrees and nobody disagrees.',
    );
    expect(ruleInWords(ruleOf(majority('present', '1/1')), 'vote', 'en', {})[0]).toBe(
      'Passes when all agree, counted on those present.',
    );
  });
});

describe('a result in words', () => {
  test('[T18] a vote that passed', () => {
    expect(
      tallyInWords(vote(ruleOf(majority('attended')), { yes: 21, no: 15, abstain: 5 }), 'id', names),
    ).toEqual([
      'Diterima: 21 setuju, 15 tidak setuju, 5 abstain.',
      'Cara: pemungutan suara.',
      'Perlu 21 setuju, dihitung dari 41 yang menandatangani daftar hadir; yang setuju 21.',
    ]);
  });

  test('[T18] a vote that did not, and why', () => {
    const rule = ruleOf(majority('yes+no'), {
      chambers: [{ id: 'b', majority: majority('yes+no') }],
      tie: { kind: 'chair' },
    });
    const said = tallyInWords(vote(rule, { a: { yes: 9 }, b: { yes: 1, no: 2, blank: 1 } }), 'en', names);
    expect(said).toContain('Not passed: 10 agree, 2 disagree, 0 abstain, 1 blank.');
    expect(said).toContain('Among Masyarakat, fewer agree than are needed.');
    expect(tallyInWords(vote({ ...rule, chambers: [] }, { yes: 2, no: 2 }), 'id', names)).toEqual([
      'Suara sama kuat: 2 setuju, 2 tidak setuju, 0 abstain.',
      'Cara: pemungutan suara.',
      'Perlu 3 setuju, dihitung dari 4 suara setuju dan tidak setuju; yang setuju 2.',
      'Suara setuju dan tidak setuju sama kuat.',
      'Menunggu suara penentu dari pimpinan.',
    ]);
  });

  test('[T18] consent and approval', () => {
    const electorate = electorateOf(['1', '2', '3'].map((key) => ({ key, chamber: null, weight: 1 })));
    const answers = [{ voter: '1', answer: 'agree-with-note' as const }];
    expect(
      tallyInWords(tallyConsent({ rule: presetRules.working([]), answers, electorate }), 'id', names),
    ).toEqual([
      'Belum mufakat: 0 setuju, 1 setuju dengan catatan, 0 belum bisa, 0 keberatan, 2 tidak menjawab.',
      'Cara: putaran mufakat.',
      'Kuorum tidak tercapai: 1 dari 3 (perlu 2).',
    ]);
    const ballots = [
      { voter: '1', approves: ['x', 'y'] },
      { voter: '2', approves: ['x'] },
    ];
    expect(
      tallyInWords(tallyApproval({ options: ['x', 'y'], ballots, electorate, seats: 1 }), 'id', names),
    ).toEqual([
      'Terpilih: Jembatan.',
      'Surat suara masuk: 2.',
      'Jembatan: 2 dari 2 surat suara.',
      'Sumur: 1 dari 2 surat suara.',
    ]);
  });
});

test('[T18] every rule and every result can be said, in whole sentences without a gap', () => {
  const lang = fc.constantFrom('id' as const, 'en' as const);
  const rung = fc.constantFrom('acclamation' as const, 'consent' as const, 'vote' as const);
  const whole = /^[\p{Lu}].*\.$/u;
  fc.assert(
    fc.property(anyRule, anyVote, rung, lang, (rule, input, on, language) => {
      for (const said of [
        ...ruleInWords(rule, on, language, names),
        ...tallyInWords(tallyVote(input), language, names),
      ]) {
        expect(said).toMatch(whole);
        expect(said).not.toMatch(/undefined|null| {2}| ,|\.\./);
      }
    }),
  );
});
