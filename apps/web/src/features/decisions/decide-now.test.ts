import { ok, refused, type MeetingCommand, type RefusalCode, type Result } from '@mufakat/domain';
import { expect, it } from 'vitest';
import { DecideNow, type DraftCommand } from './decide-now.svelte';

const draft: DraftCommand = {
  type: 'decision.draft',
  title: 'Rumah guru',
  itemId: null,
  rule: null,
  electorate: null,
  wording: 'Rumah guru dikerjakan lebih dahulu.',
};

/** A room that refuses one kind of order once. */
function room(stages = true, refuses?: MeetingCommand['type'], code: RefusalCode = 'poll_open') {
  const asked: MeetingCommand[] = [];
  let left = 1;
  const orders = {
    stages,
    decisions: () => (asked.some(({ type }) => type === 'decision.draft') ? ['old', 'new'] : ['old']),
    ask: (command: MeetingCommand): Promise<Result<unknown>> => {
      if (command.type === refuses && left > 0) {
        left -= 1;
        return Promise.resolve(refused(code));
      }
      asked.push(command);
      return Promise.resolve(ok(null));
    },
  };
  return { asked, now: new DecideNow(orders) };
}

it('drafts, locks, puts on stage and asks, in this order', async () => {
  const { asked, now } = room();
  expect(await now.run(draft)).toBe(true);
  expect(asked).toEqual([
    draft,
    { type: 'text.freeze', decisionId: 'new' },
    { type: 'stage.set', stage: { kind: 'decision', decisionId: 'new' } },
    { type: 'poll.open', decisionId: 'new' },
  ]);
});

it('leaves the stage to those who may set it', async () => {
  const { asked, now } = room(false);
  await now.run(draft);
  expect(asked.map(({ type }) => type)).toEqual(['decision.draft', 'text.freeze', 'poll.open']);
});

it('stops where it is refused, and goes on from there without doing anything twice', async () => {
  for (const step of ['decision.draft', 'text.freeze', 'stage.set', 'poll.open'] as const) {
    const { asked, now } = room(true, step, 'not_open');
    expect(await now.run(draft)).toBe(false);
    expect(now.problem).toBe('not_open');
    expect(now.done).toBe(asked.length);
    expect(await now.run(draft)).toBe(true);
    expect(asked.map(({ type }) => type)).toEqual([
      'decision.draft',
      'text.freeze',
      'stage.set',
      'poll.open',
    ]);
  }
});
