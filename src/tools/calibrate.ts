/**
 * `npm run calibrate -- FILE...`: learns the weights of the ranking and of the confidence from labeled questions, and
 * writes them with their figures into src/search/calibration.ts. The same files give the same numbers. The ranking
 * learns from questions whose passages were judged (`right`, `partly`), the confidence from all.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BANDS } from '../answer/decide.ts';
import { createAnswerer } from '../answer/index.ts';
import { createOutside } from '../answer/outside.ts';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Weights } from '../search/features.ts';
import type { Way } from '../search/index.ts';
import { type Case, groupOf, isRight, rankedBy, readCase, toWeights } from './calibrate/cases.ts';
import { calibrationFile } from './calibrate/file.ts';
import { judgedBy, learn, rounded, type Seen, seeBy } from './calibrate/sureness.ts';
import { misspelt } from './eval/ask.ts';
import { calibrationError } from './eval/figures.ts';
import { fitRanking, fold } from './fit.ts';
import { readJudgements, readQuestions, withJudgement } from './questions.ts';

const FILE = fileURLToPath(new URL('../../src/search/calibration.ts', import.meta.url));
const FOLDS = 8;
const RANK_FIT = { steps: 800, rate: 6, ridge: 0.0001 };
/** Thresholds of the field to be looked at. */
const THRESHOLDS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { search } = createAnswerer(knowledge);
const questions = process.argv.slice(2).flatMap(readQuestions).map(withJudgement(readJudgements()));
const cases = questions.map(readCase(search));

const judged = cases
  .filter(({ question }) => question.right !== undefined && question.right.length > 0)
  .map((asRead): Judged => ({ asRead, byWords: readCase(search, 'words')(asRead.question) }));
const ranks = ranksFrom(judged);
const firsts = rounds().flatMap((round) => {
  const parts = fold(judged, FOLDS, round);
  const weights = byWay(ranksFrom(parts.learn));
  return parts.leave.map(({ asRead }) => isRight(asRead.question, rankedBy(asRead, weights)[0]));
});

// Slips of the finger are no sign of other business: both models see every question with one, too.
const misspelled = misspelt(questions).map(readCase(search));
const seen = [...cases, ...misspelled].map(seeBy(search, createOutside(knowledge.lexicon), byWay(ranks)));
const models = learn(seen);
const leftOut = rounds().flatMap((round) => {
  const parts = fold(seen, FOLDS, round);
  const some = learn(parts.learn);
  return parts.leave.map((one) => ({ ...one, ...judgedBy(some, one) }));
});

const figures = {
  questions: cases.length,
  judged: judged.length,
  folds: FOLDS,
  rightFirst: share(firsts.filter(Boolean).length, firsts.length),
  calibrationError: share(calibrationError(leftOut) * 1000, 1000),
  letIn: letIn(true, BANDS.field),
  letInWrongly: letIn(false, BANDS.field),
};
writeFileSync(FILE, calibrationFile({ date: new Date().toISOString().slice(0, 10), figures, ranks, ...models }));
for (const from of THRESHOLDS)
  console.log(`field ${from}: lets in ${letIn(true, from)} of the field, ${letIn(false, from)} of the others`);
console.log(figures, byWay(ranks));

/** A question whose passages were judged, as the bot ranks them and by its words alone. */
interface Judged {
  readonly asRead: Case;
  readonly byWords: Case;
}

/** The weights of both ways of ranking. */
function ranksFrom(some: readonly Judged[]): Readonly<Record<Way, readonly number[]>> {
  const rankBy = (of: readonly Case[]) => rounded(fitRanking(of.map(groupOf), RANK_FIT));
  return {
    words: rankBy(some.map(({ byWords }) => byWords)),
    sense: rankBy(some.map(({ asRead }) => asRead).filter(({ way }) => way === 'sense')),
  };
}

function byWay({ words, sense }: Readonly<Record<Way, readonly number[]>>): Readonly<Record<Way, Weights>> {
  return { words: toWeights(words), sense: toWeights(sense) };
}

/** The share of the questions left out of the learning that pass a threshold of the field. */
function letIn(answerable: boolean, from: number): number {
  const some = leftOut.filter(({ isAnswerable }: Seen) => isAnswerable === answerable);
  return share(some.filter(({ field }) => field >= from).length, some.length);
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((part / all) * 1000) / 1000;
}

function rounds(): readonly number[] {
  return Array.from({ length: FOLDS }, (_, round) => round);
}
