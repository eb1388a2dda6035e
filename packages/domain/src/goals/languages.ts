/** The languages that a goal may be written in. Apart from the schemas, which a client that only reads shall not load. */
export const goalLanguages = ['id', 'en'] as const;
export type GoalLanguage = (typeof goalLanguages)[number];
