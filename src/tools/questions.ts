/** Files of questions with the topics that answer them: one JSON object a line, `{"q", "topics": [...]}`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const labeledSchema = z.object({
  q: z.string().min(1),
  topics: z.array(z.string()),
  /** Passages that answer it, and that answer it partly: `record`, `record#facet`, `record#claim-1`. */
  right: z.array(z.string()).optional(),
  partly: z.array(z.string()).optional(),
});

/** A question and the ids that are right answers to it; none: it must not be answered. */
export type Labeled = Readonly<z.infer<typeof labeledSchema>>;

/** Reads a file of questions. Throws with the file and the line of a fault. */
export function readQuestions(file: string): readonly Labeled[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = labeledSchema.safeParse(parseJson(line));
    if (!parsed.success) throw new Error(`${file}:${index + 1}: expected {"q", "topics"}, found ${line.slice(0, 60)}`);
    return [parsed.data];
  });
}

const JUDGED = fileURLToPath(new URL('../../tests/golden/judged.ndjson', import.meta.url));
const judgementSchema = z.object({
  of: z.string().length(16),
  right: z.array(z.string()),
  partly: z.array(z.string()).optional(),
});
type Judgement = z.infer<typeof judgementSchema>;

/** Which passages answer questions that stay outside the project: known by the hash of their wording alone. */
export function readJudgements(): ReadonlyMap<string, Judgement> {
  const lines = readFileSync(JUDGED, 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => judgementSchema.parse(parseJson(line))).map((one) => [one.of, one]));
}

/** Adds what was judged of a question, where it does not say so itself. */
export const withJudgement =
  (judgements: ReadonlyMap<string, Judgement>) =>
  (question: Labeled): Labeled => {
    const found = judgements.get(createHash('sha256').update(question.q).digest('hex').slice(0, 16));
    return question.right || !found ? question : { ...question, right: found.right, partly: found.partly };
  };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
