// Parts the catalogues for the build: the words of what a first join shows, and all others. Nobody lists them: the words of a part
// are the keys that stand, whole, in its modules and in what these import; `firstParts` names the parts. Every `import()` of a part
// that says more then waits for the other words as well (`withWords`), so that nothing is ever shown without its words. While
// developing and in tests all words come at once.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

interface Catalogue {
  words: Readonly<Record<string, string>>;
  refusals: Readonly<Record<string, string>>;
}

/** The catalogue of a language, as the sources have it. */
async function catalogueOf(src: string, language: string): Promise<Catalogue> {
  const from = async (file: string) => {
    const { module } = await runnerImport<Record<string, Record<string, string>>>(file, {
      configFile: false,
    });
    return Object.values(module)[0] ?? {};
  };
  const worded = resolve(src, `../../../packages/protocol/src/words/refusals.${language}.ts`);
  return { words: await from(join(src, `i18n/${language}.ts`)), refusals: await from(worded) };
}

/** The file that a relative import means; undefined where it is none of ours (a package, a style sheet). */
function fileOf(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = resolve(dirname(importer), specifier);
  return ['', '.ts', '.svelte', '.svelte.ts']
    .map((ending) => base + ending)
    .find((file) => /\.(ts|svelte)$/.test(file) && existsSync(file) && statSync(file).isFile());
}

const importing = /^\s*(?:import|export)\s+(?!type\b)(?:[^;'"]*?from\s*)?['"]([^'"]+)['"]/gm;

/** Modules that are loaded with these, without what they load later. */
export function modulesWith(parts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...parts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || file.includes('/i18n/messages/')) continue;
    found.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(importing)) {
      const next = fileOf(file, specifier);
      if (next) open.push(next);
    }
  }
  return found;
}

/** What looks like keys in them; more than a catalogue holds does no harm. */
export function keysIn(modules: Iterable<string>): Set<string> {
  const keys = new Set<string>();
  for (const file of modules)
    for (const [, key = ''] of readFileSync(file, 'utf8').matchAll(/['"`]([a-z]+\.\w+)['"`]/g)) keys.add(key);
  return keys;
}

const later = /\bimport\((['"`])(\.[^'"`]+)\1\)/g;

/** `firstParts` relative to `src`. */
export function splitWords(src: string, firstParts: readonly string[]): Plugin {
  const first = keysIn(modulesWith(firstParts.map((part) => join(src, part))));
  let all: ReadonlySet<string>;
  let builds = false;
  const needsMore = (part: string): boolean =>
    [...keysIn(modulesWith([part]))].some((key) => all.has(key) && !first.has(key));
  return {
    name: 'split-words',
    configResolved: ({ command }) => void (builds = command === 'build'),
    buildStart: async () => void (all = new Set(Object.keys((await catalogueOf(src, 'id')).words))),
    resolveId: (name) => (name.startsWith('virtual:words-') ? name : undefined),
    async load(name) {
      const [, which, language] = /^virtual:words-(first|rest)\/(\w+)$/.exec(name) ?? [];
      if (!language) return undefined;
      const { words, refusals } = await catalogueOf(src, language);
      const isRest = ([key]: [string, string]): boolean => builds && !first.has(key);
      const mine = Object.entries(words).filter((entry) => isRest(entry) === (which === 'rest'));
      const lines = [`export const words = ${JSON.stringify(Object.fromEntries(mine))};`];
      if (which === 'first') lines.push(`export const refusals = ${JSON.stringify(refusals)};`);
      return lines.join('\n');
    },
    transform(code, name) {
      const file = name.split('?')[0] ?? '';
      if (!builds || !file.startsWith(src)) return undefined;
      let waits = false;
      const waiting = code.replaceAll(later, (whole, _quote, specifier: string) => {
        const part = fileOf(file, specifier);
        if (!part || !needsMore(part)) return whole;
        waits = true;
        return `withWords(${whole})`;
      });
      if (!waits) return undefined;
      const from = JSON.stringify(join(src, 'i18n/language.svelte.ts'));
      return { code: `import { withWords } from ${from};\n${waiting}`, map: null };
    },
  };
}
