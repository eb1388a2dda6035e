/** The phrases about elections in Indonesian, the first language of the house. */
import type { MethodPhrases } from './method-phrases';

export const methodId: MethodPhrases = {
  name: {
    plurality: 'Satu pilihan',
    approval: 'Pilih yang disetujui',
    score: 'Beri nilai',
    dots: 'Bagi titik',
    quadratic: 'Suara kuadrat',
    irv: 'Urutkan, dihitung per putaran',
    'stv-scottish': 'Urutkan untuk beberapa tempat (aturan Skotlandia)',
    'stv-meek': 'Urutkan untuk beberapa tempat (aturan Meek)',
    schulze: 'Urutkan, dibandingkan berpasangan (Schulze)',
    'ranked-pairs': 'Urutkan, pasangan terkuat lebih dulu',
    borda: 'Urutkan, dihitung dengan poin (Borda)',
    star: 'Beri bintang, lalu putaran akhir',
    'majority-judgment': 'Beri predikat (nilai tengah)',
    temperature: 'Ukur suhu musyawarah',
    'hand-count': 'Angkat tangan',
  },
  fits: {
    plurality: 'Untuk dua pilihan, atau bila sudah menjadi kebiasaan.',
    approval: 'Bila beberapa pilihan bisa sama-sama baik, dan perlu cepat.',
    score: 'Bila penting seberapa baik tiap pilihan, misalnya menurut kriteria musyawarah.',
    dots: 'Untuk melihat lebih dulu mana yang paling penting dari daftar panjang.',
    quadratic: 'Bila sebagian orang sangat peduli pada sedikit hal, dan itu perlu diperhitungkan.',
    irv: 'Untuk satu jabatan atau satu pilihan, agar orang dapat memilih dengan jujur.',
    'stv-scottish': 'Untuk beberapa tempat yang mencerminkan peserta, dengan aturan pemilihan umum.',
    'stv-meek': 'Untuk beberapa tempat yang mencerminkan peserta, dihitung setepat mungkin.',
    schulze: 'Untuk pilihan yang unggul atas setiap pilihan lain, dengan urutan lengkap.',
    'ranked-pairs': 'Seperti Schulze, dengan hitungan yang dapat diikuti pasangan demi pasangan.',
    borda: 'Untuk urutan yang dapat diterima banyak orang.',
    star: 'Dengan nilai, tetapi kata akhir ada pada suara terbanyak antara dua yang teratas.',
    'majority-judgment': 'Bila pilihan dinilai dengan kata-kata, dan nilai ekstrem tidak boleh menentukan.',
    temperature: 'Sebelum memutuskan: apakah peserta sudah siap? Tidak mengikat.',
    'hand-count': 'Bila semua ada di satu ruangan dan tidak perlu rahasia.',
  },
  ballots: (valid, blank) => `Surat suara yang dihitung: ${valid}${blank > 0 ? `; kosong: ${blank}` : ''}.`,
  noBallots: 'Tidak ada surat suara yang berisi pilihan.',
  votesOf: (name, votes, of) => `${name} memperoleh ${votes} dari ${of} suara.`,
  has: {
    dots: (name, figure) => `${name} memperoleh ${figure} titik.`,
    votes: (name, figure) => `${name} memperoleh ${figure} suara.`,
    points: (name, figure) => `${name} memperoleh ${figure} poin.`,
    score: (name, figure) => `${name} memperoleh jumlah nilai ${figure}.`,
  },
  ahead: (lead, second) => `Selisihnya ${lead} dari ${second}.`,
  mean: (name, mean, count) => `${name}: rata-rata ${mean}, dinilai pada ${count} surat suara.`,
  marks: (most) => `Paling banyak ${most} pilihan pada satu surat suara.`,
  leftover: {
    dots: (left) => `Titik yang tidak dipakai: ${left}.`,
    credits: (left) => `Kredit yang tidak dipakai: ${left}.`,
  },
  irvWon: (name, round, votes, continuing) =>
    `${name} menang pada putaran ${round} dengan ${votes} dari ${continuing} suara yang masih dihitung.`,
  irvSecond: (name, votes) => `${name} memperoleh ${votes}.`,
  exhausted: (votes) => `Surat suara yang tidak lagi memuat pilihan yang tersisa: ${votes}.`,
  stopped: (round) => `Penghitungan berhenti pada putaran ${round}.`,
  quota: (quota) => `Untuk terpilih diperlukan ${quota} suara (ambang terpilih).`,
  reached: (name, round, votes) => `${name} terpilih pada putaran ${round} dengan ${votes} suara.`,
  lastSeats: (names) => `Terpilih di bawah ambang, karena tinggal sebanyak tempat yang tersisa: ${names}.`,
  notPassedOn: (votes) => `Suara yang tidak dapat diteruskan: ${votes}.`,
  condorcet: (name) => `${name} lebih disukai daripada setiap pilihan lain, dibandingkan satu per satu.`,
  noCondorcet: 'Tidak ada yang lebih disukai daripada setiap pilihan lain.',
  path: (name, second, there, back) =>
    `${name} di atas ${second}: jalur terkuat ${there}, sebaliknya ${back}.`,
  locks: (locked, cycles, undecided) =>
    [
      `Perbandingan yang dipakai, yang terkuat lebih dulu: ${locked}`,
      ...(cycles > 0 ? [`yang bertentangan dengannya: ${cycles}`] : []),
      ...(undecided > 0 ? [`yang menunggu undian: ${undecided}`] : []),
    ].join('; ') + '.',
  finalists: (names) => `Bintang terbanyak: ${names}.`,
  runoff: (name, other, higher, lower, equal) =>
    `${name} di atas ${other} pada ${higher} surat suara, di bawahnya pada ${lower}, sama pada ${equal}.`,
  median: (name, grade) => `${name}: nilai tengah ${grade}.`,
  temperature: (name, mean, count) => `${name}: rata-rata ${mean} pada skala 0 sampai 4, ${count} jawaban.`,
  unbinding: 'Hasil ini tidak mengikat.',
  byHand: (by) => `Dihitung dengan angkat tangan; angka dicatat oleh ${by}.`,
  tied: {
    rank: (names, round) => `${names} sama kuat${inRound(round)}.`,
    exclusion: (names, round) => `${names} sama-sama paling sedikit${inRound(round)}.`,
    surplus: (names, round) => `${names} punya kelebihan suara yang sama${inRound(round)}.`,
    finalists: (names) => `${names} punya jumlah nilai yang sama, untuk masuk putaran akhir.`,
    runoff: (names) => `Putaran akhir antara ${names} sama kuat.`,
  },
  lookBack: (names, round, fewest) =>
    `Melihat ke belakang: pada putaran ${round}, ${names} paling ${fewest ? 'sedikit' : 'banyak'}.`,
  headToHead: (names) => `Paling sedikit kalah bila dibandingkan satu per satu: ${names}.`,
  byScore: (names) => `Jumlah nilai lebih tinggi: ${names}.`,
  topMarks: (names) => `Lebih banyak nilai tertinggi: ${names}.`,
  mediansRemoved: (names, removed) =>
    `Setelah ${removed} nilai tengah dilepas dari masing-masing, ${names} di atas.`,
  order: {
    lot: 'Urutan hasil undian sebelum pemungutan suara',
    chair: 'Urutan yang ditetapkan pimpinan sebelum pemungutan suara',
    listed: 'Urutan daftar yang diumumkan sebelum pemungutan suara',
  },
  orderSays: (order, names, at) =>
    at === 'exclusion' ? `${order} menentukan: ${names} gugur.` : `${order} menentukan: ${names}.`,
  needsLot: 'Ini harus ditentukan dengan undian.',
};

function inRound(round: number | null): string {
  return round === null ? '' : ` pada putaran ${round}`;
}
