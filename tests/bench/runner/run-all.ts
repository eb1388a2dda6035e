/**
 * Runs a plan: round by round, scenario by scenario, the targets of each one after the other, so that a machine whose
 * speed wobbles treats them alike. A line of JSON is kept and a line of words printed for every run.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { figureAt } from '../figures';
import type { Figures } from './generate';
import { load, machine, type Cores } from './machine';
import { ensurePeers, peerVersions, type Peer } from './peers';
import type { Plan } from './plan';
import { createProfiler } from './profile';
import { short } from './report';
import type { Scenario } from './scenario';
import { otherTargets, type TargetName } from './targets';

/** Answers the file with the results. */
export async function runAll({ scenarios, profiles, out }: Plan, cores: Cores): Promise<string> {
  const peers = peersOf(scenarios);
  ensurePeers(peers);
  mkdirSync(dirname(out), { recursive: true });
  console.log([machine(), ...peerVersions(peers)].join('\n'));
  const rounds = Math.max(...scenarios.map((scenario) => scenario.rounds));
  for (let round = 1; round <= rounds; round++) {
    for (const scenario of scenarios.filter((one) => round <= one.rounds)) {
      for (const target of scenario.targets) {
        const figures = await runOne(scenario, target, cores, profiles);
        const { name, seconds } = scenario;
        const line = {
          at: new Date().toISOString(),
          round,
          scenario: name,
          name: target,
          load: load(),
          seconds,
        };
        appendFileSync(out, `${JSON.stringify({ ...line, ...figures })}\n`);
        console.log(`${round}/${scenario.rounds} ${name} ${target}: ${brief(figures)}`);
      }
    }
  }
  return out;
}

async function runOne(
  scenario: Scenario,
  target: TargetName,
  cores: Cores,
  profiles: boolean,
): Promise<Figures> {
  const profiler = profiles && target === 'ours' ? createProfiler(scenario.name) : null;
  try {
    return await scenario.run(target, {
      serverCore: cores.server,
      generatorCore: cores.generator,
      seconds: scenario.seconds,
      profiler,
    });
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function peersOf(scenarios: readonly Scenario[]): Peer[] {
  const targets = scenarios.flatMap(({ targets: names }) => names);
  return [...new Set(targets.flatMap((name) => (name === 'ours' ? [] : (otherTargets[name].peer ?? []))))];
}

const shown: readonly [path: string, label: string][] = [
  ['lat.p50', 'p50'],
  ['lat.p99', 'p99'],
  ['ratio', 'seen'],
  ['aLat.p99', 'cursor p99'],
  ['aRatio', 'seen'],
  ['cpuPer1M', 'CPU s/1M'],
  ['wallMs', 'wall ms'],
  ['settledMs', 'settled ms'],
  ['synced', 'synced'],
  ['best.deliveries', 'best deliveries/s'],
  ['best.p99', 'p99'],
  ['best.genUtil', 'generator'],
  ['idle.kbPerConn', 'KB/connection'],
  ['mem.kbPerDoc', 'KB/document'],
  ['ackAllMs', 'all acked ms'],
  ['finalAllMs', 'final ms'],
  ['wholeMs', 'whole ms'],
  ['joinMs.p50', 'join ms'],
  ['cpuPerJoinMs', 'CPU ms/join'],
  ['full.readyMs', 'ready ms'],
  ['timesEmpty.readyMs', '× empty'],
  ['full.memoryMb', 'MB'],
  ['timesEmpty.memoryMb', '× empty'],
  ['firstJoin.allMs', 'first person in after ms'],
  ['cpuS', 'CPU s'],
  ['cpuUtil', 'server'],
  ['genUtil', 'generator'],
];

function brief(figures: Figures): string {
  if (typeof figures.error === 'string')
    return ['failed:', figures.error, figures.server].filter((said) => typeof said === 'string').join(' ');
  return shown
    .flatMap(([path, label]) => {
      const value = figureAt(figures, path);
      return value === null ? [] : [`${label} ${short(value)}`];
    })
    .join(' · ');
}
