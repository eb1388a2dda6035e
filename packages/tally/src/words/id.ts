/** The phrases in Indonesian, the first language of the house. */
import type { Phrases } from './phrases';

const fractions: Record<string, string> = {
  '1/4': 'seperempat',
  '1/3': 'sepertiga',
  '1/2': 'separuh',
  '3/5': 'tiga perlima',
  '2/3': 'dua pertiga',
  '3/4': 'tiga perempat',
};

export const id: Phrases = {
  share: (atLeast, strict) => `${strict ? 'lebih dari' : 'paling sedikit'} ${fractions[atLeast] ?? atLeast}`,
  shareWhole: { '0/1': 'paling sedikit satu', '1/1': 'semua' },
  base: {
    'yes+no': 'suara setuju dan tidak setuju',
    cast: 'suara yang masuk',
    present: 'yang hadir',
    attended: 'yang menandatangani daftar hadir',
    roll: 'yang berhak memberi suara',
  },
  numbers: (need, of) => ` (${need} dari ${of})`,
  partnerVote: {
    majority:
      'Suara tiap mitra mengikuti suara terbanyak orangnya; bila setuju dan tidak setuju sama banyak, mitra itu abstain.',
    split:
      'Suara tiap mitra dibagi sebanding dengan suara orangnya, dalam bilangan bulat; bila sisanya sama, yang didahulukan tidak setuju, lalu abstain, lalu setuju.',
  },
  rule: {
    acclamation: [
      'Aklamasi: pimpinan bertanya apakah ada yang keberatan, dan tidak ada.',
      'Siapa pun boleh meminta pemungutan suara.',
    ],
    consent: 'Mufakat: tidak ada keberatan yang tetap ada, dan ada yang menyatakan setuju.',
    silence: { counts: 'Yang diam dianggap setuju.', 'does-not-count': 'Yang diam tidak dianggap setuju.' },
    simpleMajority: 'Diterima bila yang setuju lebih banyak daripada yang tidak setuju.',
    noOneAgainst: 'Diterima bila ada yang setuju dan tidak ada yang tidak setuju.',
    all: (base) => `Diterima bila semua setuju, dihitung dari ${base}.`,
    majority: (share, base, numbers) => `Diterima bila yang setuju ${share} dari ${base}${numbers}.`,
    effect: {
      'yes+no': 'Abstain dan suara kosong tidak dihitung.',
      cast: 'Abstain dan suara tidak sah ikut dihitung, suara kosong tidak.',
      present: 'Abstain berarti tidak ikut menyetujui.',
      attended: 'Abstain berarti tidak ikut menyetujui, juga bila sudah pulang.',
      roll: 'Yang tidak hadir atau abstain berarti tidak ikut menyetujui.',
    },
    support: (chambers) => `Harus ada yang setuju dari paling sedikit ${chambers} unsur.`,
    eachChamber: (chambers, share, base) =>
      `Di unsur ${chambers} masing-masing, yang setuju juga ${share} dari ${base}.`,
    emptyChamber: {
      blocks: 'Bila satu unsur itu tidak hadir, belum dapat diputuskan.',
      skipped: 'Unsur yang tidak hadir dilewati.',
    },
    quorum: (who, numbers) => `Kuorum (jumlah hadir minimal): ${who}${numbers}.`,
    quorumOf: (share, base, by) => `${share} dari ${quorumBases[base]} ${quorumVerb(base, by)}`,
    quorumPer: (chambers) => `Kuorum yang sama berlaku untuk unsur ${chambers} masing-masing.`,
    chamberQuorum: (chamber, who) => `Kuorum unsur ${chamber}: ${who}.`,
    ifNot: (steps) => `Bila kuorum belum tercapai: ${steps}.`,
    step: (step) => {
      if (step.step === 'wait') return `ditunda paling lama ${step.hours} jam`;
      return step.step === 'reconvene'
        ? `bertemu lagi dalam ${step.days} hari`
        : 'dilanjutkan dengan yang hadir';
    },
    tie: (tie) => {
      if (tie.kind === 'fails') return 'Bila suara sama kuat, usulan tidak diterima.';
      if (tie.kind === 'chair') return 'Bila suara sama kuat, pimpinan memberi suara penentu.';
      if (tie.kind === 'lot') return 'Bila suara sama kuat, diputuskan dengan undian.';
      return `Bila suara sama kuat, pemungutan suara diulang setelah ${tie.afterHours} jam; bila tetap sama kuat, usulan gugur.`;
    },
    conflicted: 'Yang punya benturan kepentingan tidak ikut dihitung.',
    expires: (date) => `Berlaku sampai ${date}, kecuali dikukuhkan.`,
    list: (items) => listed(items, 'dan'),
  },
  tally: {
    outcome: { passes: 'Diterima', fails: 'Tidak diterima', tied: 'Suara sama kuat' },
    consent: { passes: 'Mufakat', fails: 'Belum mufakat' },
    rung: {
      consent: 'Cara: putaran mufakat.',
      qualified: 'Cara: mufakat bersyarat, dengan dukungan antar-unsur.',
      vote: 'Cara: pemungutan suara.',
    },
    choice: { yes: 'setuju', no: 'tidak setuju', abstain: 'abstain', blank: 'kosong', invalid: 'tidak sah' },
    answer: {
      agree: 'setuju',
      'agree-with-note': 'setuju dengan catatan',
      'not-yet': 'belum bisa',
      object: 'keberatan',
    },
    silent: 'tidak menjawab',
    majority: (need, of, base, yes) =>
      `Perlu ${need} setuju, dihitung dari ${of} ${base}; yang setuju ${yes}.`,
    quorum: (met, have, of, need) =>
      `Kuorum ${met ? '' : 'tidak '}tercapai: ${have} dari ${of} (perlu ${need}).`,
    reason: {
      nobody_to_count: () => 'Tidak ada suara yang dapat dihitung.',
      no_quorum: () => 'Kuorum tidak tercapai.',
      chamber_no_quorum: (chamber) => `Kuorum unsur ${chamber} tidak tercapai.`,
      no_majority: () => 'Yang setuju kurang dari yang diperlukan.',
      chamber_no_majority: (chamber) => `Di unsur ${chamber}, yang setuju kurang dari yang diperlukan.`,
      chamber_empty: (chamber) => `Unsur ${chamber} tidak hadir.`,
      too_little_support: () => 'Yang setuju datang dari terlalu sedikit unsur.',
      tied: () => 'Suara setuju dan tidak setuju sama kuat.',
      objection_stands: () => 'Masih ada keberatan.',
      nobody_agreed: () => 'Belum ada yang menyatakan setuju.',
    },
    tie: {
      fails: 'Karena sama kuat, usulan tidak diterima.',
      'awaits-chair': 'Menunggu suara penentu dari pimpinan.',
      'awaits-lot': 'Menunggu undian.',
      'awaits-revote': 'Pemungutan suara akan diulang.',
      'chair-yes': 'Suara penentu pimpinan: setuju.',
      'chair-no': 'Suara penentu pimpinan: tidak setuju.',
      'lot-yes': 'Hasil undian: setuju.',
      'lot-no': 'Hasil undian: tidak setuju.',
    },
    left: (weight) => `Tidak dihitung karena benturan kepentingan: ${weight}.`,
    ballots: (ballots) => `Surat suara masuk: ${ballots}.`,
    option: (name, approvals, ballots) => `${name}: ${approvals} dari ${ballots} surat suara.`,
    elected: (names) => `Terpilih: ${names}.`,
    nobodyElected: 'Belum ada yang terpilih.',
    approvalTie: (names, seats) => `Sama kuat: ${names}, untuk ${seats} tempat yang tersisa.`,
    blockVoting: 'Cara ini tidak sebanding: kelompok terbesar dapat memperoleh semua tempat.',
  },
};

const quorumBases = {
  roll: 'yang berhak memberi suara',
  invited: 'yang diundang',
  present: 'yang hadir',
  attended: 'yang menandatangani daftar hadir',
};

function quorumVerb(base: keyof typeof quorumBases, by: Parameters<Phrases['rule']['quorumOf']>[2]): string {
  if (by === 'answering') return 'menjawab';
  if (base === 'invited') return 'menandatangani daftar hadir';
  return by === 'signing' ? 'ikut memberi suara' : 'hadir';
}

function listed(items: readonly string[], and: string): string {
  if (items.length < 3) return items.join(` ${and} `);
  return `${items.slice(0, -1).join(', ')}, ${and} ${items.at(-1) ?? ''}`;
}
