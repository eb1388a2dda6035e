/** Questions about polls. */
import type { Meeting, Poll } from '../meeting/state';
import { textOf } from '../words';

export function isPollOpen(poll: Poll): boolean {
  return poll.count.status === 'open';
}

/** Whether these words stand, not yet erased, in a remark beside a closed poll. */
export function isRemark(state: Meeting, wordsId: string): boolean {
  return Object.values(state.polls)
    .flatMap((poll) => (poll.count.status === 'closed' ? poll.count.remarks : []))
    .flatMap(({ words, acceptableIf }) => (acceptableIf ? [words, acceptableIf] : [words]))
    .some((words) => words.id === wordsId && textOf(words) !== null);
}
