/**
 * What this person's client publishes beside the text: where they point, and nothing else. Who they are is written by
 * the server; who may not write does not point. Here it moves at once; others hear of the first move at once, of
 * further ones at most five times a second, and of the last always.
 *
 * The class of y-protocols sets a first state while it is being made, so it is changed on the made one, not by
 * inheritance: `change` is told at once to whoever draws, `update` in turn to whoever sends.
 */
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

const gapMs = 200;

type State = Record<string, unknown>;

export function openPointer(doc: Y.Doc, mayPoint: () => boolean): Awareness {
  const awareness = new Awareness(doc);
  const set = awareness.setLocalState.bind(awareness);
  set(null);
  awareness.setLocalState = (state: State | null) => {
    const next = state && mayPoint() ? { cursor: state.cursor ?? null } : null;
    if (next ?? awareness.getLocalState()) set(next);
  };
  awareness.setLocalStateField = (field: string, value: unknown) => {
    if (field === 'cursor') awareness.setLocalState({ cursor: value });
  };
  awareness.emit = inTurn(awareness, awareness.emit.bind(awareness));
  return awareness;
}

type Emit = Awareness['emit'];

/** Holds back news of one's own moves that come too soon after the last. */
function inTurn(awareness: Awareness, emit: Emit): Emit {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waits = false;
  const pause = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (!waits) return;
      waits = false;
      tell();
    }, gapMs);
  };
  const tell = (): void => {
    pause();
    // Whoever sends it reads the state as it is then.
    emit('update', [{ added: [], updated: [awareness.clientID], removed: [] }, 'local']);
  };
  awareness.doc.on('destroy', () => {
    if (timer) clearTimeout(timer);
    waits = false;
  });
  return (name, args) => {
    const isOwnMove = name === 'update' && args[1] === 'local' && awareness.getLocalState() !== null;
    if (!isOwnMove) emit(name, args);
    else if (timer) waits = true;
    else tell();
  };
}
