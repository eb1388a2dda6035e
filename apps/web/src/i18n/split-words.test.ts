/** What the build takes for the words of a part. */
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysIn, modulesWith } from '../../split-words';
import { id } from './id';

const src = join(import.meta.dirname, '..');

describe('the words of a part', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mufakat-words-'));
    mkdirSync(join(folder, 'ui'));
    const files = {
      'Page.svelte': `<script lang="ts">
        import type { Never } from './never';
        import {
          one,
        } from './one.svelte';
        import './styles.css';
        import Part from './ui/Part.svelte';
        import { mount } from 'svelte';
        const later = () => import('./Later.svelte');
      </script>{t('page.title')}<Message key="page.help" />`,
      'one.svelte.ts': "export * from './two'; t(a ? 'one.a' : 'one.b');",
      'two.ts': "import './Page.svelte'; const keys = { a: 'two.a' } as const;",
      'never.ts': "t('never.a')",
      'Later.svelte': "{t('later.a')}",
      'styles.css': ".a { content: 'styles.a'; }",
      'ui/Part.svelte': "<script>import '../two';</script>{t('ui.part')}",
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those of its modules and of what comes with them, not of what comes later', () => {
    const keys = keysIn(modulesWith([join(folder, 'Page.svelte')]));
    expect([...keys].sort()).toEqual(['one.a', 'one.b', 'page.help', 'page.title', 'two.a', 'ui.part']);
  });

  it('are found, as keys are written whole: each stands in the sources, and none is put together', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|i18n\/messages\//.test(name))
      .map((name) => join(src, name));
    const named = keysIn(files);
    expect(Object.keys(id).filter((key) => !named.has(key))).toEqual([]);
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(/\b(?:t|parts)\(`/);
  });
});
