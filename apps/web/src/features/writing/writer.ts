// Who writes, as others see it at the caret and in the list of those who write. The server puts it into everyone's awareness state;
// it is read piece by piece all the same, since a client of another version may say it otherwise.
import { initials, shapes, type Mark, type PartnerColour } from '../../ui/partner';

export interface Writer {
  readonly name: string;
  readonly mark: Mark;
}

/** From the `user` of an awareness state; null where it names nobody. */
export function readWriter(value: unknown): Writer | null {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  const { name } = value;
  if (typeof name !== 'string' || name.trim() === '') return null;
  const letters =
    'mark' in value && typeof value.mark === 'string' && value.mark !== '' ? value.mark : initials(name);
  const colour = 'colour' in value && typeof value.colour === 'number' ? value.colour : 8;
  const shape = 'chamberShape' in value ? shapes.find((one) => one === value.chamberShape) : undefined;
  return {
    name: name.slice(0, 120),
    mark: {
      letters: letters.slice(0, 4),
      colour: (Math.min(8, Math.max(1, Math.round(colour))) || 8) as PartnerColour,
      shape: shape ?? 'circle',
    },
  };
}

/** Everyone else in a document's awareness who points somewhere, with where. */
export function othersIn(
  states: ReadonlyMap<number, unknown>,
  own: number,
): { writer: Writer; cursor: unknown }[] {
  return [...states].flatMap(([client, state]) => {
    if (client === own || typeof state !== 'object' || state === null) return [];
    const cursor = 'cursor' in state ? state.cursor : null;
    const writer = 'user' in state ? readWriter(state.user) : null;
    return cursor && writer ? [{ writer, cursor }] : [];
  });
}
