/** Bundles the program into one file, dist/mufakat.js, which needs nothing but Node. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: 'src/mufakat.ts',
      output: { entryFileNames: 'mufakat.js', banner: '#!/usr/bin/env node' },
    },
  },
});
