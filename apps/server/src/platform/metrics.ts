/**
 * Numbers for whoever runs the server, in Prometheus' text format: how much, how often, how long. Never who or what:
 * no label holds an id, a name, a title or an address, and every label has a closed set of values.
 *
 * Each server has a registry of its own, so that several can live in one process.
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is counted at the moment of asking. */
export interface Now {
  sockets: number;
  meetings: number;
  people: number;
  documents: number;
  documentConnections: number;
  documentsUnflushed: number;
}

export interface Metrics {
  /** A live message was answered; `answer` is `ok` or a code of refusal. */
  message(name: 'join' | 'command' | 'ballot' | 'clock' | 'unknown', answer: string): void;
  /** A request was answered; `route` as it was declared, never as it was asked. */
  request(method: string, route: string, status: number, tookMs: number): void;
  /** A batch of writes was made durable. */
  flush: (tookMs: number, writes: number) => void;
  /** A change of a document was stored. */
  update(bytes: number): void;
  contentType: string;
  text(now: Now): Promise<string>;
}

const milliseconds = [0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];
const seconds = milliseconds.map((ms) => ms / 1000);
const bytes = [32, 64, 128, 256, 512, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  collectDefaultMetrics({ register: registry });
  const messages = new Counter({
    name: 'mufakat_messages_total',
    help: 'Live messages answered, by message and by answer: ok, or the code of the refusal',
    labelNames: ['message', 'answer'],
    registers,
  });
  const requests = new Histogram({
    name: 'mufakat_http_request_seconds',
    help: 'Time from request to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  });
  const flushes = new Histogram({
    name: 'mufakat_flush_seconds',
    help: 'Time to make a batch of writes durable; the event loop stands still meanwhile',
    buckets: seconds,
    registers,
  });
  const writes = new Counter({ name: 'mufakat_writes_total', help: 'Writes in those batches', registers });
  const updates = new Histogram({
    name: 'mufakat_document_update_bytes',
    help: 'Size of stored changes of documents',
    buckets: bytes,
    registers,
  });
  const gauges = gaugesOf(registers);
  return {
    message: (message, answer) => messages.inc({ message, answer }),
    request: (method, route, status, tookMs) => requests.observe({ method, route, status }, tookMs / 1000),
    flush(tookMs, count) {
      flushes.observe(tookMs / 1000);
      writes.inc(count);
    },
    update: (size) => updates.observe(size),
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    text(now) {
      for (const { gauge, of } of gauges) gauge.set(of(now));
      return registers[0]?.metrics() ?? Promise.resolve('');
    },
  };
}

function gaugesOf(registers: Registry[]): { gauge: Gauge; of: (now: Now) => number }[] {
  const gauge = (name: string, help: string, of: (now: Now) => number) => ({
    gauge: new Gauge({ name: `mufakat_${name}`, help, registers }),
    of,
  });
  return [
    gauge('sockets', 'Live lines open', (now) => now.sockets),
    gauge('meetings', 'Meetings in memory', (now) => now.meetings),
    gauge('people', 'People connected to a meeting, one a person however many devices', (now) => now.people),
    gauge('documents', 'Documents in memory', (now) => now.documents),
    gauge('document_connections', 'Lines to documents', (now) => now.documentConnections),
    gauge(
      'documents_unflushed',
      'Documents with changes on their way to disk',
      (now) => now.documentsUnflushed,
    ),
  ];
}
