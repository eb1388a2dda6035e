/** A coalition while it is in memory: its record, and the commands of those who look after it. */
import {
  ok,
  type CoalitionCommand,
  type CoalitionEvent,
  type CoalitionState,
  type FoundedCoalition,
  type Result,
} from '@mufakat/domain';
import type { CoalitionAccess } from '../access/proofs';
import { coalitionAggregate } from '../streams/aggregates';
import type { Done } from '../streams/plan';
import { retryMs, Stream, type StreamPorts } from '../streams/stream';
import type { IndexRow, StreamRef } from '../store/ports';

export class CoalitionRoom {
  private constructor(readonly stream: Stream<CoalitionState, CoalitionCommand, CoalitionEvent>) {}

  static async open(ref: StreamRef, ports: StreamPorts): Promise<CoalitionRoom> {
    return new CoalitionRoom(await Stream.open(ref, ports, coalitionAggregate, () => undefined));
  }

  get id(): string {
    return this.stream.ref.id;
  }

  get state(): FoundedCoalition | null {
    const { state } = this.stream;
    return state.status === 'founded' ? state : null;
  }

  /** The first command of the record: whoever founds it is seated with their session in one transaction. */
  found(
    sessionHash: string,
    commandId: string,
    command: CoalitionCommand,
    rows: readonly IndexRow[] = [],
  ): Promise<Result<Done<CoalitionEvent>>> {
    return this.stream.ask({
      commandId,
      actor: { kind: 'door' },
      command,
      gather: () => Promise.resolve(ok({ streamId: this.id })),
      rows: (events) => [...rows, ...founderRows(sessionHash, events)],
    });
  }

  /**
   * The answer to the founding was lost, and its cookie with it: the founding's own command id, sent again, is proof
   * enough for a while (as for a knock at a meeting's door). Null where it is not that.
   */
  async foundsAgain(sessionHash: string, seq: number): Promise<string | null> {
    const { ports } = this.stream;
    const [founding] = this.stream.eventsAfter(0, 1);
    if (seq !== 1 || !this.state || !founding || ports.clock.now() - founding.at > retryMs) return null;
    const { personId } = this.state.founder;
    await ports.store.putSeat(sessionHash, this.id, personId);
    return personId;
  }

  command(
    access: CoalitionAccess,
    commandId: string,
    command: CoalitionCommand,
  ): Promise<Result<Done<CoalitionEvent>>> {
    return this.stream.ask({ commandId, actor: { kind: 'person', personId: access.personId }, command });
  }
}

function founderRows(sessionHash: string, events: readonly CoalitionEvent[]): IndexRow[] {
  return events.flatMap((event) =>
    event.type === 'coalition.founded'
      ? [{ row: 'seat', sessionHash, personId: event.founder.personId } satisfies IndexRow]
      : [],
  );
}
