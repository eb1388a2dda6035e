/** Waits for what comes about by itself: tries again until `check` passes, and fails with its last complaint. */
import { setTimeout as sleep } from 'node:timers/promises';

export async function eventually(check: () => Promise<void>, tries = 200): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (left <= 1) throw error;
      await sleep(50);
    }
  }
}
