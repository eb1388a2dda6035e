/**
 * Socket.IO by hand: text and bytes as a hostile client would send them, with nothing in between that makes them
 * well-formed. Answers pings, so that only what the server does ends it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

export class RawLine {
  readonly texts: string[] = [];
  isClosed = false;
  /** For many lines at once: news are not kept. */
  onlyAcks = false;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer, isBinary) => {
      const text = isBinary ? '' : data.toString();
      if (text === '2') socket.send('3');
      else if (!this.onlyAcks || text.startsWith('43')) this.texts.push(text);
    });
    socket.on('close', () => (this.isClosed = true));
    socket.on('error', () => undefined);
  }

  /** Opened and connected to the namespace, as the session of this cookie. */
  static async open(url: string, cookie: string): Promise<RawLine> {
    const line = await RawLine.dial(url, { cookie });
    line.send('40');
    await line.until(() => line.isClosed || line.texts.some((text) => text.startsWith('4')));
    return line;
  }

  /** Opened only: no namespace is asked for yet. */
  static async dial(url: string, headers: Record<string, string>): Promise<RawLine> {
    const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const line = new RawLine(new WebSocket(address, { headers }));
    await line.until(() => line.isClosed || line.texts.length > 0);
    return line;
  }

  send(data: string | Buffer): void {
    this.socket.send(data);
  }

  /** What came for the ack with this number; undefined while nothing did. */
  ackOf(id: number): unknown {
    const start = `43${id}[`;
    const found = this.texts.find((text) => text.startsWith(start));
    // An ack is a list of arguments, of which we send one.
    return found === undefined ? undefined : (JSON.parse(found.slice(start.length - 1)) as unknown[])[0];
  }

  async until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (!condition()) {
      if (Date.now() > end) throw new Error('waited in vain on a line');
      await sleep(2);
    }
  }

  close(): void {
    this.socket.terminate();
  }
}
