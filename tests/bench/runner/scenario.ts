/** What a scenario is to the runner: who is measured in it, how often, and one run of one of them. */
import type { Mark } from '../generator/marks';
import type { Figures } from './generate';
import type { TargetName } from './targets';

export interface RunContext {
  /** The cores, as taskset names them. */
  serverCore: string;
  generatorCore: string;
  seconds: number;
  /** Of ours, where it is profiled: hears when a server is up and when what counts begins and ends. */
  profiler: Profiler | null;
}

export interface Profiler {
  nodeFlags: readonly string[];
  serverIsUp(): Promise<void>;
  mark(mark: Mark): void;
  /** Before the server is stopped. */
  finish(): Promise<void>;
}

export interface Scenario {
  name: string;
  /** In a few words, for the table. */
  what: string;
  /** Ours, and those that the bounds compare it with. */
  targets: readonly TargetName[];
  rounds: number;
  /** How long is measured. */
  seconds: number;
  run(target: TargetName, context: RunContext): Promise<Figures>;
}
