/** Turnout is told from counts that go along; they say what counting the box anew would say. */
import { type Meeting, type Poll } from '@mufakat/domain';
import { asking, fold, pollId } from '@mufakat/domain/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenBoxes } from './open-boxes';

const state = fold(asking()) as Meeting;
const poll: Poll = state.polls[pollId]!;
const keys = [...poll.roll.map(({ key }) => key), 'nobody'];

function ballotOf(voter: string, choice: number) {
  return { voter, castBy: voter, choice };
}

function counted(voters: ReadonlySet<string>): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { key, chamber } of poll.roll) {
    if (voters.has(key)) counts.set(chamber, (counts.get(chamber) ?? 0) + 1);
  }
  return counts;
}

test('a voice that answers again is counted once, a stranger never, and the last answer is shown', () => {
  const ballots = fc.array(fc.tuple(fc.constantFrom(...keys), fc.nat()), { maxLength: 30 });
  fc.assert(
    fc.property(ballots, ballots, (stored, cast) => {
      const boxes = new OpenBoxes();
      boxes.open(
        poll,
        stored.map(([voter, choice]) => ballotOf(voter, choice)),
      );
      for (const [voter, choice] of cast) boxes.put(pollId, ballotOf(voter, choice));
      const last = new Map([...stored, ...cast]);
      const expected = counted(new Set(last.keys()));
      const { byChamber, cast: all } = boxes.turnout(pollId);
      expect(new Map(byChamber.map((one) => [one.chamber, one.cast]))).toEqual(expected);
      expect(all).toBe([...expected.values()].reduce((total, one) => total + one, 0));
      for (const [voter, choice] of last) expect(boxes.choiceOf(pollId, voter)).toBe(choice);
    }),
  );
});

test('a box that is closed, or was never open, tells of nobody', () => {
  const boxes = new OpenBoxes();
  boxes.open(poll, [ballotOf(keys[0]!, 1)]);
  boxes.close(pollId);
  boxes.put(pollId, ballotOf(keys[1]!, 1));
  expect(boxes.turnout(pollId)).toEqual({ pollId, cast: 0, byChamber: [] });
  expect(boxes.choiceOf(pollId, keys[0]!)).toBeUndefined();
});
