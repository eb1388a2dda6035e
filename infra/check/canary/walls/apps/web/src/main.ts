// Wrong on purpose. expect: apps-stay-apart tests-are-not-code front-door
import { app } from '../../server/src/app.ts';
import { tested } from '../../../packages/tally/src/count.test.ts';
export const page = [app, tested];
