/** A bare WebSocket on the documents' door: what it says first, how it is closed, any bytes sent by hand. */
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

export class SyncLine {
  readonly frames: Buffer[] = [];
  /** The close code, or the HTTP status of a refused upgrade; null while it is open. */
  end: number | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.frames.push(data));
    socket.on('close', (code) => (this.end ??= code));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => {
      this.end = response.statusCode ?? 0;
      response.resume();
      socket.terminate();
    });
  }

  /** Waits until the server has said something, or has ended it. */
  static async open(url: string, document: string, headers: Record<string, string> = {}): Promise<SyncLine> {
    const line = new SyncLine(new WebSocket(`${url.replace(/^http/, 'ws')}/sync/${document}`, { headers }));
    await line.until(() => line.end !== null || line.frames.length > 0);
    return line;
  }

  async until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (!condition()) {
      if (Date.now() > end) throw new Error('waited in vain on a document');
      await sleep(5);
    }
  }

  close(): void {
    this.socket.terminate();
  }
}
