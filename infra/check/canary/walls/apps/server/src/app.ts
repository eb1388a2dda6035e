// Wrong on purpose. expect: front-door no-cycle
import { inner } from '../../../packages/tally/src/inner.ts';
import { room } from './room.ts';
export const app = [inner, room];
