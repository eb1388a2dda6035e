/**
 * A CPU profile of ours for the part that counts: through Node's inspector, which the server is started with for this
 * run alone. It is written as a .cpuprofile (for Chrome's DevTools or speedscope) and summed up by self time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Mark } from '../generator/marks';
import { benchFolder, outFolder } from './folders';
import type { Profiler } from './scenario';

interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  samples: number[];
  /** Microseconds. */
  timeDeltas: number[];
}

const shownFunctions = 30;
const inspectorPort = 9_339;

export function createProfiler(scenario: string): Profiler {
  let inspector: Inspector | null = null;
  let begun: Promise<unknown> = Promise.resolve();
  let profile: Promise<CpuProfile> | null = null;
  return {
    nodeFlags: [`--inspect=127.0.0.1:${inspectorPort}`],
    serverIsUp: async () => {
      inspector = await Inspector.connect();
      await inspector.ask('Profiler.enable');
      await inspector.ask('Profiler.setSamplingInterval', { interval: 200 });
    },
    mark: (mark: Mark) => {
      if (!inspector) return;
      if (mark === 'measuring') begun = inspector.ask('Profiler.start');
      else
        profile = inspector
          .ask('Profiler.stop')
          .then((answer) => (answer as { profile: CpuProfile }).profile);
    },
    finish: async () => {
      await begun;
      if (!profile) throw new Error('nothing was profiled');
      keep(scenario, await profile);
      inspector?.close();
    },
  };
}

function keep(scenario: string, profile: CpuProfile): void {
  mkdirSync(outFolder, { recursive: true });
  const file = join(outFolder, `${scenario}-${Date.now()}.cpuprofile`);
  writeFileSync(file, JSON.stringify(profile));
  console.log(
    `\nSelf time of ${scenario}, most first:\n${selfTimes(profile).join('\n')}\n\nProfile: ${file}\n`,
  );
}

/** A line a function, with its share of the time in which the server was not idle. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  let whole = 0;
  samples.forEach((node, index) => {
    const name = names.get(node) ?? '?';
    if (name === '(idle)') return;
    const us = timeDeltas[index] ?? 0;
    times.set(name, (times.get(name) ?? 0) + us);
    whole += us;
  });
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownFunctions)
    .map(
      ([name, us]) =>
        `${(us / 1000).toFixed(1).padStart(9)} ms ${((us / whole) * 100).toFixed(1).padStart(5)} %  ${name}`,
    );
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const root = join(benchFolder, '../..');
  const place = url
    .replace('file://', '')
    .replace(`${root}/`, '')
    .replace(/^.*node_modules\//, '');
  const name = functionName === '' ? '(anonymous)' : functionName;
  return place === '' ? name : `${name} ${place}:${lineNumber + 1}`;
}

/** As much of the inspector's protocol as a profile takes. */
class Inspector {
  #last = 0;
  readonly #waiting = new Map<number, (result: unknown) => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown };
      if (id === undefined) return;
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
  }

  static async connect(): Promise<Inspector> {
    const answer = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`);
    const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
    const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '', { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Inspector(socket);
  }

  ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    return answered;
  }

  close(): void {
    this.socket.close();
  }
}
