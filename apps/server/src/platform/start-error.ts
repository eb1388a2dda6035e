/** Stops the start with one line that says what is wrong and what was expected; no stack is shown. */
export class StartError extends Error {
  override name = 'StartError';
}
