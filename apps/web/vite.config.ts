// How the client is built: one page, plain Vite, everything hashed except what the first moment needs under a fixed name.
// The build must run under `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';
// connect-src 'self'; require-trusted-types-for 'script'`: nothing inline, no `data:` (assetsInlineLimit 0), no innerHTML
// (see svelte.config.js). Oldest phones meant: Chromium 109; colours and prefixes are lowered for them here, not in the sources.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';
import { modulesWith, splitWords } from './split-words.ts';

/** What a guest's first join shows, for its words: the ways in, the room, and what stands on its stage most of the time. */
const firstParts = [
  'main.ts',
  'pages/JoinPage.svelte',
  'pages/LinkPage.svelte',
  'pages/MeetingPage.svelte',
  'features/agenda/AgendaReader.svelte',
  'features/agenda/DraftPreview.svelte',
  'features/meeting/AfterAdoption.svelte',
];

const src = join(import.meta.dirname, 'src');

/** What comes with a page in any case, without the page itself. */
function comesWith(...pages: string[]): Set<string> {
  const parts = pages.map((page) => join(src, page));
  return new Set([...modulesWith(parts)].filter((file) => !parts.includes(file)));
}

const pageFile = (name: string): string => `pages/${name}Page.svelte`;
const start = comesWith('main.ts');
const room = comesWith(pageFile('Meeting'));
const elsewhere = comesWith(
  ...['Join', 'Link', 'Landing', 'Privacy', 'Demo', 'NewCoalition', 'Coalition', 'Plan'].map(pageFile),
);
const smallParts =
  /\/web\/src\/(shell|ui\/(?!BarChart|CopyField|QrCode|StackBar|LongList|long-list|rows-in-sight|rearranged|sorting))/;
/** What folds a meeting, checks its chain and reads it; what decides is another matter. */
const rules =
  /\/domain\/src\/(evolve-meeting|permissions|document-rights|limits|(\w+\/)?views)\.ts$|\/record\/src\/(chain|hash|words)\.ts$/;

/** `words-first-id` for `virtual:words-first/id`; other chunks have the names that the bundler gives. */
function chunkName(facade: string | null): string {
  const words = /^virtual:(words-\w+)\/(\w+)$/.exec(facade ?? '');
  return `assets/${words ? `${words[1]}-${words[2]}` : '[name]'}-[hash].js`;
}

const server = process.env.MUFAKAT_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte(), splitWords(src, firstParts), precompress(join(import.meta.dirname, 'dist'))],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome109', 'safari16.4', 'firefox115'],
    cssTarget: ['chrome109', 'safari16.4', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
    // Our own packages do nothing on import: what a page does not use of them stays out, so that the door loads no schemas.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/packages\/[a-z-]+\/src\//, sideEffects: false }] },
      // Small pieces that most pages share come in one file: each by itself costs a request and packs worse.
      output: {
        chunkFileNames: ({ facadeModuleId }) => chunkName(facadeModuleId),
        codeSplitting: {
          groups: [
            // What reads shared documents: not the room's, which stands before they have come.
            { name: 'documents', test: /\/(yjs|lib0|y-protocols|y-websocket)\//, priority: 3 },
            // What the start needs, the small parts that most pages are made of, and what the room shares with other pages.
            {
              name: 'pieces',
              test: (id: string) =>
                start.has(id) || smallParts.test(id) || (room.has(id) && elsewhere.has(id)),
              priority: 2,
            },
            { name: 'kept', test: /\/web\/src\/kept\/(?!kept-words)/, priority: 2 },
            { name: 'rules', test: rules, priority: 2 },
            { name: 'room', test: (id: string) => room.has(id), priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
});
