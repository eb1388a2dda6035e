import { presetRules, ruleProblems } from '@mufakat/tally';
import { describe, expect, it } from 'vitest';
import { itemKinds } from '../context';
import { limits } from '../limits';
import { templateNames, templates } from './templates';
import { kindMethods, type Said } from './templates/template';

/** practice.md, 3a: minutes without breaks, breaks, days of notice. */
const practice = {
  founding: { minutes: 210, breaks: 15, noticeDays: 14 },
  working: { minutes: 90, breaks: 0, noticeDays: 7 },
  priorities: { minutes: 180, breaks: 0, noticeDays: 7 },
  review: { minutes: 120, breaks: 0, noticeDays: 7 },
  emergency: { minutes: 45, breaks: 0, noticeDays: 1 },
};

describe.each(templateNames)('the template %s', (name) => {
  const { title, items, noticeDays, preset } = templates[name];
  const minutesOf = (kinds: readonly string[]) =>
    items.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { minutes }) => sum + minutes, 0);

  it('takes as long as practice says', () => {
    const rest = itemKinds.filter((kind) => kind !== 'break');
    expect({ minutes: minutesOf(rest), breaks: minutesOf(['break']), noticeDays }).toEqual(practice[name]);
  });

  it('begins with an opening and ends with a closing, both under their caps', () => {
    expect(items[0]?.kind).toBe('opening');
    expect(items.at(-1)?.kind).toBe('closing');
    expect(minutesOf(['opening'])).toBeLessThanOrEqual(limits.openingMinutes);
    expect(minutesOf(['closing'])).toBeLessThanOrEqual(limits.closingMinutes);
  });

  it('says everything in both languages, no title twice', () => {
    for (const { kind, title: itemTitle, method, output } of items) {
      saidTwice(itemTitle);
      saidTwice(method);
      if (kind !== 'break') saidTwice(output);
      expect(itemTitle.id.length).toBeLessThanOrEqual(limits.titleLength);
    }
    saidTwice(title);
    expect(new Set(items.map((item) => item.title.id)).size).toBe(items.length);
    expect(new Set(items.map((item) => item.title.en)).size).toBe(items.length);
  });

  it('has a rule that the count understands', () => {
    expect(ruleProblems(presetRules[preset](['a', 'b']), ['a', 'b'])).toEqual([]);
  });
});

it('says for each kind of item what to do in it', () => {
  for (const kind of itemKinds) saidTwice(kindMethods[kind]);
});

function saidTwice({ id, en }: Said): void {
  expect(id.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
  expect(id).not.toBe(en);
}
