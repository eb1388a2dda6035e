/**
 * Commands and ballots that wait on a dead line, kept so that a reload does not lose them; never longer than until
 * the server has answered. What an earlier page has left is brought back once, in the order in which it was given.
 */
import type { KeptRow, Parcel, Place } from './kept-row';
import type { Shelf } from './shelf.svelte';

export class KeptOrders {
  readonly #shelf: Promise<Shelf>;
  readonly #meetingId: string;
  #personId: string | null = null;
  readonly #written = new Set<string>();

  constructor(meetingId: string, shelf: Promise<Shelf>) {
    this.#meetingId = meetingId;
    this.#shelf = shelf;
  }

  /** Who this page is; answers with what they left waiting here before. */
  async bringBack(personId: string): Promise<readonly KeptRow[]> {
    const place: Place = { meetingId: this.#meetingId, personId };
    this.#personId = personId;
    const shelf = await this.#shelf;
    shelf.welcome(place.meetingId);
    const rows = (await shelf.of(place)).filter(({ content }) => content.kind !== 'words');
    for (const { key } of rows) this.#written.add(key);
    return rows;
  }

  async keep(parcel: Parcel): Promise<void> {
    const key = keyOf(parcel);
    if (this.#personId === null || this.#written.has(key)) return;
    this.#written.add(key);
    const place: Place = { meetingId: this.#meetingId, personId: this.#personId };
    const shelf = await this.#shelf;
    // Answered while the shelf was opened.
    if (this.#written.has(key)) await shelf.put({ key, at: shelf.now(), ...place, content: parcel });
  }

  async drop(key: string): Promise<void> {
    if (this.#written.delete(key)) await (await this.#shelf).remove([key]);
  }

  /** This person has no way back: nothing of the meeting stays on their device. */
  async bar(): Promise<void> {
    await (await this.#shelf).bar(this.#meetingId);
  }
}

/** The id under which it is sent, however often. */
export function keyOf(parcel: Parcel): string {
  return parcel.kind === 'command' ? parcel.message.id : parcel.message.ballot.ballotId;
}
