import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');
const [usual = '', more = ''] = css.split(":root[data-contrast='more'],");

type Lch = readonly [number, number, number];
type Theme = 'light' | 'dark';

/** Opaque colours by token, one for each theme. */
function colours(part: string): Map<string, Record<Theme, Lch>> {
  const found = new Map<string, Record<Theme, Lch>>();
  const lch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
  for (const [, name = '', ...n] of part.matchAll(
    new RegExp(`--([\\w-]+): light-dark\\(${lch}, ${lch}\\)`, 'g'),
  )) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n.map(Number);
    found.set(name, { light: [a, b, c], dark: [d, e, f] });
  }
  for (const [, name = '', a, b, c] of part.matchAll(new RegExp(`--([\\w-]+): ${lch};`, 'g'))) {
    const one: Lch = [Number(a), Number(b), Number(c)];
    found.set(name, { light: one, dark: one });
  }
  return found;
}

/** Relative luminance (WCAG 2) of an OKLCH colour, by Ottosson's matrices; out-of-gamut parts are cut off as screens do. */
function luminance([l, c, h]: Lch): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (part: number): number => Math.min(Math.max(part, 0), 1);
  const red = cut(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = cut(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = cut(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Lch, b: Lch): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['table', 'paper', 'field', 'sunk', 'raised'];
const partners = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
const inked = new Set(['p4', 'p5', 'p8']);

const text: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] =>
    ['ink', 'ink-2', 'accent', 'accent-deep', 'amber', 'red'].map((ink) => [ink, ground]),
  ),
  ...['accent-wash', 'amber-wash', 'red-wash'].map((wash): [string, string] => ['ink', wash]),
  ['accent', 'accent-wash'],
  ['amber', 'amber-wash'],
  ['red', 'red-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-red', 'red'],
  ...partners.map((p): [string, string] => [inked.has(p) ? 'on-p-ink' : 'on-p', p]),
  ['qr-ink', 'qr-paper'],
];
const marks: [string, string][] = [
  ...['table', 'paper', 'field'].flatMap((ground): [string, string][] =>
    ['edge', 'focus', 'bar', ...partners].map((mark) => [mark, ground]),
  ),
];

/** Pairs that are closer than `least`, with how far they are. */
function tooClose(
  pairs: [string, string][],
  part: Map<string, Record<Theme, Lch>>,
  theme: Theme,
  least: number,
) {
  return pairs.flatMap(([over, under]) => {
    const [a, b] = [part.get(over), part.get(under)];
    if (!a || !b) throw new Error(`no colour is called ${a ? under : over}`);
    const ratio = contrast(a[theme], b[theme]);
    return ratio < least ? [`${over} on ${under}: ${ratio.toFixed(2)}`] : [];
  });
}

const plain = colours(usual);
const high = new Map([...plain, ...colours(more)]);

it('measures as WCAG does', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
  expect(colours(more).size).toBeGreaterThan(8);
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it('text is 4.5:1 from its ground, marks 3:1', () => {
    expect(tooClose(text, plain, theme, 4.5)).toEqual([]);
    expect(tooClose(marks, plain, theme, 3)).toEqual([]);
  });

  it('text is 7:1 from its ground where high contrast is asked for, marks 3:1, borders of fields 4.5:1', () => {
    const own = text.filter(([over]) => !over.startsWith('on-p') && !over.startsWith('qr'));
    expect(tooClose(own, high, theme, 7)).toEqual([]);
    expect(tooClose(text, high, theme, 4.5)).toEqual([]);
    expect(tooClose(marks, high, theme, 3)).toEqual([]);
    expect(
      tooClose(
        grounds.map((ground) => ['edge', ground]),
        high,
        theme,
        4.5,
      ),
    ).toEqual([]);
  });
});
