/**
 * A recorded editing history: who typed what, and what each had seen of the other when typing it.
 * The format is that of josephg/editing-traces; see tests/data/README.md.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface TraceStep {
  agent: 0 | 1;
  /** How many steps of the other agent this one had seen. */
  seen: number;
  patches: [position: number, deleted: number, inserted: string][];
}

export interface Trace {
  /** Each agent's steps, in order. */
  steps: [TraceStep[], TraceStep[]];
  endContent: string;
}

interface RawTrace {
  endContent: string;
  txns: { agent: 0 | 1; parents: number[]; patches: TraceStep['patches'] }[];
}

/** Reads a trace of two agents. Agents' own steps follow one another; only the other's are counted as seen. */
export function readTrace(name: string): Trace {
  const file = new URL(`../data/traces/${name}.json.gz`, import.meta.url);
  const raw = JSON.parse(gunzipSync(readFileSync(file)).toString()) as RawTrace;
  const steps: Trace['steps'] = [[], []];
  const known: [number, number][] = [];
  for (const { agent, parents, patches } of raw.txns) {
    const counts: [number, number] = [0, 0];
    for (const parent of parents) {
      const [zero, one] = known[parent] ?? [0, 0];
      counts[0] = Math.max(counts[0], zero);
      counts[1] = Math.max(counts[1], one);
    }
    steps[agent].push({ agent, seen: counts[agent === 0 ? 1 : 0], patches });
    counts[agent] = steps[agent].length;
    known.push(counts);
  }
  return { steps, endContent: raw.endContent };
}
