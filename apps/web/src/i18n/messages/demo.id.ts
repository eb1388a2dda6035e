// Words for the demo: its page and its banner, in Indonesian: the source of the keys.
export const demo = {
  'demo.title': 'Peragaan “Sekolah Terpencil”',
  'demo.lead':
    'Sebuah forum sudah berdiri lima minggu lalu, tujuannya terkunci, berita acaranya bisa dibaca. Sekarang Musyawarah Prioritas siap dimulai.',
  'demo.fiction':
    'Kabupaten Lembah Aur, para mitranya dan orang-orangnya karangan. Angkanya angka terbitan dari tempat yang sebanding; sasaran 2028 karangan.',
  'demo.own':
    'Anda mendapat salinan sendiri selama 24 jam, sesudah itu terhapus. Yang lain di ruang itu peraga: dijalankan program, dan ditandai begitu pada namanya.',
  'demo.as': 'Masuk sebagai',
  'demo.chair': 'Pimpinan',
  'demo.chairHelp': 'Anda membuka, menjalankan acara, menanyakan mufakat; para peraga menjawab.',
  'demo.delegate': 'Utusan koperasi',
  'demo.delegateHelp': 'Pimpinannya peraga; Anda ikut menulis dan memberi suara untuk Koperasi Sinar Rakit.',
  'demo.guest': 'Tamu',
  'demo.guestHelp': 'Anda melihat musyawarah berjalan pelan, tanpa suara.',
  'demo.enterAs': 'Masuk sebagai {role}',
  'demo.waiting': 'salinan Anda',
  'demo.sources': 'Sumber angka',
  'demo.off': 'Peragaan tidak tersedia di sini',
  'demo.offHelp': 'Pengelola server ini tidak menyediakannya. Anda tetap bisa masuk dengan kode musyawarah.',
  'demo.ends': 'Peragaan: hilang dalam {hours, plural, other {# jam}}.',
} as const;
