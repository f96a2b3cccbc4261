/** Records together with the places they came from: what the editorial rules read. */
import type { Parsed } from './parse.ts';
import type { Asset, Entry } from './schema.ts';

/** A record together with the place it came from, so that rules can point into its file. */
export interface Placed<R> {
  readonly record: R;
  readonly faultAt: Parsed<unknown>['faultAt'];
}

/** All sound records with their places, and the ids of all files: a link to a faulty record is no second fault. */
export interface PlacedKnowledge {
  readonly entries: readonly Placed<Entry>[];
  readonly assets: readonly Placed<Asset>[];
  readonly ids: ReadonlySet<string>;
}
