/**
 * Packs of events as they come before the answer to a join: kept until that answer names the last, and opened. A browser
 * that cannot inflate asks for none.
 */
import type { JoinAck, PackedBytes, PackFrame, WireEvent } from '@mufakat/protocol';

export const opensPacks = typeof DecompressionStream === 'function';

export class Packs {
  #came: PackFrame[] = [];

  came(frame: PackFrame): void {
    this.#came.push(frame);
  }

  /** What has come so far was for an answer that never will. */
  forget(): void {
    this.#came = [];
  }

  /** The answer with the events of the packs up to that which it names. Null where one has not come, or cannot be read. */
  async open(answer: JoinAck): Promise<JoinAck | null> {
    const packs = this.#came;
    this.#came = [];
    if (!('events' in answer) || answer.packedUpTo === undefined) return answer;
    if (packs.at(-1)?.upTo !== answer.packedUpTo) return null;
    const opened = await Promise.all(packs.map(({ events }) => inflate(events))).catch(() => null);
    return opened && { ...answer, events: [...opened.flat(), ...answer.events] };
  }
}

async function inflate(bytes: PackedBytes): Promise<WireEvent[]> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  // The server made it of events that it has checked; the chain shows whether they are whole.
  return JSON.parse(await new Response(stream).text()) as WireEvent[];
}
