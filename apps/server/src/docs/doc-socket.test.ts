import { closeCodes, wireLimits } from '@mufakat/protocol';
import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { DocConnection } from './doc-connection';
import { DocSocket } from './doc-socket';
import { keepAliveFrame } from './frames';
import { connectionSpending } from './spending';

class FakeWs extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  isPaused = false;
  closed: number | null = null;
  pings = 0;
  terminated = false;
  pause() {
    this.isPaused = true;
  }
  resume() {
    this.isPaused = false;
  }
  ping() {
    this.pings++;
  }
  close(code: number) {
    this.closed = code;
    this.readyState = 2;
  }
  terminate() {
    this.terminated = true;
    this.readyState = 3;
  }
}

class FakeLine {
  writableLength = 0;
  written: Uint8Array[] = [];
  write(bytes: Uint8Array) {
    this.written.push(bytes);
  }
  cork() {
    // Nothing is held back here.
  }
  uncork() {
    // Nothing is held back here.
  }
}

let ws: FakeWs;
let line: FakeLine;
let socket: DocSocket;
let unsettledBytes: number;
let workMs: number;
let ended: number;

beforeEach(() => {
  vi.useFakeTimers();
  ws = new FakeWs();
  line = new FakeLine();
  unsettledBytes = workMs = ended = 0;
  socket = new DocSocket(ws as unknown as WebSocket, line as unknown as Duplex, performance.now());
  const connection = {
    get unsettledBytes() {
      return unsettledBytes;
    },
    receive: () => vi.advanceTimersByTime(workMs),
    closed: () => ended++,
    drop: (code: number, reason: string) => socket.close(code, reason),
  };
  expect(ws.isPaused).toBe(true);
  socket.attach(connection as unknown as DocConnection);
});

afterEach(() => vi.useRealTimers());

function lookAfter(ms: number): void {
  vi.advanceTimersByTime(ms);
  socket.look(performance.now());
}

function frame(): void {
  ws.emit('message', Buffer.from([0]), true);
}

test('a frame for many is built once', () => {
  const other = new FakeLine();
  const second = new DocSocket(new FakeWs() as unknown as WebSocket, other as unknown as Duplex, 0);
  const bytes = Uint8Array.from([1, 2, 3]);
  socket.send(bytes);
  second.send(bytes);
  expect(line.written[0]).toBe(other.written[0]);
  expect([...line.written[0]!]).toEqual([0x82, 3, 1, 2, 3]);
});

test.each([
  [126, [0x82, 126, 0, 126]],
  [70_000, [0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70]],
])('a frame of %i bytes has the header of its length', (length, header) => {
  socket.send(new Uint8Array(length));
  const wire = Buffer.concat(line.written);
  expect([...wire.subarray(0, header.length)]).toEqual(header);
  expect(wire.length).toBe(header.length + length);
});

test('something small goes out every fifteen seconds, and a ping', () => {
  for (let second = 0; second < 30; second++) {
    ws.emit('pong');
    lookAfter(1_000);
  }
  expect(line.written).toHaveLength(2);
  expect([...line.written[0]!.subarray(2)]).toEqual([...keepAliveFrame]);
  expect(ws.pings).toBe(2);
});

test('a line that is silent for long is cut', () => {
  lookAfter(44_000);
  expect(ws.terminated).toBe(false);
  lookAfter(2_000);
  expect(ws.terminated).toBe(true);
});

test('a reader that does not read is sent away after ten seconds', () => {
  line.writableLength = wireLimits.unreadBytes + 1;
  socket.look(performance.now());
  lookAfter(wireLimits.unreadMs - 1);
  expect(ws.closed).toBeNull();
  lookAfter(1);
  expect(ws.closed).toBe(closeCodes.resync);
  vi.advanceTimersByTime(5_000);
  expect(ws.terminated).toBe(true);
  expect(ended).toBe(1);
});

test('a reader that reads slowly stays', () => {
  for (let second = 0; second < 60; second++) {
    line.writableLength = 10 * wireLimits.unreadBytes - second;
    ws.emit('pong');
    lookAfter(1_000);
  }
  expect(ws.closed).toBeNull();
});

test('who costs too much is not read from until it is paid', () => {
  workMs = connectionSpending.reserveMs / 2;
  frame();
  expect(ws.isPaused).toBe(false);
  for (let count = 0; count < 3; count++) frame();
  expect(ws.isPaused).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(ws.isPaused).toBe(false);
});

test('who has much unsettled is not read from until some of it is on disk', () => {
  unsettledBytes = 3 * wireLimits.documentSyncBytes;
  frame();
  vi.advanceTimersByTime(1_000);
  expect(ws.isPaused).toBe(true);
  unsettledBytes = 0;
  vi.advanceTimersByTime(100);
  expect(ws.isPaused).toBe(false);
});

test('errors of the line end the connection and nothing else', () => {
  ws.emit('error', new Error('reset'));
  ws.emit('close');
  frame();
  expect(ended).toBe(1);
});
