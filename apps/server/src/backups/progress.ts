/** Tells whoever waits how far long work is: a step, and how much of how much. */
export type Step = 'copying' | 'checking' | 'reading';
export type Progress = (step: Step, done: number, total: number) => void;

export const inSilence: Progress = () => undefined;
