/** What is wrong with an election file, as one sentence after its place; one that is missing does not compile. */
import type { FileProblem, FileProblemCode } from '../files/file-problem';
import type { Lang } from './rule-in-words';

/** "line 3, column 7: there is no such candidate (9)". */
export function fileProblemInWords({ code, line, column, found }: FileProblem, lang: Lang): string {
  const { place, sentences } = words[lang];
  return `${place(line, column)}: ${sentences[code]}${found === '' ? '' : ` (${found})`}`;
}

type Words = { place: (line: number, column: number) => string; sentences: Record<FileProblemCode, string> };

const words: Record<Lang, Words> = {
  en: {
    place: (line, column) => `line ${line}, column ${column}`,
    sentences: {
      too_large: 'the file is too large',
      empty: 'nothing stands in it',
      syntax: 'this cannot be read here',
      ends_early: 'the file ends too early',
      key_twice: 'this is said twice',
      too_deep: 'it is nested too deep',
      not_an_election: 'this is no election: candidates or ballots are missing',
      wrong_kind: 'something else should stand here',
      unknown_word: 'this word is not known here',
      bad_seats: 'the number of seats is not a whole number from 1',
      bad_name: 'a name is empty, too long, or holds signs that do not print',
      no_candidates: 'nobody stands',
      too_many_candidates: 'too many candidates',
      name_twice: 'two candidates have the same name',
      no_such_candidate: 'there is no such candidate',
      candidate_twice: 'a candidate stands here twice',
      bad_count: 'the number of ballots is not a whole number from 1',
      ballot_open: 'the ballot does not end with 0',
      bad_rank: 'a rank is not a whole number from 1',
      bad_mark: 'a mark is not a whole number',
      bad_tie_order: 'the order for ties does not name every candidate once',
      mixed_ballots: 'a ballot gives either a ranking or marks, and all ballots alike',
      too_many_ballots: 'too many ballots',
      too_many_voters: 'the numbers of ballots add up to too many',
      row_too_long: 'the row has more cells than it should',
      quote_open: 'a quotation mark is not closed, or closed too early',
      text_after_end: 'something stands after the end',
    },
  },
  id: {
    place: (line, column) => `baris ${line}, kolom ${column}`,
    sentences: {
      too_large: 'berkasnya terlalu besar',
      empty: 'isinya kosong',
      syntax: 'bagian ini tidak terbaca',
      ends_early: 'berkasnya terpotong',
      key_twice: 'disebut dua kali',
      too_deep: 'bersarang terlalu dalam',
      not_an_election: 'bukan pemilihan: tidak ada calon atau surat suara',
      wrong_kind: 'seharusnya bukan ini yang ada di sini',
      unknown_word: 'kata ini tidak dikenal di sini',
      bad_seats: 'jumlah kursi bukan bilangan bulat mulai dari 1',
      bad_name: 'ada nama yang kosong, terlalu panjang, atau berisi tanda yang tidak tampak',
      no_candidates: 'tidak ada calon',
      too_many_candidates: 'calonnya terlalu banyak',
      name_twice: 'ada dua calon dengan nama yang sama',
      no_such_candidate: 'tidak ada calon itu',
      candidate_twice: 'calon ini disebut dua kali',
      bad_count: 'jumlah surat suara bukan bilangan bulat mulai dari 1',
      ballot_open: 'surat suara tidak diakhiri dengan 0',
      bad_rank: 'peringkat bukan bilangan bulat mulai dari 1',
      bad_mark: 'nilai bukan bilangan bulat',
      bad_tie_order: 'urutan untuk suara seri tidak menyebut setiap calon tepat satu kali',
      mixed_ballots: 'surat suara berisi peringkat atau nilai, dan semuanya harus sama bentuknya',
      too_many_ballots: 'surat suaranya terlalu banyak',
      too_many_voters: 'jumlah seluruh surat suara terlalu besar',
      row_too_long: 'selnya lebih banyak daripada seharusnya',
      quote_open: 'tanda kutip tidak ditutup, atau ditutup terlalu awal',
      text_after_end: 'masih ada sesuatu setelah akhirnya',
    },
  },
};
