/** Every sentence of backing up and restoring, once per language; one that is missing does not compile. */
import type { DatabaseCounts } from '../store/sqlite/inspect';
import type { BackupProblem } from './backup-error';
import type { Step } from './progress';

export type Lang = 'id' | 'en';

export interface Messages {
  backedUp: (path: string) => string;
  restored: (path: string) => string;
  /** What is in it, a line each. */
  counts: (counts: DatabaseCounts) => string[];
  /** Of a backup of older tables. */
  uncounted: string;
  step: Record<Step, string>;
  problem: (problem: BackupProblem) => string[];
}

const en: Messages = {
  backedUp: (path) => `Backup made, and checked: ${path}`,
  restored: (path) => `Restored, and every record verifies: ${path}`,
  counts: (counts) => [
    `  coalitions: ${counts.coalitions}`,
    `  meetings: ${counts.meetings}`,
    `  events: ${counts.events}`,
    `  documents: ${counts.documents} (changes: ${counts.updates})`,
    `  ballots: ${counts.ballots}`,
  ],
  uncounted: '  made by an older version; its records are checked when it is restored',
  step: { copying: 'copying', checking: 'checking records', reading: 'reading' },
  problem: (problem) => {
    switch (problem.code) {
      case 'no_data':
        return [
          `${problem.path}: there is no data of Mufakat here; name the data folder with --data FOLDER.`,
        ];
      case 'target_taken':
        return [`${problem.path}: is there already; name one that is not, such as one with today's date.`];
      case 'folder_taken':
        return [`${problem.path}: is not an empty folder; name one that is empty or not there yet.`];
      case 'not_a_backup':
        return [`${problem.path}: is not a backup of Mufakat; expected a folder with a backup.json.`];
      case 'newer':
        return [
          `The data is of version ${problem.found}, this program knows versions up to ${problem.known}: use the newer program.`,
        ];
      case 'damaged':
        return [
          problem.kept === null
            ? 'It is damaged; nothing was restored.'
            : `The data is damaged; what was copied is kept in ${problem.kept}.`,
          ...problem.findings.map((line) => `  ${line}`),
        ];
      case 'failed':
        return [`It could not be done: ${problem.why}`];
    }
  },
};

const id: Messages = {
  backedUp: (path) => `Cadangan sudah dibuat dan diperiksa: ${path}`,
  restored: (path) => `Sudah dipulihkan, semua catatan utuh: ${path}`,
  counts: (counts) => [
    `  koalisi: ${counts.coalitions}`,
    `  musyawarah: ${counts.meetings}`,
    `  peristiwa: ${counts.events}`,
    `  naskah: ${counts.documents} (perubahan: ${counts.updates})`,
    `  surat suara: ${counts.ballots}`,
  ],
  uncounted: '  dibuat oleh versi lama; catatannya diperiksa saat dipulihkan',
  step: { copying: 'menyalin', checking: 'memeriksa catatan', reading: 'membaca' },
  problem: (problem) => {
    switch (problem.code) {
      case 'no_data':
        return [`${problem.path}: tidak ada data Mufakat di sini; sebutkan foldernya dengan --data FOLDER.`];
      case 'target_taken':
        return [`${problem.path}: sudah ada; sebutkan nama lain, misalnya dengan tanggal hari ini.`];
      case 'folder_taken':
        return [`${problem.path}: bukan folder kosong; sebutkan yang kosong atau yang belum ada.`];
      case 'not_a_backup':
        return [`${problem.path}: bukan cadangan Mufakat; seharusnya folder yang berisi backup.json.`];
      case 'newer':
        return [
          `Datanya versi ${problem.found}, program ini mengenal sampai versi ${problem.known}: pakailah program yang lebih baru.`,
        ];
      case 'damaged':
        return [
          problem.kept === null
            ? 'Cadangannya rusak; tidak ada yang dipulihkan.'
            : `Datanya rusak; salinannya disimpan di ${problem.kept}.`,
          ...problem.findings.map((line) => `  ${line}`),
        ];
      case 'failed':
        return [`Tidak berhasil: ${problem.why}`];
    }
  },
};

export const messages: Readonly<Record<Lang, Messages>> = { en, id };
