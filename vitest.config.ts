// How every test is run. Three projects:
// - unit: beside the code, pure or with in-memory ports, fast, in parallel.
// - web: the same for the web app, through its own Vite settings, so that runes work in Node.
// - system: tests/**, real server processes, real browsers, real files; one file at a time, because
//   they measure time and load and would disturb each other.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './infra/run/count-reporter.mjs'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/*/src/**/*.test.ts', 'apps/{server,cli}/src/**/*.test.ts'],
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        root: './apps/web',
        test: { name: 'web', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        test: {
          name: 'system',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          // Real processes on a busy machine: a poll waits as long as a person would.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
