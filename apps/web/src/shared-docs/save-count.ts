/**
 * Whether everything written here is on the server's disk. The server counts the updates of this connection: *saved n*
 * says that the first n are stored, and with them every sync step 2 that came before. What was written on a dead line
 * travels in the step 2 that answers the server's first question.
 */
export class SaveCount {
  #sent = 0;
  #toldAll = false;
  #unsaved = false;

  get saved(): boolean {
    return !this.#unsaved;
  }

  /** A new connection: the server counts from nothing. */
  connected(): void {
    this.#sent = 0;
    this.#toldAll = false;
  }

  /** Somebody wrote here; `sent` where the line was up. */
  wrote(sent: boolean): void {
    this.#unsaved = true;
    if (sent) this.#sent += 1;
  }

  /** A step 2 has gone out: all that the server lacked at its question. */
  told(): void {
    this.#toldAll = true;
  }

  stored(count: number): void {
    if (this.#toldAll && count >= this.#sent) this.#unsaved = false;
  }
}
