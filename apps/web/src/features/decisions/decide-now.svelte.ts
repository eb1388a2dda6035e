// A decision made on the spot: drafted with its wording, locked, put on stage and asked, one order after the other. It stops at the
// first that is refused, says which, and goes on from there when it is tried again; nothing is done twice.
import type { MeetingCommand, RefusalCode, Result } from '@mufakat/domain';

export type DraftCommand = Extract<MeetingCommand, { type: 'decision.draft' }>;
export const decideSteps = ['draft', 'lock', 'stage', 'ask'] as const;
export type DecideStep = (typeof decideSteps)[number];

export interface Orders {
  ask(command: MeetingCommand): Promise<Result<unknown>>;
  /** Ids of the decisions as they are now. */
  decisions(): readonly string[];
  /** Whether this person may set the stage. */
  stages: boolean;
}

export class DecideNow {
  /** How many steps are done; null before it begins. */
  done = $state<number | null>(null);
  busy = $state(false);
  problem = $state<RefusalCode | null>(null);
  decisionId = $state<string>();
  readonly steps: readonly DecideStep[];
  readonly #orders: Orders;

  constructor(orders: Orders) {
    this.#orders = orders;
    this.steps = decideSteps.filter((step) => step !== 'stage' || orders.stages);
  }

  /** True once the room is asked. */
  async run(draft: DraftCommand): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.done ??= 0;
    for (const step of this.steps.slice(this.done)) {
      const result = await this.#take(step, draft);
      if (!result.ok) this.problem = result.code;
      if (!result.ok) break;
      this.done += 1;
    }
    this.busy = false;
    return this.problem === null;
  }

  async #take(step: DecideStep, draft: DraftCommand): Promise<Result<unknown>> {
    if (step === 'draft') return this.#draft(draft);
    const decisionId = this.decisionId ?? '';
    switch (step) {
      case 'lock':
        return this.#orders.ask({ type: 'text.freeze', decisionId });
      case 'stage':
        return this.#orders.ask({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
      case 'ask':
        return this.#orders.ask({ type: 'poll.open', decisionId });
    }
  }

  async #draft(draft: DraftCommand): Promise<Result<unknown>> {
    const before = this.#orders.decisions();
    const result = await this.#orders.ask(draft);
    if (result.ok) this.decisionId = this.#orders.decisions().find((id) => !before.includes(id));
    return result;
  }
}
