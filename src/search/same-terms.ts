/**
 * Questions of the same terms: which passages were written for just the terms that are asked? Whatever else is found, these
 * are judged. Only hashes are kept; two questions that share one by chance cost a passage that is judged in vain.
 */
import { HASH_START, hashWith } from './hash.ts';
import { lowerBound } from './lower-bound.ts';
import type { Phrasings } from './phrasings.ts';

/** Hashes of the phrasings in ascending order, and for each the passage it belongs to. */
export interface SameTerms {
  readonly hashes: Uint32Array;
  readonly passages: Uint32Array;
}

/** A hash of numbers in ascending order, over their four bytes. */
function hashOf(ids: Uint32Array): number {
  let hash = HASH_START;
  for (const id of ids) for (let shift = 0; shift < 32; shift += 8) hash = hashWith(hash, (id >>> shift) & 0xff);
  return hash >>> 0;
}

/** Packs the hashes of all phrasings. */
export function packSameTerms({ first, starts, terms }: Phrasings): SameTerms {
  const pairs: (readonly [hash: number, passage: number])[] = [];
  for (let passage = 0; passage + 1 < first.length; passage += 1) {
    for (let at = first[passage] as number; at < (first[passage + 1] as number); at += 1)
      pairs.push([hashOf(terms.slice(starts[at], starts[at + 1]).sort()), passage]);
  }
  pairs.sort(([a, p], [b, q]) => a - b || p - q);
  return {
    hashes: Uint32Array.from(pairs, ([hash]) => hash),
    passages: Uint32Array.from(pairs, ([, passage]) => passage),
  };
}

/** The passages with a phrasing of just these terms, in any order. */
export function passagesOfTerms({ hashes, passages }: SameTerms, terms: readonly { readonly id: number }[]): number[] {
  const hash = hashOf(Uint32Array.from(terms, ({ id }) => id).sort());
  const found: number[] = [];
  for (let at = lowerBound(hashes, hash); hashes[at] === hash; at += 1) found.push(passages[at] as number);
  return found;
}
