/**
 * The companions of one copy: scripted clients over the loopback, each with a session of their own. One slow clock for all of
 * them looks what each would do; a wish is done once, after its pause. They come when somebody real is there, and go when
 * nobody real has been there for five minutes.
 */
import type { Language } from '@mufakat/protocol';
import type { Clock, Ids } from '../platform/ports';
import { chairWishes, delegateWishes, type Deed, type Wish } from './companion-script';
import type { PartnerKey } from './content/partners';
import { LiveClient } from './live-client';
import { writeNote } from './note-writer';

export interface CompanionSeat {
  partner: PartnerKey;
  personId: string;
  role: 'chair' | 'delegate';
  /** The Cookie header of their session. */
  cookie: string;
}

export interface CompanionPorts {
  clock: Clock;
  ids: Ids;
  url(): string;
}

const tickMs = 1_000;
const aloneMs = 5 * 60_000;
const maxTries = 3;

interface Player {
  seat: CompanionSeat;
  client: LiveClient;
  /** By key: when it is due; done ones stay, with Infinity. */
  due: Map<string, number>;
  tries: Map<string, number>;
}

export class CompanionRoom {
  #players: Player[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lastRealAt: number;
  readonly #notes = new Set<() => void>();

  constructor(
    readonly meetingId: string,
    readonly language: Language,
    readonly seats: readonly CompanionSeat[],
    readonly ports: CompanionPorts,
  ) {
    this.#lastRealAt = ports.clock.now();
  }

  get running(): boolean {
    return this.#timer !== null;
  }

  start(): void {
    if (this.running) return;
    const url = this.ports.url();
    this.#lastRealAt = this.ports.clock.now();
    this.#players = this.seats.map((seat) => ({
      seat,
      client: new LiveClient({ url, cookie: seat.cookie, meetingId: this.meetingId }, this.ports.ids),
      due: new Map(),
      tries: new Map(),
    }));
    this.#timer = setInterval(() => this.#tick(), tickMs);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    for (const { client } of this.#players) client.close();
    for (const end of this.#notes) end();
    this.#notes.clear();
    this.#players = [];
  }

  /** Whether any of these people is no companion. */
  hasReal(people: readonly string[]): boolean {
    return people.some((id) => !this.seats.some(({ personId }) => personId === id));
  }

  #tick(): void {
    const now = this.ports.clock.now();
    if (this.#players.some(({ client }) => this.hasReal(client.here))) this.#lastRealAt = now;
    if (now - this.#lastRealAt > aloneMs) return this.stop();
    for (const player of this.#players) this.#play(player, now);
  }

  #play(player: Player, now: number): void {
    const { seat, client, due } = player;
    const { state } = client;
    if (!state) return;
    const { partner, role } = seat;
    const companion = { partner, personId: client.you, language: this.language, now };
    const wishes = [
      ...delegateWishes(state, companion),
      ...(role === 'chair' ? chairWishes(state, companion) : []),
    ];
    for (const wish of wishes) {
      const at = due.get(wish.key);
      if (at === undefined) due.set(wish.key, now + wish.afterMs);
      else if (now >= at) {
        due.set(wish.key, Infinity);
        void this.#fulfil(player, wish);
      }
    }
  }

  /** What was refused is tried again a little later, and then left alone. */
  async #fulfil({ client, due, tries }: Player, { key, deed }: Wish): Promise<void> {
    if (await this.#act(client, deed)) return;
    const tried = (tries.get(key) ?? 0) + 1;
    tries.set(key, tried);
    if (tried < maxTries) due.set(key, this.ports.clock.now() + 4_000);
  }

  async #act(client: LiveClient, deed: Deed): Promise<boolean> {
    switch (deed.do) {
      case 'command':
        return client.do(deed.command);
      case 'vote':
        return client.vote(deed.pollId, deed.choice);
      case 'note':
        this.#notes.add(writeNote(client.line, deed.itemId, deed.text));
        return true;
      default:
        return deed satisfies never;
    }
  }
}
