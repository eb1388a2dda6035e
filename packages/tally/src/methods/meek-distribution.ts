/**
 * One distribution of votes by Meek's method (PRF Reference Meek Rule, B.2.a), made fast: between two elections or
 * exclusions what a ballot does depends only on the elected candidates before its first hopeful one, so ballots
 * that share them share a branch of a tree, and each iteration walks the branches and not the ballots.
 *
 * Exact: each ballot's part is rounded by itself, as the rule says, and multiplied by how many ballots it stands for.
 */
import { timesUpE9 } from './decimals';
import type { Rankings } from './rankings';

/** Votes of each option in thousand-millionths, at these keep factors. */
export type Distribution = (keep: readonly number[]) => bigint[];

/** Branches in order, parents first; `weights` of all ballots that pass through. */
type Tree = { parents: number[]; options: number[]; weights: number[] };

const one = 1_000_000_000;

export function meekDistribution(
  rankings: Rankings,
  hopeful: ReadonlySet<number>,
  excluded: ReadonlySet<number>,
): Distribution {
  const tree = treeOf(rankings, hopeful, excluded);
  const left = new Float64Array(tree.options.length);
  return (keep) => distribute(tree, left, keep);
}

function treeOf(rankings: Rankings, hopeful: ReadonlySet<number>, excluded: ReadonlySet<number>): Tree {
  const tree: Tree = { parents: [-1], options: [-1], weights: [0] };
  const branches: Map<number, number>[] = [new Map<number, number>()];
  const { size, starts, entries, weights } = rankings;
  for (let ballot = 0; ballot < size; ballot++) {
    let branch = 0;
    for (let entry = starts[ballot] ?? 0; entry < (starts[ballot + 1] ?? 0); entry++) {
      const option = entries[entry] ?? -1;
      if (excluded.has(option)) continue;
      branch = grow(tree, branches, branch, option);
      tree.weights[branch] = (tree.weights[branch] ?? 0) + (weights[ballot] ?? 0);
      if (hopeful.has(option)) break;
    }
  }
  return tree;
}

function grow(tree: Tree, branches: Map<number, number>[], parent: number, option: number): number {
  const known = branches[parent]?.get(option);
  if (known !== undefined) return known;
  const branch = tree.options.push(option) - 1;
  tree.parents.push(parent);
  tree.weights.push(0);
  branches.push(new Map());
  branches[parent]?.set(option, branch);
  return branch;
}

/** `left[branch]` is the weight that a ballot has left after it. */
function distribute(
  { parents, options, weights }: Tree,
  left: Float64Array,
  keep: readonly number[],
): bigint[] {
  const sums = new ExactSums(keep.length);
  left[0] = one;
  for (let branch = 1; branch < options.length; branch++) {
    const option = options[branch] ?? 0;
    const had = left[parents[branch] ?? 0] ?? 0;
    const kept = had > 0 ? timesUpE9(had, keep[option] ?? 0) : 0;
    left[branch] = had - kept;
    sums.add(option, kept, weights[branch] ?? 0);
  }
  return sums.all();
}

/** Sums of products by option: in numbers while they are exact, carried over to BigInt before they are not. */
class ExactSums {
  private readonly low: Float64Array;
  private readonly high: bigint[];

  constructor(size: number) {
    this.low = new Float64Array(size);
    this.high = Array.from({ length: size }, () => 0n);
  }

  add(option: number, part: number, times: number): void {
    const product = part * times;
    const sum = (this.low[option] ?? 0) + product;
    if (sum <= Number.MAX_SAFE_INTEGER) this.low[option] = sum;
    else this.high[option] = (this.high[option] ?? 0n) + BigInt(part) * BigInt(times);
  }

  all(): bigint[] {
    return this.high.map((sum, option) => sum + BigInt(this.low[option] ?? 0));
  }
}
