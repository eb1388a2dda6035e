/** How options and grades are called in a sentence. */

/** By index; grades where the method has them, worst first. */
export type ElectionNames = { options: readonly string[]; grades?: readonly string[] };

/** "A, B and C" */
export type ListNames = (options: readonly number[]) => string;

/** An option without a name is called by its number, from 1. */
export function optionName({ options }: ElectionNames, option: number): string {
  return options[option] ?? `${option + 1}`;
}
