// Wrong on purpose. expect: packages-below-apps
import { app } from '../../../apps/server/src/app.ts';
export const tested = app;
