/** Questions → outcomes, through the answers of the bot and, for the slips of the finger, through misspelt copies. */
import type { Answerer } from '../../answer/index.ts';
import { answerJson } from '../../answer/json.ts';
import type { Labeled } from '../questions.ts';
import { createRandom } from '../random.ts';
import type { Outcome } from './figures.ts';
import { withTypo } from './typos.ts';

/** The seed of the typos: another seed, other typos. */
const SEED = 4;

/** Asks every question and reads the answer by the contract of `ask --json`. */
export function askBot({ answer }: Answerer, questions: readonly Labeled[]): readonly Outcome[] {
  return questions.map((question) => {
    const { kind, topics, alternatives, confidence } = answerJson(question.q, answer(question.q), 0);
    return { question, kind, said: topics, ranked: [...topics, ...alternatives.map(({ id }) => id)], confidence };
  });
}

/** The same questions with one typo each, the same ones every time. */
export function misspelt(questions: readonly Labeled[]): readonly Labeled[] {
  const random = createRandom(SEED);
  return questions.map((question) => ({ ...question, q: withTypo(question.q, random) }));
}

/** Every second text with one typo, the same ones every time. */
export function misspeltText(texts: readonly string[]): readonly string[] {
  const random = createRandom(SEED);
  return texts.map((text, at) => (at % 2 === 0 ? text : withTypo(text, random)));
}
