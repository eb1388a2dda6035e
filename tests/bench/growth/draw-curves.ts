/** Pictures of the curves that a file of results has points of, into tests/bench/growth. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureAt, median } from '../figures';
import { benchFolder } from '../runner/folders';
import type { ResultLine } from '../runner/report';
import { curves, type Curve } from './curves';
import { drawChart, type Line } from './svg-chart';

/** Answers the files that were written. */
export function drawCurves(lines: readonly ResultLine[]): string[] {
  return curves.flatMap((curve) => {
    const drawn = linesOf(curve, lines);
    if (drawn.length === 0) return [];
    const file = join(benchFolder, 'growth', `${curve.name}.svg`);
    writeFileSync(file, drawChart({ ...curve, lines: drawn }));
    return [file];
  });
}

/** Medians; a line of fewer than two points is none. */
export function linesOf({ points, series }: Curve, results: readonly ResultLine[]): Line[] {
  return series.flatMap(({ label, target, path }) => {
    const found = points.flatMap(({ x, scenario }) => {
      const runs = results.filter(
        (line) => line.scenario === scenario.name && line.name === target && line.error === undefined,
      );
      const values = runs.flatMap((line) => figureAt(line, path) ?? []);
      return values.length > 0 ? [{ x, y: median(values) }] : [];
    });
    return found.length > 1 ? [{ name: label, points: found }] : [];
  });
}
