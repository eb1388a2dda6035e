/**
 * A line chart as SVG, readable on light and dark pages: colours follow the reader's scheme, every line has its own
 * dashes and its name at its end. Pure.
 */
export interface Chart {
  title: string;
  xLabel: string;
  yLabel: string;
  /** Of the vertical axis; the horizontal one is logarithmic where its values span more than tenfold. */
  yScale: 'linear' | 'log';
  lines: readonly Line[];
}

export interface Line {
  name: string;
  /** By rising x. */
  points: readonly Point[];
}

export interface Point {
  x: number;
  y: number;
}

const width = 720;
const height = 380;
const area = { left: 70, right: 590, top: 68, bottom: 316 };
/** Between names at the ends of lines. */
const nameGap = 16;

const styles = `
  svg { --ink: #1f2933; --faint: #52606d; --rule: #d9dee4; --a: #0f766e; --b: #b45309; --c: #5b4bc4; --d: #be185d; color-scheme: light dark }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e4e7eb; --faint: #9aa5b1; --rule: #3e4c59; --a: #2dd4bf; --b: #fbbf24; --c: #a5b4fc; --d: #f9a8d4 }
  }
  text { font: 13px system-ui, sans-serif; fill: var(--faint) }
  .title { font-size: 15px; font-weight: 600; fill: var(--ink) }
  .rule { stroke: var(--rule) }
  .line { fill: none; stroke-width: 2; stroke-linejoin: round }
  .line0 { stroke: var(--a); stroke-width: 3 } .line1 { stroke: var(--b); stroke-dasharray: 7 4 }
  .line2 { stroke: var(--c); stroke-dasharray: 2 4 } .line3 { stroke: var(--d); stroke-dasharray: 10 3 2 3 }
  .dot0 { fill: var(--a) } .dot1 { fill: var(--b) } .dot2 { fill: var(--c) } .dot3 { fill: var(--d) }
`;

export function drawChart(chart: Chart): string {
  const { title, xLabel, yLabel, lines, yScale } = chart;
  const points = lines.flatMap((line) => line.points);
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const yTicks =
    yScale === 'log'
      ? logTicks(points.map(({ y }) => y).filter((y) => y > 0))
      : evenTicks(points.map(({ y }) => y));
  const x = scale(xs, area.left, area.right, spansDecades(xs));
  const onAxis = scale(yTicks, area.bottom, area.top, yScale === 'log');
  // Memory may shrink: what is below the axis lies on it.
  const y: Scale = (value) => onAxis(Math.max(value, yTicks[0] ?? 0));
  const parts = [
    `<title>${escaped(title)}</title>`,
    `<style>${styles}</style>`,
    text(16, 26, title, 'class="title"'),
    text(16, 45, yLabel),
    text((area.left + area.right) / 2, height - 14, xLabel, 'text-anchor="middle"'),
    ...yTicks.flatMap((tick) => [
      `<line class="rule" x1="${area.left}" x2="${area.right}" y1="${place(y(tick))}" y2="${place(y(tick))}"/>`,
      text(area.left - 8, y(tick) + 4, tickText(tick), 'text-anchor="end"'),
    ]),
    ...xs.map((tick) => text(x(tick), area.bottom + 20, tickText(tick), 'text-anchor="middle"')),
    ...lines.map((line, index) => lineOf(line, index, x, y)),
    ...namesOf(lines, y),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">\n${parts.join('\n')}\n</svg>\n`;
}

type Scale = (value: number) => number;

function lineOf({ points }: Line, index: number, x: Scale, y: Scale): string {
  const places = points.map((point) => [place(x(point.x)), place(y(point.y))] as const);
  const path = places.map(([left, top]) => `${left},${top}`).join(' ');
  const dots = places.map(([left, top]) => `<circle class="dot${index}" cx="${left}" cy="${top}" r="4"/>`);
  return [`<polyline class="line line${index}" points="${path}"/>`, ...dots].join('');
}

/** At the ends of the lines, moved apart where they would touch, and kept above the axis. */
function namesOf(lines: readonly Line[], y: Scale): string[] {
  const ends = lines
    .flatMap(({ name, points }, index) => {
      const last = points.at(-1);
      return last ? [{ name, index, top: y(last.y) }] : [];
    })
    .sort((a, b) => a.top - b.top);
  const tops = apart(ends.map(({ top }) => top));
  return ends.map(({ name, index }, nth) =>
    text(area.right + 12, (tops[nth] ?? 0) + 4, name, `class="dot${index}"`),
  );
}

/** Places from top to bottom, each at least a name's height from the next, the last no lower than the axis. */
export function apart(tops: readonly number[]): number[] {
  const down: number[] = [];
  for (const top of tops) down.push(Math.max(top, (down.at(-1) ?? -Infinity) + nameGap));
  let ceiling = area.bottom - nameGap / 4;
  return down
    .reverse()
    .map((top) => {
      const at = Math.min(top, ceiling);
      ceiling = at - nameGap;
      return at;
    })
    .reverse();
}

function scale(values: readonly number[], from: number, to: number, isLog: boolean): Scale {
  const by = isLog ? Math.log10 : (value: number) => value;
  const low = by(Math.min(...values));
  const high = by(Math.max(...values));
  return (value) =>
    high === low ? (from + to) / 2 : from + ((by(value) - low) / (high - low)) * (to - from);
}

function spansDecades(values: readonly number[]): boolean {
  return Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) > 10;
}

/** 0 and up to five even steps of 1, 2 or 5 × 10ⁿ, the last at or above the greatest value. */
export function evenTicks(values: readonly number[]): number[] {
  const greatest = Math.max(...values, 0) || 1;
  const rough = greatest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? power;
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** 1, 2 and 5 × 10ⁿ around all values; powers of ten alone where they span more than two decades. */
export function logTicks(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const factors = high / low > 100 ? [1] : [1, 2, 5];
  const from = Math.floor(Math.log10(low));
  const to = Math.max(from + 1, Math.ceil(Math.log10(high)));
  const all = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
    .flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(6))))
    .filter((tick) => tick <= 10 ** to);
  const below = all.filter((tick) => tick <= low).length - 1;
  const above = all.findIndex((tick) => tick >= high);
  return all.slice(below, Math.max(above, below + 1) + 1);
}

function tickText(value: number): string {
  return value >= 1000 ? value.toLocaleString('en-GB') : String(value);
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${place(x)}" y="${place(y)}" ${attributes}>${escaped(words)}</text>`;
}

function place(value: number): string {
  return value.toFixed(1);
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
