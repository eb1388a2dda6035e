/**
 * Old events made new: a step per version and type. The log keeps what was written; whoever reads gets today's shape.
 *
 * To change an event's shape: raise eventVersion, add the step from the version before, record a log of the new
 * version in tests/golden. Old logs there must still fold.
 */
export const eventVersion = 1;

type Body = Record<string, unknown>;
type Step = (body: Body) => Body;

/** steps[n][type] turns a body of version n into one of version n + 1. Types without a step pass unchanged. */
type Steps = Readonly<Record<number, Readonly<Record<string, Step>>>>;
const steps: Steps = {};

/** [L5] The body of an event of version `v` in today's shape, not yet checked against the schema. */
export function upcast(v: number, type: string, body: Body): Body {
  return raise(steps, { from: v, to: eventVersion }, type, body);
}

export function raise(
  all: Steps,
  { from, to }: { from: number; to: number },
  type: string,
  body: Body,
): Body {
  let current = body;
  for (let version = from; version < to; version += 1) {
    current = all[version]?.[type]?.(current) ?? current;
  }
  return current;
}
