/** Files of questions with the topics that answer them: one JSON object a line, `{"q", "topics": [...]}`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const labeledSchema = z.object({ q: z.string().min(1), topics: z.array(z.string()) });

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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
