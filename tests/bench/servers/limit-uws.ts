/** The limit outside of Node's own sockets: uWebSockets (C++) and its publish. No CRDT either; see limit.ts. */
import { port, requirePeer } from './peer';

interface Line {
  getUserData(): { room: string };
  subscribe(room: string): void;
  publish(room: string, message: Buffer, isBinary: boolean): void;
  send(message: Buffer, isBinary: boolean): void;
}
interface Answer {
  upgrade(data: object, key: string, protocol: string, extensions: string, context: unknown): void;
}
interface Request {
  getUrl(): string;
  getHeader(name: string): string;
}
interface UWebSockets {
  App(): {
    ws(path: string, behaviour: object): { listen(host: string, port: number, done: () => void): void };
  };
}

const { App } = requirePeer<UWebSockets>('uws', '@trufflesuite/uws-js-unofficial');
const largestUpdate = 32_768;
const documents = new Map<string, Buffer>();
const noDocument = Buffer.from([0, 1, 2, 0, 0]);
const askForAll = Buffer.from([0, 0, 1, 0]);

function receive(line: Line, bytes: ArrayBuffer): void {
  const message = Buffer.from(bytes);
  const { room } = line.getUserData();
  const isSync = message[0] === 0;
  if (isSync && message[1] === 0) line.send(documents.get(room) ?? noDocument, true);
  else if (message.length > largestUpdate) {
    // A copy: the bytes are good for this call only.
    const step2 = Buffer.concat([message]);
    step2[1] = 1;
    documents.set(room, step2);
  } else if (!isSync || message.length > noDocument.length) line.publish(room, message, true);
}

App()
  .ws('/*', {
    maxPayloadLength: 64 << 20,
    maxBackpressure: 1 << 30,
    sendPingsAutomatically: false,
    idleTimeout: 0,
    upgrade: (answer: Answer, request: Request, context: unknown) => {
      const header = (name: string) => request.getHeader(`sec-websocket-${name}`);
      answer.upgrade(
        { room: request.getUrl() },
        header('key'),
        header('protocol'),
        header('extensions'),
        context,
      );
    },
    open: (line: Line) => {
      line.subscribe(line.getUserData().room);
      line.send(askForAll, true);
    },
    message: receive,
  })
  .listen('127.0.0.1', port, () => undefined);
