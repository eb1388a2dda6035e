/**
 * The outcome of a rule: either what it decided, or why not.
 *
 * An expected refusal is a value from the closed list in refusals.ts, never an exception. Exceptions are for
 * programmers' mistakes only.
 */
import type { RefusalCode } from './refusals';

export type Refused = { ok: false; code: RefusalCode };
export type Decided<T> = { ok: true; value: T };
export type Result<T> = Decided<T> | Refused;

export function ok<T>(value: T): Decided<T> {
  return { ok: true, value };
}

export function refused(code: RefusalCode): Refused {
  return { ok: false, code };
}

/** Marks a branch that the compiler has shown to be impossible. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** A programmer's mistake: never reached through input, however bad. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
