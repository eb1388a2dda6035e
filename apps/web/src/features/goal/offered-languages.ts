// The languages that a goal may be written in. Said here again, since the domain's own list comes with the schemas of its commands,
// which no first join shall load; the type refuses one that is missing.
import type { GoalLanguage } from '@mufakat/domain';

const all: Record<GoalLanguage, true> = { id: true, en: true };

export const offeredLanguages = Object.keys(all) as GoalLanguage[];
