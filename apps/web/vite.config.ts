// How the client is built: one page, plain Vite, everything hashed except what the first moment needs under a fixed name.
// The build must run under `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';
// connect-src 'self'; require-trusted-types-for 'script'`: nothing inline, no `data:` (assetsInlineLimit 0), no innerHTML
// (see svelte.config.js). Oldest phones meant: Chromium 109; colours and prefixes are lowered for them here, not in the sources.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

const server = process.env.MUFAKAT_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte(), precompress(join(import.meta.dirname, 'dist'))],
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
        codeSplitting: {
          groups: [
            { name: 'pieces', test: /\/web\/src\/(shell|ui\/(?!BarChart|CopyField|QrCode|StackBar))/ },
            {
              name: 'room',
              test: /\/web\/src\/features\/(meeting\/(Act|Lazy|Refused|StageHead|WithDocument|room|stage-model)|agenda\/(kind-words|planned-times)|decisions\/decision-model|writing\/(safe-link|types-around|who-writes|writer)|polls\/(answer-words|poll-model)|people\/(partner-marks|role-words))/,
            },
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
