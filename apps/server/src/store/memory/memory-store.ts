/**
 * The store in memory: for unit tests, and the model that the others are compared with. Exact rather than fast.
 *
 * What goes in and what comes out are copies, made through JSON where SQLite does so. Writes become visible and
 * answer in batches, as anywhere; a unit that throws is taken back by the journal.
 */
import type { Store } from '../ports';
import { storeOf } from '../store-of';
import { createWriteQueue, type Settle, type Unit } from '../write-queue';
import { memoryAccess } from './memory-access';
import { memoryBallots } from './memory-ballots';
import { memoryDeletion } from './memory-deletion';
import { memoryDocuments } from './memory-documents';
import { memoryEvents } from './memory-events';
import { memoryTidying } from './memory-tidying';
import { emptyState, type Journal } from './state';

export interface MemoryOptions {
  /** For tests: awaited before each batch is written. */
  flush?: () => Promise<void>;
}

export function createMemoryStore({ flush }: MemoryOptions = {}): Store {
  const state = emptyState();
  const events = memoryEvents(state);
  const tables = {
    ...events,
    ...memoryBallots(state, events.append),
    ...memoryDocuments(state),
    ...memoryAccess(state),
    ...memoryTidying(state),
    ...memoryDeletion(state),
    check: () => undefined,
  };
  const commit = (units: readonly Unit[]) => units.map((unit) => runAlone(unit, state.journal));
  return storeOf(tables, createWriteQueue({ flush, commit }), () => undefined);
}

function runAlone(unit: Unit, journal: Journal): Settle {
  try {
    const settle = unit.run();
    journal.forget();
    return settle;
  } catch (error) {
    journal.takeBack();
    return unit.fail(error);
  }
}
