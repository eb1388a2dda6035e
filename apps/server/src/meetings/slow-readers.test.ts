/** Who does not read is sent away after ten seconds; who catches up stays. */
import { wireLimits } from '@mufakat/protocol';
import { expect, test, vi } from 'vitest';
import { look, type Line } from './slow-readers';

function line(bufferedAmount: number, waiting = '') {
  return { transport: { socket: { bufferedAmount } }, writeBuffer: [{ data: waiting }], close: vi.fn() };
}

const much = wireLimits.unreadBytes + 1;

test('a megabyte unread for ten seconds ends the line, not sooner', () => {
  const slow = line(much);
  const since = new WeakMap<Line, number>();
  look(slow, since, 1_000);
  look(slow, since, 10_999);
  expect(slow.close).not.toHaveBeenCalled();
  look(slow, since, 11_000);
  expect(slow.close).toHaveBeenCalledWith(true);
});

test('a line that catches up starts anew', () => {
  const slow = line(much);
  const since = new WeakMap<Line, number>();
  look(slow, since, 0);
  slow.transport.socket.bufferedAmount = 0;
  look(slow, since, 5_000);
  slow.transport.socket.bufferedAmount = much;
  look(slow, since, 9_000);
  look(slow, since, 18_000);
  expect(slow.close).not.toHaveBeenCalled();
});

test('what Engine.IO still holds counts as unread, also without a WebSocket', () => {
  const polling = { transport: {}, writeBuffer: [{ data: 'x'.repeat(much) }], close: vi.fn() };
  const since = new WeakMap<Line, number>();
  look(polling, since, 0);
  look(polling, since, 10_000);
  expect(polling.close).toHaveBeenCalled();
});
