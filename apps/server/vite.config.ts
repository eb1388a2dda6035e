/** Bundles the server into dist/main.js: workspace packages inside, npm's packages as they are installed. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: [/^@mufakat\//] },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { input: 'src/main.ts', output: { entryFileNames: '[name].js' } },
  },
});
