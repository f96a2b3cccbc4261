/** The golden questions, read for the tests. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const lineSchema = z.strictObject({
  q: z.string().min(1),
  topics: z.array(z.string()),
  why: z.string().min(2),
  /** Passages that answer it, and that answer it partly: `record`, `record#facet`, `record#claim-1`. */
  right: z.array(z.string()).min(1).optional(),
  partly: z.array(z.string()).min(1).optional(),
  kind: z.enum(['comparison', 'classification', 'attribute', 'list', 'facet']).optional(),
});
export type GoldenLine = Readonly<z.infer<typeof lineSchema>>;

export const GOLDEN_SETS = ['field', 'community', 'asked', 'foreseen', 'forms', 'outside', 'typos'] as const;
export type GoldenSet = (typeof GOLDEN_SETS)[number];

const fileOf = (set: GoldenSet | typeof TAUGHT) => new URL(`./golden/${set}.jsonl`, import.meta.url);

/** The questions that `npm run gaps -- --write` adds as it teaches them; no file before the first. */
export const TAUGHT = 'from-gaps';
export const hasTaught = (): boolean => existsSync(fileOf(TAUGHT));

/** Every line of a set. Throws with the number of a line that is not one. */
export function readGolden(set: GoldenSet | typeof TAUGHT): readonly GoldenLine[] {
  return readFileSync(fileOf(set), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const parsed = lineSchema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${set}.jsonl:${at + 1}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
