/** The machine's clock. Nothing else in the server reads the time. */
import type { Clock } from './ports';

export const systemClock: Clock = { now: () => Date.now() };
