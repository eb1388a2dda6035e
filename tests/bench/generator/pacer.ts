/**
 * Open loop: every actor keeps its own timetable at a random phase, also when the server is late, so that queueing
 * shows in the latency.
 */
import { random } from './random';

export interface Actor {
  dueAt: number;
  gapMs: number;
  act(now: number): void;
}

/** No actor catches up on more than this in one turn. */
const mostAtOnce = 200;

export class Pacer {
  actors: readonly Actor[] = [];
  /** How late the worst act was since `reset`; the generator's own fault. */
  latestMs = 0;
  #timer: NodeJS.Timeout | null = null;

  setRate(actors: readonly Actor[], perSecond: number): void {
    const now = performance.now();
    for (const actor of actors) {
      actor.gapMs = 1000 / perSecond;
      actor.dueAt = now + (random(1000) / 1000) * actor.gapMs;
    }
  }

  start(): void {
    this.#timer = setInterval(() => this.#turn(), 1);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  reset(): void {
    this.latestMs = 0;
  }

  #turn(): void {
    for (const actor of this.actors) {
      let now = performance.now();
      for (let acts = 0; actor.dueAt <= now && acts < mostAtOnce; acts++) {
        if (now - actor.dueAt > this.latestMs) this.latestMs = now - actor.dueAt;
        actor.act(now);
        actor.dueAt += actor.gapMs;
        now = performance.now();
      }
    }
  }
}
