/** Bundles the bench for plain Node: the runner, the generator and the servers that it is measured against. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: [/^@mufakat\//] },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        bench: 'runner/bench.ts',
        generator: 'generator/main.ts',
        'servers/hocuspocus': 'servers/hocuspocus.ts',
        'servers/limit': 'servers/limit.ts',
        'servers/limit-uws': 'servers/limit-uws.ts',
        'servers/sio': 'servers/sio.ts',
        'servers/ws-events': 'servers/ws-events.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
