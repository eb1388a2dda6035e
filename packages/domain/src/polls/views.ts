/** Questions about polls. */
import type { Meeting, Poll } from '../meeting/state';
import { wordsIn } from '../words';

export function isPollOpen(poll: Poll): boolean {
  return poll.count.status === 'open';
}

/** Whether these words stand in a remark beside a closed poll. */
export function isRemark(state: Meeting, wordsId: string): boolean {
  return Object.values(state.polls).some(
    (poll) => poll.count.status === 'closed' && wordsIn(poll.count.remarks).includes(wordsId),
  );
}
