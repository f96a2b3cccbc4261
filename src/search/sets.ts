/** Sets of numbers as plain data: CSR typed arrays, searched by halving. */

/** Set i holds `terms[starts[i] … starts[i + 1]]`, sorted. */
export interface TermSets {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
}

/** Packs sets, which get the numbers from 0 on. */
export function packSets(sets: readonly ReadonlySet<number>[]): TermSets {
  const starts = new Uint32Array(sets.length + 1);
  for (const [at, set] of sets.entries()) starts[at + 1] = (starts[at] as number) + set.size;
  const terms = new Uint32Array(starts[sets.length] as number);
  for (const [at, set] of sets.entries())
    terms.set(
      [...set].sort((a, b) => a - b),
      starts[at],
    );
  return { starts, terms };
}

/** Where a term lies in a set, as an index of `terms`; -1 where it is not in it: a binary search. */
export function findIn({ starts, terms }: TermSets, set: number, term: number): number {
  let low = starts[set] as number;
  let high = (starts[set + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = terms[middle] as number;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
