// `pnpm test:elections`: counts a million made-up elections of every method twice, by two counts that share no code, and holds every
// method to its laws. ELECTIONS sets another number. Takes about an hour; `pnpm test` does the same with 10,000.

import { run, tool } from './shell.mjs';

const env = { ELECTIONS: process.env['ELECTIONS'] ?? '1000000' };
const files = ['tests/tally/agreement.test.ts', 'packages/tally/src/methods/laws.test.ts'];
const { code } = await run(tool('vitest'), ['run', ...files, ...process.argv.slice(2)], { env });
process.exit(code);
