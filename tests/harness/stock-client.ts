/**
 * The stock y-websocket client on a document of the running server, with a session's cookie. Incoming frames can be
 * held back at the socket, so that a client stays as far behind as a recorded history says.
 */
import WebSocket, { type MessageEvent } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

export interface Gate {
  /** Frames that came and are not handed on yet, oldest first. */
  held: MessageEvent[];
  closed: boolean;
  /** Hands on all that is held, and lets the rest through. */
  open(): void;
  /** Hands on the oldest frame that is held. */
  release(): void;
  onHeld: () => void;
}

export interface StockClient {
  doc: Y.Doc;
  provider: WebsocketProvider;
  gate: Gate;
  synced(): Promise<void>;
  close(): void;
}

export interface StockOptions {
  cookie: string;
  doc?: Y.Doc;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  connect?: boolean;
}

export function stockClient(url: string, document: string, options: StockOptions): StockClient {
  const doc = options.doc ?? new Y.Doc();
  const gate = createGate();
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, document, doc, {
    WebSocketPolyfill: socketClass({ cookie: options.cookie, ...options.headers }, gate),
    disableBc: true,
    maxBackoffTime: 300,
    params: options.params ?? {},
    connect: options.connect ?? true,
  });
  // A client that asks for our own messages hears them; a test that wants them puts its own handler here.
  if (options.params?.mufakat)
    for (const type of [100, 101]) provider.messageHandlers[type] = () => undefined;
  // Nobody has a cursor in these tests, and the stock client's interval would keep the process alive.
  provider.awareness.setLocalState(null);
  return {
    doc,
    provider,
    gate,
    synced: () => whenSynced(provider),
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Sync step 2 and updates; questions and awareness pass, or the client could not answer the server. */
function bringsContent(data: unknown): boolean {
  if (!(data instanceof ArrayBuffer)) return false;
  const [type, step] = new Uint8Array(data);
  return type === 0 && step !== 0;
}

function whenSynced(provider: WebsocketProvider): Promise<void> {
  if (provider.synced) return Promise.resolve();
  return new Promise((resolve) => {
    const hear = (synced: boolean) => {
      if (!synced) return;
      provider.off('sync', hear);
      resolve();
    };
    provider.on('sync', hear);
  });
}

function createGate(): Gate & { hand: ((event: MessageEvent) => void) | null } {
  return {
    held: [],
    closed: false,
    hand: null,
    onHeld: () => undefined,
    open() {
      this.closed = false;
      while (this.held.length > 0) this.release();
    },
    release() {
      const event = this.held.shift();
      if (event) this.hand?.(event);
    },
  };
}

/** A socket as the stock client expects it, with headers that a browser would send by itself, and a gate. */
function socketClass(
  headers: Record<string, string>,
  gate: ReturnType<typeof createGate>,
): typeof globalThis.WebSocket {
  class GatedSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers });
      // The client sets `onmessage`; on this object that means: hear through the gate.
      Object.defineProperty(this, 'onmessage', {
        set: (handler: ((event: MessageEvent) => void) | null) => {
          gate.hand = handler;
        },
      });
      this.addEventListener('message', (event) => {
        if (gate.closed && bringsContent(event.data)) {
          gate.held.push(event);
          gate.onHeld();
        } else {
          gate.hand?.(event);
        }
      });
    }
  }
  // The stock client asks for the browser's class; ws has the same surface as far as it is used.
  return GatedSocket as unknown as typeof globalThis.WebSocket;
}
