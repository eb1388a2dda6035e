/** A line to the server that can be cut and mended: a TCP proxy on loopback. */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

export class CuttableLine {
  #cut = false;
  readonly #sockets = new Set<Socket>();

  private constructor(
    readonly server: Server,
    readonly port: number,
  ) {}

  static async to(url: string): Promise<CuttableLine> {
    const { port } = new URL(url);
    const self: { line: CuttableLine | null } = { line: null };
    const server = createServer((near) => self.line?.carry(near, Number(port)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has an address with one.
    self.line = new CuttableLine(server, (server.address() as AddressInfo).port);
    return self.line;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends what is open and lets nothing through until `mend`. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  carry(near: Socket, port: number): void {
    if (this.#cut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
