/** The room that a command which begins a record is for. */
import type { Services } from '../services';

/** A new stream under an id of its own, or the one that this very command has made before. */
export async function roomFor<R>(
  { store }: Services,
  commandId: string,
  find: (id: string) => Promise<R | null>,
  make: () => Promise<R>,
): Promise<R | null> {
  const before = await store.findCommand(commandId);
  return before ? find(before.stream) : make();
}
