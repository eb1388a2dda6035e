/** The languages in which goals are written. Apart from schemas.ts, so that a page which only names them loads no schemas. */
export const goalLanguages = ['id', 'en'] as const;
export type GoalLanguage = (typeof goalLanguages)[number];
