/**
 * What must hold, row by row: of which scenario, which figure, and against whom. *Best peer* is whichever of those named
 * has the best median in the same run.
 */
import type { TargetName } from './targets';

export interface Bound {
  scenario: string;
  /** In words, for the table. */
  measure: string;
  /** Where the figure lies in a result line, with dots. */
  path: string;
  must: Must;
}

export type Must =
  /** Milliseconds or a count; lower is better. */
  | { kind: 'at-most'; limit: number }
  /** Lower is better: ours ≤ factor × the best of those. */
  | { kind: 'ratio-at-most'; factor: number; against: readonly TargetName[] }
  /** Higher is better: ours ≥ factor × the best of those. */
  | { kind: 'ratio-at-least'; factor: number; against: readonly TargetName[] };

const peers = ['yws', 'hocus'] as const;
const times = (factor: number, against: readonly TargetName[] = peers): Must => ({
  kind: 'ratio-at-most',
  factor,
  against,
});
const atMost = (limit: number): Must => ({ kind: 'at-most', limit });

const cpu = { measure: 'CPU s per million deliveries', path: 'cpuPer1M' };
const p50 = { measure: 'p50, ms', path: 'lat.p50' };
const p99 = { measure: 'p99, ms', path: 'lat.p99' };
const cursorP99 = { measure: 'cursor p99, ms', path: 'aLat.p99' };
const wall = { measure: 'all synced, ms', path: 'wallMs' };
const cpuPerJoin = { measure: 'CPU per join, ms', path: 'cpuPerJoinMs' };

export const bounds: readonly Bound[] = [
  { scenario: 'S1', ...p50, must: times(2) },
  { scenario: 'S1', ...p99, must: atMost(50) },
  { scenario: 'S1', ...cpu, must: times(1.5) },
  { scenario: 'S2', ...cpu, must: times(0.5) },
  { scenario: 'S2', ...cpu, must: times(1.5, ['limit-batch20']) },
  { scenario: 'S2', ...p99, must: atMost(60) },
  { scenario: 'S3', ...cpu, must: times(0.85) },
  { scenario: 'S4', ...cpu, must: times(0.9) },
  { scenario: 'S5', ...wall, must: times(0.12) },
  { scenario: 'S5', ...wall, must: times(2, ['limit-pre']) },
  { scenario: 'S5a', ...wall, must: times(0.12) },
  { scenario: 'S5a', ...wall, must: times(2, ['limit-pre']) },
  {
    scenario: 'S6',
    measure: 'deliveries a second at p99 < 100 ms',
    path: 'best.deliveries',
    must: { kind: 'ratio-at-least', factor: 1, against: ['hocus'] },
  },
  { scenario: 'S7', ...cpu, must: times(0.7, ['hocus']) },
  { scenario: 'S7', ...cpu, must: times(2, ['limit-batch20']) },
  { scenario: 'S7', ...p99, must: atMost(100) },
  { scenario: 'A2', ...cpu, must: times(0.3) },
  { scenario: 'A2', ...cursorP99, must: atMost(60) },
  { scenario: 'J1', ...cpuPerJoin, must: times(0.15) },
  { scenario: 'J10', ...cpuPerJoin, must: times(0.1) },
  { scenario: 'M1', measure: 'KB per connection', path: 'idle.kbPerConn', must: times(1.5) },
  { scenario: 'M2', measure: 'KB per document', path: 'mem.kbPerDoc', must: times(0.2) },
  { scenario: 'E3', ...cpu, must: times(1.15, ['sio']) },
  {
    scenario: 'V3',
    measure: 'votes, turnout, close, tally everywhere, ms',
    path: 'wholeMs',
    must: times(2.5, ['sio-coalesced']),
  },
  {
    scenario: 'ES',
    measure: 'all in and presence settled, ms',
    path: 'settledMs',
    must: times(1.5, ['sio-coalesced']),
  },
  { scenario: 'start', measure: 'ready, × an empty folder', path: 'timesEmpty.readyMs', must: atMost(1.3) },
  {
    scenario: 'start',
    measure: 'healthy, × an empty folder',
    path: 'timesEmpty.healthMs',
    must: atMost(1.3),
  },
  {
    scenario: 'start',
    measure: 'CPU until healthy, × an empty folder',
    path: 'timesEmpty.cpuMs',
    must: atMost(1.3),
  },
  { scenario: 'start', measure: 'memory, × an empty folder', path: 'timesEmpty.memoryMb', must: atMost(1.3) },
];
