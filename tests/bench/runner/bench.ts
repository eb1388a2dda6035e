/**
 * `pnpm bench`: runs scenarios, targets interleaved, a fresh server for every run, and prints the table; `report` makes
 * the table from files of results, `draw` the pictures of growth, `peers` installs the peers. Options: README.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawCurves } from '../growth/draw-curves';
import { coresOrSentence } from './machine';
import { allPeers, ensurePeers, peerVersions } from './peers';
import { planOf } from './plan';
import { report, type ResultLine } from './report';
import { runAll } from './run-all';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    scenarios: { type: 'string' },
    targets: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'string' },
    growth: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const [command = 'run', ...files] = positionals;
  switch (command) {
    case 'run':
      return run();
    case 'report':
      return console.log(report(files.flatMap(readLines)));
    case 'draw':
      return console.log(drawCurves(files.flatMap(readLines)).join('\n'));
    case 'peers':
      ensurePeers(allPeers);
      return console.log(peerVersions(allPeers).join('\n'));
    default:
      throw new Error(`Unknown command ${command}; known: run, report FILE…, draw FILE…, peers.`);
  }
}

async function run(): Promise<void> {
  const cores = coresOrSentence();
  if (typeof cores === 'string') throw new Error(cores);
  const plan = planOf(values);
  const file = await runAll(plan, cores);
  if (values.growth) console.log([...drawCurves(readLines(file)), `Results: ${file}`].join('\n'));
  else if (values.profile === undefined) console.log(`\n${report(readLines(file))}\n\nResults: ${file}`);
}

function readLines(file: string): ResultLine[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ResultLine);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
