/** What is measured: the names of the engines, the sizes of the bases, and the figures of one run. */
export const ENGINES = ['strata', 'bare', 'minisearch', 'natural', 'fuse'] as const;
export type EngineName = (typeof ENGINES)[number];

export const ENGINE_LABELS: Readonly<Record<EngineName, string>> = {
  strata: 'Strata',
  bare: 'bare loop',
  minisearch: 'MiniSearch',
  natural: "natural's TfIdf",
  fuse: 'fuse.js',
};

/** Records of a base; 0 stands for the shipped one. */
export const SIZES = [0, 1_000, 10_000, 100_000] as const;

/** The largest base an engine is measured on: beyond it a single answer takes seconds. */
export const LARGEST: Readonly<Record<EngineName, number>> = {
  strata: 100_000,
  bare: 100_000,
  minisearch: 100_000,
  natural: 10_000,
  fuse: 1_000,
};

/** The figures of one engine over one base; times in milliseconds, memory in bytes. */
export interface Measurement {
  /** From the records in memory to the first answer being possible, in a fresh process. */
  readonly building: number;
  /** What the engine holds besides the records. */
  readonly memory: number;
  /** How many answers the percentiles are of. */
  readonly answers: number;
  readonly median: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** One row of the results. */
export interface Row {
  readonly size: number;
  readonly engine: EngineName;
  readonly figures: Measurement;
}
