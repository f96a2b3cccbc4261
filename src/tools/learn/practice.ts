/** Questions to practise on: further ways of asking for a passage, from which is learned and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file beside the base; one line a passage. */
export const PRACTICE = 'practice.jsonl';

/** A passage, by its name, and ways of asking for it. */
export interface Practice {
  readonly of: string;
  readonly asked: readonly string[];
}

/** Reads the file of a knowledge folder. Throws where there is none, or where a line is no JSON. */
export const readPractice = (folder: string): readonly Practice[] =>
  readFileSync(join(folder, PRACTICE), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Practice);
