import { expect, it } from 'vitest';
import { suggestMark } from './suggest-mark';

it('shortens names as people do', () => {
  const names = {
    'Forum Guru Daerah Khusus': 'FG',
    'Komite Sekolah SDN 07 Lubuk Tengah': 'KS',
    'Pemdes Batu Ampar Hulu': 'BA',
    'Pemdes Lubuk Tengah': 'LT',
    'Yayasan Lentera Hulu': 'LH',
    'PT Aur Lestari': 'AL',
    'Dinas Pendidikan Kab. Lembah Aur': 'DP',
    'Koperasi Sinar Rakit': 'SR',
    Bappeda: 'BA',
    'Rede Eskola Dook': 'RE',
    'مؤسسة تعليم القرى': 'مت',
  };
  for (const [name, mark] of Object.entries(names)) expect(suggestMark(name, []), name).toBe(mark);
});

it('never takes what another has, in any case', () => {
  expect(suggestMark('Forum Guru Daerah', ['fg'])).toBe('FD');
  expect(suggestMark('Forum Guru', ['FG'])).toBe('FO');
  expect(suggestMark('A', ['a2'])).toBe('A3');
  expect(suggestMark('  ', [])).toBe('');
});

it('finds two hundred for the same name, none longer than four', () => {
  const taken: string[] = [];
  for (let at = 0; at < 200; at += 1) taken.push(suggestMark('Ab', taken));
  expect(new Set(taken).size).toBe(200);
  expect(Math.max(...taken.map((mark) => mark.length))).toBeLessThanOrEqual(4);
});
