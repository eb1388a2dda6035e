/** The language as state: switches, and parts that bring their words. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseLanguage, language, refusalSentence, startLanguage, t, withWords } from './language.svelte';

describe('the language of the page', () => {
  beforeEach(async () => {
    vi.stubGlobal('document', { documentElement: {} });
    vi.stubGlobal('navigator', { languages: ['id-ID'] });
    await startLanguage();
  });

  it('is switched with its refusals', async () => {
    expect([language(), t('ui.close'), refusalSentence('malformed')]).toEqual([
      'id',
      'Tutup',
      expect.stringContaining('Muat ulang'),
    ]);
    await chooseLanguage('en');
    expect([language(), t('ui.close'), refusalSentence('malformed')]).toEqual([
      'en',
      'Close',
      expect.stringContaining('Reload'),
    ]);
    expect(document.documentElement.lang).toBe('en');
  });

  it('gives the part, and its failure', async () => {
    await expect(withWords(Promise.resolve('part'))).resolves.toBe('part');
    await expect(withWords(Promise.reject(new Error('the line is dead')))).rejects.toThrow('dead');
  });
});
