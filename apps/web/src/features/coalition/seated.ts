// Where each of n partners sits around a sheet, in per cent of its width and height, clockwise from the upper start corner. More
// sit along the long sides than along the short ones; nobody sits on a corner, where a mark would hide the rounding.
export interface Seat {
  readonly x: number;
  readonly y: number;
}

export function seated(count: number): Seat[] {
  const across = Math.min(count, Math.max(1, Math.round(count * 0.31)));
  const top = across;
  const bottom = Math.min(across, count - top);
  const end = Math.ceil((count - top - bottom) / 2);
  const start = count - top - bottom - end;
  const along = (total: number, from: number, to: number): number[] =>
    Array.from({ length: total }, (_, at) => round(from + ((to - from) * (at + 0.5)) / total));
  return [
    ...along(top, 0, 100).map((x) => ({ x, y: 0 })),
    ...along(end, 4, 96).map((y) => ({ x: 100, y })),
    ...along(bottom, 100, 0).map((x) => ({ x, y: 100 })),
    ...along(start, 96, 4).map((y) => ({ x: 0, y })),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
