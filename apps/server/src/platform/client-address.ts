/** The address of whoever asks, outside Fastify: the connection's own, or as the one proxy in front names it. */
import type { IncomingMessage } from 'node:http';

export function clientAddress({ headers, socket }: IncomingMessage, behindProxy: boolean): string {
  // What stands further left was written by whoever asks.
  const named = behindProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return named || (socket.remoteAddress ?? '');
}
