/**
 * Plays a trace over two stock clients. Each types its own steps in order; incoming frames are held back until the
 * step at hand has seen what it had seen when it was recorded, so that what was concurrent stays concurrent.
 *
 * The server may join updates into one frame. So a client sends its steps in runs that end where the other's history
 * needs them to end, each closed by a mark beside the text, and starts the next run when the other has received it.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { StockClient } from './stock-client';
import type { Trace, TraceStep } from './trace';

export function textOf(doc: Y.Doc): Y.Text {
  return doc.getText('trace');
}

/** What the text says. Yjs writes a text as its characters, which the linter cannot see through the class. */
export function written(text: Y.Text): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string
  return text.toString();
}

interface Side {
  client: StockClient;
  steps: TraceStep[];
  /** Steps typed. */
  typed: number;
  /** Own clock after each run, by the number of steps typed then. */
  clockAfter: Map<number, number>;
  /** Where runs end: counts of own steps that the other's history names. */
  ends: Set<number>;
  /** Highest clock of the other that has come, held or handed on. */
  arrived: number;
}

export async function playTrace(trace: Trace, clients: [StockClient, StockClient]): Promise<void> {
  const sides = clients.map((client, agent) => sideOf(trace, client, agent)) as [Side, Side];
  for (const [index, side] of sides.entries()) {
    const other = sides[index === 0 ? 1 : 0];
    side.client.gate.closed = true;
    side.client.gate.onHeld = () => {
      side.arrived = Math.max(side.arrived, clockIn(side.client, other.client.doc.clientID));
    };
  }
  await Promise.all([play(sides[0], sides[1]), play(sides[1], sides[0])]);
  for (const side of sides) await until(() => side.arrived >= lastClock(other(sides, side)));
  for (const side of sides) side.client.gate.open();
}

function other(sides: [Side, Side], side: Side): Side {
  return sides[0] === side ? sides[1] : sides[0];
}

function sideOf(trace: Trace, client: StockClient, agent: number): Side {
  const steps = trace.steps[agent] ?? [];
  const others = trace.steps[agent === 0 ? 1 : 0] ?? [];
  const ends = new Set([...others.map((step) => step.seen), steps.length]);
  return { client, steps, typed: 0, clockAfter: new Map([[0, 0]]), ends, arrived: 0 };
}

async function play(side: Side, partner: Side): Promise<void> {
  for (const step of side.steps) {
    await handOn(side, partner, step.seen);
    type(side.client.doc, step);
    side.typed += 1;
    if (side.ends.has(side.typed)) await endRun(side, partner);
  }
}

/** Waits for the other's steps up to `seen` and hands on exactly those. */
async function handOn(side: Side, partner: Side, seen: number): Promise<void> {
  const wanted = () => partner.clockAfter.get(seen);
  await until(() => {
    const clock = wanted();
    return clock !== undefined && side.arrived >= clock;
  });
  const clock = wanted() ?? 0;
  const { doc, gate } = side.client;
  while (Y.getState(doc.store, partner.client.doc.clientID) < clock) gate.release();
}

function type(doc: Y.Doc, { patches }: TraceStep): void {
  const text = textOf(doc);
  doc.transact(() => {
    for (const [position, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(position, deleted);
      if (inserted !== '') text.insert(position, inserted);
    }
  });
}

/** Closes a run with a mark, so that its end has a clock, and waits until the other's socket has it. */
async function endRun(side: Side, partner: Side): Promise<void> {
  const { doc } = side.client;
  doc.getMap('marks').set(String(doc.clientID), side.typed);
  const clock = Y.getState(doc.store, doc.clientID);
  side.clockAfter.set(side.typed, clock);
  await until(() => partner.arrived >= clock);
}

function lastClock(side: Side): number {
  return side.clockAfter.get(side.steps.length) ?? 0;
}

/** The clock that the newest held frame brings of a client, 0 where it brings none. */
function clockIn({ gate }: StockClient, clientId: number): number {
  const data = gate.held.at(-1)?.data;
  return data instanceof ArrayBuffer ? clockOf(new Uint8Array(data), clientId) : 0;
}

export function clockOf(frame: Uint8Array, clientId: number): number {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== 0) return 0;
  const step = decoding.readVarUint(decoder);
  if (step !== 1 && step !== 2) return 0;
  return Y.parseUpdateMeta(decoding.readVarUint8Array(decoder)).to.get(clientId) ?? 0;
}

export async function until(condition: () => boolean, timeoutMs = 30_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited in vain for the other side');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
