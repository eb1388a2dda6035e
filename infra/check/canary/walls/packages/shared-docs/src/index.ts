// Wrong on purpose. expect: shared-docs-imports-only
import type { Meeting } from '../../domain/src/index.ts';
export type Page = Meeting;
