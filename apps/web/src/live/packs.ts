/**
 * Packs of events as they come before the answer to a join: kept until that answer names one, and opened. A browser that
 * cannot inflate asks for none.
 */
import type { JoinAck, PackFrame, WireEvent } from '@mufakat/protocol';

export const opensPacks = typeof DecompressionStream === 'function';

export class Packs {
  #last: PackFrame | null = null;

  came(frame: PackFrame): void {
    this.#last = frame;
  }

  /** The answer with the events of the pack that it names. Null where that has not come, or cannot be read. */
  async open(answer: JoinAck): Promise<JoinAck | null> {
    const pack = this.#last;
    this.#last = null;
    if (!('events' in answer) || answer.packedUpTo === undefined) return answer;
    if (pack?.upTo !== answer.packedUpTo) return null;
    const events = await inflate(pack.events).catch(() => null);
    return events && { ...answer, events: [...events, ...answer.events] };
  }
}

async function inflate(base64: string): Promise<WireEvent[]> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  // The server made it of events that it has checked; the chain shows whether they are whole.
  return JSON.parse(await new Response(stream).text()) as WireEvent[];
}
