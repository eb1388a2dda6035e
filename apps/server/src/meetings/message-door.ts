/**
 * The one place where a message of a live line is limited, parsed, handled and answered. Whatever comes in (any name,
 * any number of arguments, an ack that is none) ends here in an answer or in silence, never in an exception.
 */
import { refused, type RefusalCode } from '@mufakat/domain';
import { upMessages } from '@mufakat/protocol';
import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '../services';
import type { LiveSocket } from './live-socket';

type Up = typeof upMessages;
export type UpName = keyof Up;
type Message<K extends UpName> = ReturnType<Up[K]['message']['parse']>;
export type Handler<K extends UpName> = (
  message: Message<K>,
  socket: LiveSocket,
  services: Services,
) => Promise<Answer>;
/** Or how to make it in the very moment of answering: what is of the moment must not be overtaken by news. */
type Answer = Answered | (() => Answered);
type Answered = { ok: boolean; code?: string };
export type Handlers = { [K in UpName]: Handler<K> };

export class MessageDoor {
  constructor(
    readonly handlers: Handlers,
    readonly services: Services,
    readonly log: FastifyBaseLogger,
  ) {}

  receive(socket: LiveSocket, name: unknown, rest: readonly unknown[]): void {
    const ack = rest.at(-1);
    const now = this.services.clock.now();
    const known = isUpName(name) ? name : null;
    if (!socket.data.bucket.take(now)) {
      if (socket.data.patience.take(now)) this.#reply(known, ack, refused('too_many_requests'));
      else socket.disconnect(true);
      return;
    }
    if (known === null) return this.#reply(null, ack, refused('unknown_command'));
    // One message and its ack; of more than that nobody can say what was meant.
    if (rest.length > 2 || (rest.length === 2 && typeof ack !== 'function'))
      return this.#reply(known, ack, refused('malformed'));
    this.#handle(known, rest[0], ack, socket);
  }

  #handle<K extends UpName>(name: K, raw: unknown, ack: unknown, socket: LiveSocket): void {
    const parsed = upMessages[name].message.safeParse(raw);
    if (!parsed.success)
      return this.#reply(name, ack, refused(name === 'command' ? commandProblem(raw) : 'malformed'));
    // The schema was chosen by the same name; the compiler sees the union of all.
    this.handlers[name](parsed.data as Message<K>, socket, this.services)
      .then((answer) => this.#reply(name, ack, typeof answer === 'function' ? answer() : answer))
      .catch((error: unknown) => {
        this.log.error({ err: error, message: name }, 'message failed');
        this.#reply(name, ack, refused('storage_failed'));
      });
  }

  #reply(name: UpName | null, ack: unknown, answer: { ok: boolean; code?: string }): void {
    this.services.metrics.message(name ?? 'unknown', answer.code ?? 'ok');
    // Socket.IO puts the ack last; a hostile client may send anything there, or nothing.
    if (typeof ack === 'function') (ack as (answer: object) => void)(answer);
  }
}

function isUpName(name: unknown): name is UpName {
  return typeof name === 'string' && Object.hasOwn(upMessages, name);
}

/** Tells a command that this server does not know from one that is badly formed. */
function commandProblem(raw: unknown): RefusalCode {
  const command = typeof raw === 'object' && raw !== null && 'command' in raw ? raw.command : null;
  const type = typeof command === 'object' && command !== null && 'type' in command ? command.type : null;
  return typeof type === 'string' && !knownCommands.has(type) ? 'unknown_command' : 'malformed';
}

const knownCommands: ReadonlySet<string> = new Set(
  upMessages.command.message.shape.command.options.map((option) => option.shape.type.value),
);
