/** Writing a wording over the stock client and having it frozen, as the editor and the chair would. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DecisionRule } from '@mufakat/tally';
import * as Y from 'yjs';
import type { Person } from './person';
import { stockClient, type StockClient } from './stock-client';

/** Adds a paragraph at the end of a wording, or of another text of the document. */
export function writeParagraph(
  { doc }: StockClient,
  text: string,
  fragment: Y.XmlFragment = doc.getXmlFragment('wording'),
): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  fragment.insert(fragment.length, [paragraph]);
}

/** The id of a new decision of this chair's meeting. */
export async function draftDecision(
  chair: Person,
  rule: DecisionRule,
  electorate: 'person' | 'partner' = 'person',
): Promise<string> {
  const before = new Set(Object.keys(chair.meeting.decisions));
  await chair.do({ type: 'decision.draft', wording: null, title: 'Rumusan', itemId: null, rule, electorate });
  const id = Object.keys(chair.meeting.decisions).find((one) => !before.has(one));
  if (id === undefined) throw new Error('a drafted decision has an id');
  return id;
}

/** Drafts, writes and freezes a wording. Freezing is tried until what was written has reached the server. */
export async function frozenDecision(
  chair: Person,
  rule: DecisionRule,
  text: string,
  electorate: 'person' | 'partner' = 'person',
): Promise<string> {
  const decisionId = await draftDecision(chair, rule, electorate);
  const writer = stockClient(chair.url, `wording/${decisionId}`, { cookie: chair.cookie });
  await writer.synced();
  writeParagraph(writer, text);
  await freeze(chair, decisionId);
  writer.close();
  return decisionId;
}

async function freeze(chair: Person, decisionId: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ack = await chair.command({ type: 'text.freeze', decisionId });
    if (ack.ok) {
      await chair.until(() => chair.meeting.decisions[decisionId]?.text.status === 'frozen');
      return;
    }
    if (ack.code !== 'text_empty') throw new Error(`not frozen: ${ack.code}`);
    await sleep(20);
  }
  throw new Error('the wording stayed empty');
}
