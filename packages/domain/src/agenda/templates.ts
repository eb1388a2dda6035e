/**
 * Five meetings as they are really run (practice.md, 3a): items with their minutes, what the facilitator does in each
 * and what it leaves behind, how many days before people are invited, and which preset of rules fits.
 *
 * Data for planning and for the facilitator's script; no rule reads it. Minutes add up to what practice says, and
 * openings and closings stay under the caps that adoption holds (limits.ts).
 */
import { emergency } from './templates/emergency';
import { founding } from './templates/founding';
import { priorities } from './templates/priorities';
import { review } from './templates/review';
import type { MeetingTemplate } from './templates/template';
import { working } from './templates/working';

export const templateNames = ['founding', 'working', 'priorities', 'review', 'emergency'] as const;
export type TemplateName = (typeof templateNames)[number];

export const templates: Readonly<Record<TemplateName, MeetingTemplate>> = {
  founding,
  working,
  priorities,
  review,
  emergency,
};
