import { expect, it } from 'vitest';
import { sameName } from './same-name';

it('is not strict about blanks and capitals, and about nothing else', () => {
  expect(sameName('  sekolah   TERPENCIL ', 'Sekolah Terpencil')).toBe(true);
  expect(sameName('Sekolah', 'Sekolah Terpencil')).toBe(false);
  expect(sameName('', 'Sekolah Terpencil')).toBe(false);
});
