// Words for oneself: waiting, name, devices, data, what one missed, privacy, in Indonesian: the source of the keys.
export const self = {
  'self.waitTitle': 'Anda menunggu di ruang tunggu',
  'self.waitHelp':
    'Pimpinan atau fasilitator akan mempersilakan Anda. Halaman ini terbuka sendiri; tidak perlu memuat ulang.',
  'self.waitWhen': '{coalition}, mulai {time}',
  'self.waitPlace': 'Tempat: {place}',
  'self.waitPhase':
    '{phase, select, planned {Musyawarah belum dimulai.} lobby {Musyawarah segera dimulai.} open {Musyawarah sedang berlangsung.} paused {Musyawarah sedang diskors.} other {Musyawarah sudah ditutup.}}',
  'self.waitAs': 'Anda datang sebagai <b>{name}</b>, {partner}.',
  'self.waitNobody': 'tidak mewakili mitra',
  'self.waitLost': 'Sambungan terputus. Sedang dicoba lagi; urutan Anda tidak hilang.',
  'self.waitLeave': 'Tidak jadi masuk',
  'self.waitLeaveHelp': 'Nama yang Anda tulis ikut dihapus.',
  'self.menu': 'Saya',
  'self.nameItem': 'Nama dan sapaan saya',
  'self.nameHelp': 'Ditulis seperti ini di layar, di daftar hadir, dan dalam berita acara.',
  'self.nameOf': 'Nama dan sapaan',
  'self.nameSave': 'Simpan nama',
  'self.nameSaved': 'Nama disimpan.',
  'self.linkItem': 'Masuk di perangkat lain',
  'self.linkHelp':
    'Buka tautan ini, atau pindai kodenya, di ponsel atau laptop Anda yang lain: Anda tetap satu orang dengan satu suara. Siapa yang memegang tautan ini masuk sebagai Anda, jadi jangan dibagikan.',
  'self.linkLost':
    'Ponsel hilang? Ganti dengan yang baru: semua perangkat lain keluar dalam satu detik, hanya perangkat ini yang tetap masuk.',
  'self.linkLostOf':
    'Bila tautan diganti atau dicabut, semua perangkat yang masuk sebagai orang ini keluar saat itu juga.',
  'self.dataItem': 'Data saya',
  'self.dataHelp':
    'Semua yang disimpan server tentang Anda dalam musyawarah ini: nama, tempat, kehadiran, kata-kata Anda, suara terbuka Anda, dan banyaknya tulisan Anda.',
  'self.dataGet': 'Unduh data saya (JSON)',
  'self.erase': 'Hapus nama saya …',
  'self.eraseTitle': 'Hapus nama Anda dari musyawarah ini?',
  'self.eraseWhat':
    'Nama dan sapaan Anda, juga yang lama, dihapus dari server untuk selamanya, dan Anda keluar di semua perangkat. Yang Anda katakan dan suara yang sudah dihitung tetap tercatat, tanpa nama.',
  'self.erasePaper':
    'Yang sudah dicetak, diunduh, atau disimpan orang lain tidak dapat ditarik: berita acara di kertas tetap memuat nama Anda.',
  'self.eraseNow': 'Hapus sekarang',
  'self.erased': 'Nama Anda sudah dihapus dari musyawarah itu.',
  'self.missedItem': 'Yang terlewat',
  'self.missedLate': 'Musyawarah sudah berjalan sebelum Anda datang.',
  'self.missedSince': 'Sejak Anda terakhir di sini, {time}.',
  'self.missedNothing': 'Tidak ada yang terlewat.',
  'self.missedNow': 'Sekarang: {title}',
  'self.missedClose': 'Mengerti',
  'self.missedOpened': 'Musyawarah dibuka',
  'self.missedPaused': 'Diskors: {why}',
  'self.missedResumed': 'Skors dicabut',
  'self.missedClosed': 'Musyawarah ditutup',
  'self.missedReopened': 'Dibuka lagi: {why}',
  'self.missedAgenda': 'Susunan acara ditetapkan',
  'self.missedItemDone': 'Selesai dibahas: {title}',
  'self.missedLocked': 'Naskah dikunci: {title}',
  'self.missedDecided': 'Diputuskan: {title}',
  'self.missedNotDecided': 'Belum diputuskan: {title}',
  'self.missedVoid': 'Dibatalkan: {title}',
  'self.missedHanded': '{from} menyerahkan pimpinan kepada {to}',
  'self.missedTaken': '{by} mengambil alih pimpinan',
  'self.someone': 'seseorang',
  'self.privacyTitle': 'Apa yang disimpan tentang Anda',
  'self.privacyKept':
    'Disimpan: nama dan sapaan yang Anda tulis, mitra Anda, jam hadir, yang Anda tulis dan katakan, dan suara terbuka Anda.',
  'self.privacySeen': 'Terlihat oleh peserta musyawarah ini; yang masuk berita acara dapat dibaca di luar.',
  'self.privacyMonths': '{months, plural, other {Kebijakan forum ini: disimpan # bulan.}}',
  'self.privacyUntil': 'Disimpan sampai forum ini menghapusnya.',
  'self.privacyAsCoalition': 'Disimpan selama yang ditetapkan forum yang mengundang.',
  'self.privacyOperator': 'Server ini dikelola {operator}.',
  'self.privacyHost': 'Server ini dikelola oleh yang memiliki alamat {host}.',
  'self.privacyErase':
    'Anda dapat mengunduh data Anda dan menghapus nama Anda kapan saja; yang sudah dicetak tidak dapat ditarik.',
  'self.privacyNone': 'Tidak ada pelacak dan tidak ada iklan.',
  'self.privacyMore': 'Selengkapnya',
  'self.privacyNew': 'Anda masuk dengan tautan pribadi.',
  'self.privacyShort': 'Nama, kehadiran, kata-kata, dan suara terbuka Anda disimpan untuk musyawarah ini.',
  'self.privacyUnderstood': 'Mengerti',
  'self.pWhat': 'Yang disimpan',
  'self.pWhatName':
    'Nama dan sapaan sebagaimana Anda menulisnya, juga yang lama bila Anda menggantinya, dan mitra yang Anda sebut.',
  'self.pWhatHere': 'Kapan Anda menandatangani daftar hadir dan kapan pergi, peran dan hak suara Anda.',
  'self.pWhatWords':
    'Yang Anda tulis bersama dalam susunan acara, catatan, dan naskah, beserta siapa yang menulis bagian mana.',
  'self.pWhatVotes':
    'Suara terbuka dicatat dengan nama. Jawaban saat ruang ditanya “mufakat?” disimpan per orang hanya selama pertanyaan terbuka; sesudahnya tinggal jumlahnya dan catatan tanpa nama orang.',
  'self.pWhatDevice':
    'Satu kuki agar perangkat Anda dikenali, 90 hari. Alamat internet hanya dipakai sesaat untuk membatasi percobaan menebak kode; tidak disimpan dalam catatan musyawarah.',
  'self.pWho': 'Siapa yang melihat',
  'self.pWhoIn':
    'Semua yang memegang tempat dalam musyawarah melihat nama, tulisan, dan suara terbuka. Yang menunggu di ruang tunggu tidak melihat apa-apa tentang orang lain.',
  'self.pWhoOut':
    'Berita acara dan catatan dapat diunduh peserta dan diteruskan. Pengelola server dapat membaca seluruh isi server.',
  'self.pLong': 'Berapa lama',
  'self.pLongText':
    'Forum yang mengundang menetapkan berapa lama musyawarahnya disimpan. Cadangan milik pengelola dapat bertahan lebih lama.',
  'self.pRun': 'Siapa yang mengelola',
  'self.pRights': 'Hak Anda',
  'self.pRightsGet': 'Unduh semua data Anda: dalam musyawarah, menu “Saya”, “Data saya”.',
  'self.pRightsErase':
    'Hapus nama Anda di tempat yang sama, juga saat menunggu atau sesudah dikeluarkan. Rantai catatan tetap utuh dan dapat diperiksa, tanpa nama Anda.',
  'self.pRightsName':
    'Pakai nama panggilan. Tidak ada yang meminta nama lengkap, alamat surel, atau nomor telepon.',
  'self.pNot': 'Yang tidak kami janjikan',
  'self.pNotOperator': 'Selama pertanyaan masih terbuka, pengelola server dapat melihat isinya.',
  'self.pNotCoercion':
    'Kami tidak dapat mencegah orang di sebelah Anda melihat layar Anda atau memaksa Anda.',
  'self.pNotPaper': 'Yang sudah dicetak, difoto, atau diunduh orang lain tidak dapat kami tarik.',
  'self.pNotBlock':
    '“Blokir” mengenali perangkat dari kukinya. Orang yang menghapus kuki datang sebagai perangkat baru.',
} as const;
