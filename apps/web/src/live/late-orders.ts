/** Orders that an earlier page left waiting: sent again under their own ids, before all others, and what became of each. */
import type { Refused } from '@mufakat/domain';
import type { KeptRow, Parcel } from '../kept/kept-row';
import type { Outbox } from './outbox';
import type { Wire } from './wire';

export interface LateOrder {
  readonly key: string;
  /** Null: it was too old to be sent, and what it said is gone. */
  readonly parcel: Parcel | null;
  readonly result: 'sent' | 'too_old' | Refused;
}

interface LatePorts {
  outbox: Outbox;
  wire: Wire;
  told: (news: LateOrder) => void;
}

/** `rows` oldest first; the outbox is not open yet. */
export function sendLate(rows: readonly KeptRow[], ports: LatePorts): void {
  for (const { key, content } of rows.toReversed()) {
    if (content.kind === 'words') continue;
    if (content.kind === 'stale') ports.told({ key, parcel: null, result: 'too_old' });
    else void sendOne(key, content, ports);
  }
}

async function sendOne(key: string, parcel: Parcel, { outbox, wire, told }: LatePorts): Promise<void> {
  const answer = await outbox.addBefore(parcel, () =>
    parcel.kind === 'command' ? wire.send('command', parcel.message) : wire.send('ballot', parcel.message),
  );
  told({ key, parcel, result: answer.ok ? 'sent' : answer });
}
