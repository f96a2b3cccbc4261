/** The directions of passages: as they were learned or, where nothing was learned of a passage, made of its texts. */
import type { VectorTable } from '../knowledge/vectors.ts';
import { meanOf, normalized, quantize } from './meaning.ts';
import type { PassageTexts } from './passage-texts.ts';

/** A passage with its name, as it is known to what was learned. */
export type Named = readonly [name: string, texts: PassageTexts];

/** What stands for a passage that nothing was learned of: the mean direction of some texts. */
export interface Untaught {
  /** The parts of a direction; of the learned ones, too, where there are any. */
  readonly dims: number;
  readonly textsOf: (passage: PassageTexts) => readonly string[];
  readonly directionOf: (text: string) => Float32Array;
  /**
   * The length of the mean beside the learned ones. It lies in the midst of its texts, nearer to everything than what is
   * learned, and would crowd out all others: shortened it lies as near as these do.
   */
  readonly length: number;
}

/** Packs the directions of passages in their order, from `p * dims` on, in 127ths. */
export function packDirections(learned: VectorTable, passages: readonly Named[], untaught: Untaught): Int8Array {
  const { dims } = untaught;
  const rowOf = new Map(learned.keys.map((name, row) => [name, row]));
  const packed = new Int8Array(passages.length * dims);
  for (const [at, [name, passage]] of passages.entries()) {
    const row = rowOf.get(name);
    const direction =
      row === undefined
        ? meanOf(untaught.textsOf(passage).map(untaught.directionOf), dims).map((value) => value * untaught.length)
        : directionAt(learned, row);
    packed.set(quantize(direction), at * dims);
  }
  return packed;
}

/** Packs all directions of a table, likewise. */
export function packTable(table: VectorTable): Int8Array {
  const packed = new Int8Array(table.values.length);
  for (const row of table.keys.keys()) packed.set(quantize(directionAt(table, row)), row * table.dims);
  return packed;
}

const directionAt = ({ dims, values }: VectorTable, row: number): Float32Array =>
  normalized(Float32Array.from(values.subarray(row * dims, (row + 1) * dims)));
