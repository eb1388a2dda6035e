/**
 * Bundles the server into dist/main.js, its second thread into dist/bulk-worker.js, and what backs up and restores its data
 * into dist/backups.js: workspace packages inside, npm's packages as they are installed.
 */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: [/^@mufakat\//] },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        'bulk-worker': 'src/docs/bulk-worker.ts',
        backups: 'src/backups/program.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
