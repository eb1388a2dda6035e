// How a partner is told apart: one of eight colours, two letters, and a shape for the group it belongs to. Colour alone never
// carries meaning; in charts without letters the shape does.
export const shapes = ['square', 'circle', 'diamond', 'hexagon'] as const;
export type Shape = (typeof shapes)[number];
export type PartnerColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Mark {
  readonly letters: string;
  readonly colour: PartnerColour;
  readonly shape: Shape;
}

/** Of somebody who comes for no partner: first letters of the last two words, since a form of address may stand before. */
export function initials(name: string): string {
  return name
    .split(/\s+/u)
    .filter(Boolean)
    .slice(-2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

/** The shape of one seat in a box of 11, drawn at an offset; as a path, so that a row of people is one element. */
export function seatPath(shape: Shape, x: number, y: number): string {
  switch (shape) {
    case 'square':
      return `M${x + 2.6} ${y + 1.6}h5.8a1 1 0 0 1 1 1v5.8a1 1 0 0 1-1 1h-5.8a1 1 0 0 1-1-1v-5.8a1 1 0 0 1 1-1z`;
    case 'circle':
      return `M${x + 1.5} ${y + 5.5}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`;
    case 'diamond':
      return `M${x + 5.5} ${y + 0.9}l4.6 4.6-4.6 4.6-4.6-4.6z`;
    case 'hexagon':
      return `M${x + 3.2} ${y + 1.6}h4.6l2.4 3.9-2.4 3.9h-4.6l-2.4-3.9z`;
  }
}
