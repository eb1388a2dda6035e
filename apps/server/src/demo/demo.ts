/**
 * The demo as visitors meet it: a copy of their own for a day, as chair, delegate or guest, with companions. Limits are for each
 * address and in total; the copies that have ended are deleted like any coalition. What ends when lies in the store, who plays in
 * memory: after a restart the copies are there, without companions.
 */
import { refused, ok, type Result } from '@mufakat/domain';
import type { DemoAnswer, DemoBody, Language } from '@mufakat/protocol';
import { seatedCookie } from './seated-cookie';
import type { Session } from '../access/sessions';
import type { AppPorts } from '../create-services';
import { deleteCoalition } from '../deletion/delete-records';
import { addressKey } from '../platform/address-key';
import { TokenBuckets } from '../platform/token-bucket';
import type { Services } from '../services';
import { Actor, done } from './actors';
import { CompanionRoom, type CompanionSeat } from './companion-room';
import { companionMark } from './content/companions';
import { people, prioritiesPartners, visitorPartner, type DemoPerson } from './content/partners';
import { seat } from './hold-meeting';
import { makeDemo, type DemoCopy } from './make-demo';

export interface DemoLimits {
  copies: number;
  /** Rooms in which companions play at once. */
  playing: number;
}

const demoLimits: DemoLimits = { copies: 200, playing: 25 };
const sweepMs = 10 * 60_000;

export class Demo {
  readonly #addresses = new TokenBuckets(1 / 60, 30);
  readonly #rooms = new Map<string, CompanionRoom>();
  readonly #stops: (() => void)[] = [];
  #building = 0;

  constructor(
    readonly services: Services,
    readonly ports: AppPorts,
    readonly url: () => string,
    readonly limits: DemoLimits = demoLimits,
  ) {
    const timer = setInterval(() => void this.sweep().catch((error: unknown) => this.#log(error)), sweepMs);
    timer.unref();
    this.#stops.push(
      () => clearInterval(timer),
      services.fanOut.subscribe((meetingId, news) => {
        if (news.kind === 'presence') this.#somebodyCame(meetingId, news.presence.people);
        if (news.kind === 'gone') this.#end(meetingId);
      }),
    );
  }

  /** Makes a copy and seats the session in it. */
  async enter(session: Session, address: string, { as, language }: DemoBody): Promise<Result<DemoAnswer>> {
    if (!this.#addresses.take(addressKey(address), this.services.clock.now()))
      return refused('too_many_requests');
    const living = (await this.services.store.expiringStreams()).length + this.#building;
    if (living >= this.limits.copies || this.#playing() >= this.limits.playing) return refused('demo_full');
    this.#building += 1;
    try {
      const copy = await makeDemo(this.services.config, this.ports, language);
      await this.#people(copy, session, as, language);
      return ok({ meetingId: copy.meetingId });
    } finally {
      this.#building -= 1;
    }
  }

  /** When the meeting's copy is deleted; null where it is no demo. */
  async until(coalitionId: string): Promise<number | null> {
    const ends = await this.services.store.expiringStreams();
    return ends.find(({ stream }) => stream === coalitionId)?.at ?? null;
  }

  /** Deletes what has ended, also while a meeting is in session. */
  async sweep(): Promise<void> {
    const now = this.services.clock.now();
    for (const { stream, at } of await this.services.store.expiringStreams()) {
      const room = at <= now ? await this.services.rooms.coalition(stream) : null;
      if (room) done(await deleteCoalition(this.services, room, () => null));
    }
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const id of [...this.#rooms.keys()]) this.#end(id);
  }

  async #people(copy: DemoCopy, session: Session, as: DemoBody['as'], language: Language): Promise<void> {
    const { services } = this;
    const chair = await Actor.enter(services, copy.chair.session, copy.meetingId);
    await chair.do({ type: 'door.open', hours: 24 });
    const companions: CompanionSeat[] = [];
    if (as === 'chair') await this.#handOver(copy, session);
    else companions.push(await this.#playChair(chair, language));
    for (const person of people) {
      if (person.role === 'chair' || !prioritiesPartners.includes(person.partner)) continue;
      if (as === 'delegate' && person.partner === visitorPartner)
        await this.#seatVisitor(chair, copy, person, session);
      else companions.push(await this.#play(chair, copy, person, language));
    }
    if (as === 'guest') await this.#comeAsGuest(chair, session, language);
    const { clock, ids } = services;
    const room = new CompanionRoom(copy.meetingId, language, companions, { clock, ids, url: this.url });
    this.#rooms.set(copy.meetingId, room);
    room.start();
  }

  /** The visitor takes over every place of the chair, the coalition's too. */
  async #handOver({ chair }: DemoCopy, session: Session): Promise<void> {
    const { store } = this.services;
    for (const { stream, personId } of await store.seatsOf(chair.session.hash)) {
      await store.putSeat(session.hash, stream, personId);
    }
  }

  async #playChair(chair: Actor, language: Language): Promise<CompanionSeat> {
    const [person] = people;
    if (!person) throw new Error('the demo has a chair');
    const { personId, session, services } = chair;
    const name = marked(person, language);
    await chair.do({ type: 'person.rename', personId, name, address: person.address[language] });
    return { partner: person.partner, personId, role: 'chair', cookie: seatedCookie(services, session) };
  }

  async #play(
    chair: Actor,
    { cast }: DemoCopy,
    person: DemoPerson,
    language: Language,
  ): Promise<CompanionSeat> {
    const { personId, session } = await seat(chair, cast, { ...person, name: marked(person, language) });
    const cookie = seatedCookie(this.services, session);
    return { partner: person.partner, personId, role: 'delegate', cookie };
  }

  async #seatVisitor(chair: Actor, { cast }: DemoCopy, person: DemoPerson, session: Session): Promise<void> {
    const { services, room } = chair;
    const seated = await seat(chair, cast, person);
    await services.store.putSeat(session.hash, room.id, seated.personId);
    await services.sessions.drop(seated.session);
  }

  async #comeAsGuest({ room, services }: Actor, session: Session, language: Language): Promise<void> {
    const name = { id: 'Tamu', en: 'Visitor' }[language];
    const command = { type: 'person.come' as const, name, address: '', partnerId: null };
    done(await room.come(session.hash, services.ids.newId(), command));
  }

  #playing(): number {
    return [...this.#rooms.values()].filter(({ running }) => running).length;
  }

  /** Back after the companions had gone: they come again, where there is room. */
  #somebodyCame(meetingId: string, here: readonly string[]): void {
    const room = this.#rooms.get(meetingId);
    if (!room || room.running || !room.hasReal(here) || this.#playing() >= this.limits.playing) return;
    room.start();
  }

  #end(meetingId: string): void {
    this.#rooms.get(meetingId)?.stop();
    this.#rooms.delete(meetingId);
  }

  #log(error: unknown): void {
    this.ports.logger.error({ err: error }, 'demo copies that have ended stay for another while');
  }
}

function marked({ name }: DemoPerson, language: Language): string {
  return `${name} (${companionMark[language]})`;
}
