/**
 * A page that does nothing but load: scripts of given sizes, each a comment that no compression helps, all asked for by the
 * document itself. What a browser needs for the bytes alone, to hold a page that works against.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class EmptyPage {
  #scripts: Buffer[] = [];

  private constructor(readonly server: Server) {}

  static async start(): Promise<EmptyPage> {
    const page = new EmptyPage(
      createServer((request, response) => page.#answer(request.url ?? '/', response)),
    );
    await new Promise<void>((resolve) => page.server.listen(0, '127.0.0.1', resolve));
    return page;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** A script a size, in bytes. */
  load(sizes: readonly number[]): void {
    this.#scripts = sizes.map(comment);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #answer(url: string, response: ServerResponse): void {
    const script = this.#scripts[Number(/^\/(\d+)\.js$/.exec(url)?.[1])];
    const type = script ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });
    response.end(script ?? document(this.#scripts.length));
  }
}

/** A comment of letters that look like nothing to a packer. */
function comment(bytes: number): Buffer {
  const letters = randomBytes(bytes)
    .toString('base64url')
    .slice(0, Math.max(0, bytes - 4));
  return Buffer.from(`/*${letters}*/`);
}

function document(scripts: number): string {
  const tags = Array.from({ length: scripts }, (_, at) => `<script defer src="/${at}.js"></script>`);
  return `<!doctype html><title>.</title><link rel="icon" href="data:,">${tags.join('')}`;
}
