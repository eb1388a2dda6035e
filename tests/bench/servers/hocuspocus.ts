/** @hocuspocus/server as it is, with its default configuration but for the size of a message; in memory. */
import { importPeer, port } from './peer';

interface Hocuspocus {
  Server: new (options: object) => { listen(): Promise<unknown> };
}

const { Server } = await importPeer<Hocuspocus>('hocus', '@hocuspocus/server');
await new Server({
  port,
  address: '127.0.0.1',
  quiet: true,
  websocketOptions: { maxPayload: 64 << 20 },
}).listen();
