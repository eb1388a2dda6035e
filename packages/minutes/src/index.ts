/** MINUTES IN WORDS: what a meeting's minutes tell, put into Indonesian or English as blocks that anyone may show. */
export { minutesSheet, type Prose } from './minutes-sheet';
export type { Times } from './page';
export type { Block, Column, ListItem, MinutesSheet, Section, SignatureLine } from './sheet';
export { paperTerms, type PaperTerms } from './terms';
