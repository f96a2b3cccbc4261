/**
 * Postings by owner. Several documents belong to one owner (the passages of a record); for each term and owner the highest
 * weight of all its documents bounds what any of them can score, so that only the few owners with the highest bounds
 * need their documents scored. A query then costs what an index of the owners alone would cost.
 */
import type { PackedPostings } from './postings.ts';

/** For term t, from `starts[t]` on: the owner, the highest weight, and from where on its documents' postings lie. */
export interface OwnerPostings {
  /** How many owners there are. */
  readonly size: number;
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
  readonly most: Float32Array;
  readonly from: Uint32Array;
}

/** Groups postings by the owners of their documents; documents of one owner must lie side by side. */
export function groupByOwner({ starts, docs, weights }: PackedPostings, owner: Uint32Array): OwnerPostings {
  const terms = starts.length - 1;
  const size = (owner.at(-1) ?? -1) + 1;
  const grouped = {
    starts: new Uint32Array(terms + 1),
    owners: [] as number[],
    most: [] as number[],
    from: [] as number[],
  };
  for (let term = 0; term < terms; term += 1) {
    grouped.starts[term] = grouped.from.length;
    const start = starts[term] as number;
    for (let at = start; at < (starts[term + 1] as number); at += 1) {
      const one = owner[docs[at] as number] as number;
      const weight = weights[at] as number;
      const last = grouped.from.length - 1;
      if (at > start && grouped.owners[last] === one) {
        if (weight > (grouped.most[last] as number)) grouped.most[last] = weight;
        continue;
      }
      grouped.owners.push(one);
      grouped.most.push(weight);
      grouped.from.push(at);
    }
  }
  grouped.starts[terms] = grouped.from.length;
  grouped.from.push(docs.length);
  return {
    size,
    starts: grouped.starts,
    owners: Uint32Array.from(grouped.owners),
    most: Float32Array.from(grouped.most),
    from: Uint32Array.from(grouped.from),
  };
}

/** Of the first `count` items those with the highest values, highest first, at most `limit`: insertion into a short list. */
export function topOf(
  items: ArrayLike<number>,
  values: Float32Array,
  { count, limit }: { readonly count: number; readonly limit: number },
): readonly number[] {
  const top: number[] = [];
  let least = 0;
  for (let i = 0; i < count; i += 1) {
    const item = items[i] as number;
    const value = values[item] as number;
    if (top.length === limit && value <= least) continue;
    let at = Math.min(top.length, limit - 1);
    while (at > 0 && (values[top[at - 1] as number] as number) < value) {
      top[at] = top[at - 1] as number;
      at -= 1;
    }
    top[at] = item;
    if (top.length === limit) least = values[top[limit - 1] as number] as number;
  }
  return top;
}
