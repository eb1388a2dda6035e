// Words for the front page, in Indonesian: the source of the keys.
export const landing = {
  'landing.title': 'Bermusyawarah sampai mufakat',
  'landing.lead':
    'Satu ruang bagi para mitra untuk menyusun acara, bergiliran bicara, menulis rumusan, memutuskan, dan pulang membawa berita acara.',
  'landing.code': 'Kode musyawarah',
  'landing.codeHelp': 'Enam huruf dan angka, ada di layar ruang atau di undangan.',
  'landing.enter': 'Masuk',
  'landing.create': 'Siapkan musyawarah baru',
  'landing.demo': 'Lihat contoh',
  'landing.free': 'Tanpa akun, tanpa pelacak, tanpa iklan.',
  'landing.exhibit':
    'Beginilah sebuah rumusan disepakati: kata-katanya terkunci, para mitra duduk mengelilinginya.',
  'landing.exhibitTitle': 'Mufakat',
  'landing.exhibitSub': 'Disepakati bersama, tanpa keberatan.',
  'landing.exhibitWording': 'Setiap kelas di 24 sekolah terpencil ada gurunya pada setiap jam pelajaran.',
  'landing.exhibitSeal': 'Rumusan 4, dikunci 11.34',
  'landing.tenets': 'Cara musyawarah berjalan',
  'landing.tenet1': 'Ditulis bersama',
  'landing.tenet1Text': 'Acara dan rumusan disusun bersama, tampak siapa menulis apa.',
  'landing.tenet2': 'Giliran yang adil',
  'landing.tenet2Text': 'Yang belum terdengar bisa didahulukan. Alasan urutannya tertulis.',
  'landing.tenet3': 'Mufakat lebih dulu',
  'landing.tenet3Text': 'Pemungutan suara hanya bila pendirian tidak dapat dipertemukan lagi.',
  'landing.tenet4': 'Tercatat dan bisa diperiksa',
  'landing.tenet4Text':
    'Berita acara memuat keputusan dan catatan yang berbeda. Siapa pun bisa memeriksanya.',
  'landing.places': 'Musyawarah dan kelompok Anda',
  'landing.placesWaiting': 'musyawarah Anda',
  'landing.placeCoalition': 'kelompok mitra',
  'landing.placesMore': '{count, plural, other {Perlihatkan # lagi}}',
  'landing.createClosed': 'Yang baru di sini hanya dengan undangan pengelola.',
} as const;
