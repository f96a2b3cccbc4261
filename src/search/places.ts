/** Which term stands in which passage of a record, and in what part of it: looked up once a term and record. */
import type { ReadText } from './compile.ts';
import type { PassageTexts } from './passage-texts.ts';
import { packSets, type TermSets } from './sets.ts';

/**
 * Record r has the terms `terms.terms[i]` for i from `terms.starts[r]` to `terms.starts[r + 1]`; term i stands in the
 * passages `passages[firstPlace[i] … firstPlace[i + 1]]` of the record, in the way that `places` says.
 */
export interface PassageTerms {
  readonly terms: TermSets;
  readonly firstPlace: Uint32Array;
  /** WHOLE for what is said of the record as a whole, then its facets and misconceptions, from 1 on. */
  readonly passages: Uint8Array;
  readonly places: Uint8Array;
}

/** The passage that is the record as a whole. */
export const WHOLE = 0;
/** Where a term stands: in what is asked (name, title, questions), in what is told (the text), or in both. */
export const ASKED = 1;
export const TOLD = 2;

type IdOf = (term: string) => number | undefined;
type Place = readonly [passage: number, place: number];

/** Packs the passages of all records. */
export function packPlaces(
  records: readonly (readonly PassageTexts[])[],
  { idOf, read }: { idOf: IdOf; read: ReadText },
): PassageTerms {
  const idsIn = (texts: readonly string[]): ReadonlySet<number> =>
    new Set(
      texts
        .flatMap((text) => text.split('\n'))
        .flatMap((piece) => [...read(piece).terms.keys()])
        .flatMap((term) => idOf(term) ?? []),
    );
  const held = records.map((passages) =>
    placesOf(
      passages.map(({ title, questions, told }) => ({ asked: idsIn([title, ...questions]), told: idsIn(told) })),
    ),
  );
  return pack(held);
}

/** For each term of a record, the passages it stands in. */
function placesOf(
  passages: readonly { readonly asked: ReadonlySet<number>; readonly told: ReadonlySet<number> }[],
): ReadonlyMap<number, readonly Place[]> {
  const places = new Map<number, Place[]>();
  for (const [passage, { asked, told }] of passages.entries()) {
    for (const term of new Set([...asked, ...told])) {
      const place = (asked.has(term) ? ASKED : 0) | (told.has(term) ? TOLD : 0);
      const list = places.get(term);
      if (list) list.push([passage, place]);
      else places.set(term, [[passage, place]]);
    }
  }
  return places;
}

function pack(held: readonly ReadonlyMap<number, readonly Place[]>[]): PassageTerms {
  const terms = packSets(held.map((places) => new Set(places.keys())));
  const lists = held.flatMap((places) => [...places].sort(([a], [b]) => a - b).map(([, list]) => list));
  const firstPlace = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) firstPlace[at + 1] = (firstPlace[at] as number) + list.length;
  const all = lists.flat();
  return {
    terms,
    firstPlace,
    passages: Uint8Array.from(all, ([passage]) => passage),
    places: Uint8Array.from(all, ([, place]) => place),
  };
}
