/** The agenda's items with what was planned and what happened, their decisions, and the prose beside each. */
import type { MinutesItem } from '@mufakat/domain';
import { decisionBox } from './decision-box';
import { said, type Page } from './page';
import type { Block, Section } from './sheet';

export function itemSections(page: Page): Omit<Section, 'prose'>[] {
  const { items, otherDecisions } = page.paper.facts;
  const all = items.map((item) => itemSection(page, item));
  if (otherDecisions.length === 0) return all;
  const blocks = otherDecisions.map((one) => decisionBox(page, one));
  return [...all, { key: 'others', title: page.say.decision.others, part: null, blocks }];
}

function itemSection(page: Page, item: MinutesItem): Omit<Section, 'prose'> {
  return {
    key: item.id,
    title: item.number === null ? item.title : `${item.number}. ${item.title}`,
    part: item.id,
    blocks: [facts(page, item), ...item.decisions.map((decision) => decisionBox(page, decision))],
  };
}

function facts(page: Page, item: MinutesItem): Block {
  const { item: say, itemKinds } = page.say;
  const { clock } = page.times;
  const presenter = said(page, item.presenter);
  const planned =
    item.plannedAt === null ? say.offAgenda : `${clock(item.plannedAt)}, ${say.minutes(item.minutes)}`;
  const times = item.times.map(({ from, to }) => `${clock(from)}–${to === null ? say.runs : clock(to)}`);
  return {
    kind: 'facts',
    rows: [
      { label: page.say.head.kind, value: itemKinds[item.kind] },
      { label: say.planned, value: planned },
      { label: say.treated, value: times.length > 0 ? times.join(', ') : say.notTreated },
      ...(presenter === '' ? [] : [{ label: say.presenter, value: presenter }]),
    ],
  };
}
