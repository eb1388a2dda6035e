/** From the options of `pnpm bench` to what is run: scenarios, their targets, rounds and seconds. */
import { join } from 'node:path';
import { curves } from '../growth/curves';
import { documentScenarios } from './document-scenarios';
import { eventScenarios } from './event-scenarios';
import { outFolder } from './folders';
import { startScenarios } from '../start/start-scenarios';
import type { Scenario } from './scenario';
import { isTarget, targetNames, type TargetName } from './targets';

export interface Options {
  quick?: boolean | undefined;
  scenarios?: string | undefined;
  targets?: string | undefined;
  rounds?: string | undefined;
  seconds?: string | undefined;
  profile?: string | undefined;
  growth?: boolean | undefined;
  out?: string | undefined;
}

export interface Plan {
  scenarios: readonly Scenario[];
  /** Whether ours is profiled. */
  profiles: boolean;
  /** JSON lines are added to it. */
  out: string;
}

const allScenarios: readonly Scenario[] = [...documentScenarios, ...eventScenarios, ...startScenarios];
/** They run with --growth, or where they are named. */
const growthScenarios: readonly Scenario[] = [
  ...new Set(curves.flatMap(({ points }) => points.map(({ scenario }) => scenario))),
];

/** In the quick run: what says most in the least time. */
const quickScenarios = ['S1', 'S2', 'S5', 'S7', 'A2', 'J1', 'M1', 'E3', 'V3', 'ES'];
const quickSeconds = 3;

export function planOf(options: Options): Plan {
  const { profile, quick = false, growth = false } = options;
  const names = profile ?? options.scenarios ?? (quick && !growth ? quickScenarios.join() : undefined);
  const all = growth ? growthScenarios : allScenarios;
  const chosen = names === undefined ? all : names.split(',').map(scenarioNamed);
  const targets = profile === undefined ? options.targets?.split(',').map(targetNamed) : (['ours'] as const);
  return {
    scenarios: chosen.map((scenario) => adjusted(scenario, options, targets)),
    profiles: profile !== undefined,
    out: options.out ?? join(outFolder, `${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.jsonl`),
  };
}

function adjusted(
  scenario: Scenario,
  { quick, profile, ...given }: Options,
  targets: readonly TargetName[] | undefined,
): Scenario {
  const once = quick === true || profile !== undefined;
  const seconds = quick === true ? Math.min(quickSeconds, scenario.seconds) : scenario.seconds;
  return {
    ...scenario,
    targets: targets ?? scenario.targets,
    rounds: given.rounds === undefined ? (once ? 1 : scenario.rounds) : count(given.rounds, 'rounds'),
    seconds: given.seconds === undefined ? seconds : count(given.seconds, 'seconds'),
  };
}

function scenarioNamed(name: string): Scenario {
  const known = [...allScenarios, ...growthScenarios];
  const found = known.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new Error(`Unknown scenario ${name}; known: ${known.map((scenario) => scenario.name).join(', ')}.`);
}

function targetNamed(name: string): TargetName {
  if (isTarget(name)) return name;
  throw new Error(`Unknown target ${name}; known: ${targetNames.join(', ')}.`);
}

function count(text: string, what: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${what} is "${text}"; expected a whole number above 0.`);
}
