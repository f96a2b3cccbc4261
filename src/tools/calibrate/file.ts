/** What was learned → the text of src/search/calibration.ts. */
import { FEATURES } from '../../search/features.ts';
import type { Way } from '../../search/index.ts';
import { type Models, SIGNS } from './sureness.ts';

/** What was learned, with the figures it was learned with. */
export interface Learned extends Models {
  /** The day, as in 2026-11-26. */
  readonly date: string;
  readonly figures: Readonly<Record<string, number>>;
  /** In the order of FEATURES. */
  readonly ranks: Readonly<Record<Way, readonly number[]>>;
}

/** The file as the formatter leaves it but for the length of lines. */
export function calibrationFile({ date, figures, ranks, field, confidence, direction }: Learned): string {
  const entries = (names: readonly string[], values: readonly number[]) =>
    names.map((name, k) => `    ${name}: ${values[k] ?? 0},`).join('\n');
  const told = Object.entries(figures)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
  return `/**
 * The learned numbers, written by \`npm run calibrate\`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '${date}',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ ${told} }),
  /** Weights of a passage's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
${entries(FEATURES, ranks.words)}
  }),
  /** The same where the sentence was read as a whole. */
  sensed: Object.freeze({
${entries(FEATURES, ranks.sense)}
  }),
  /** Weights of the logistic models of the field and of confidence. */
  field: Object.freeze({
${entries(SIGNS, field)}
  }),
  confidence: Object.freeze({
${entries(SIGNS, confidence)}
  }),
  /** The direction of meaning that parts questions of the field from others. */
  direction: Object.freeze([${direction.join(', ')}] as readonly number[]),
});
`;
}
