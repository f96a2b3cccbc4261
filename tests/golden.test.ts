import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../src/answer/index.ts';
import { SHIPPED_KNOWLEDGE } from '../src/knowledge/files.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { recordIn } from '../src/search/passage-texts.ts';
import { askBot, misspelt } from '../src/tools/eval/ask.ts';
import { isGood } from '../src/tools/eval/figures.ts';
import type { Labeled } from '../src/tools/questions.ts';
import { GOLDEN_SETS, type GoldenSet, hasTaught, readGolden, TAUGHT } from './golden.ts';

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const answerer = createAnswerer(knowledge);

/** Right first answers, or silences, as measured. These are floors: they only rise. */
const FLOORS: Readonly<Record<GoldenSet, number>> = {
  field: 353,
  community: 367,
  asked: 2733,
  foreseen: 6578,
  forms: 150,
  outside: 3475,
  typos: 112,
};
/** The same with one more slip of the finger in every question of the field. */
const MISSPELT_FLOOR = 336;
/** Thousands of questions take a while where the machine is busy. In milliseconds. */
const PATIENCE = 240_000;

const goodOf = (questions: readonly Labeled[]) => askBot(answerer, questions).filter(isGood).length;

describe.each(GOLDEN_SETS)('the set %s', (set) => {
  const lines = readGolden(set);

  it('names records that there are, and asks nothing twice', () => {
    const ids = new Set([...answerer.catalog.entries, ...knowledge.assets].map(({ id }) => id));
    expect(lines.flatMap(({ topics }) => topics).filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(lines.map(({ q }) => q)).size).toBe(lines.length);
  });

  it('counts the record of every right passage among the right topics', () => {
    const wrong = lines.filter(({ topics, right = [] }) => !right.every((name) => topics.includes(recordIn(name))));
    expect(wrong.map(({ q }) => q)).toEqual([]);
  });

  it('is answered as well as before', { timeout: PATIENCE }, () => {
    expect(goodOf(lines.map(({ q, topics }) => ({ q, topics: [...topics] })))).toBeGreaterThanOrEqual(FLOORS[set]);
  });
});

it.runIf(hasTaught())('every question that was taught is answered by its topic', () => {
  const questions = readGolden(TAUGHT).map(({ q, topics }) => ({ q, topics: [...topics] }));
  expect(askBot(answerer, questions).filter((said) => !isGood(said))).toEqual([]);
});

it('none of the outside has a topic, all others have one', () => {
  for (const set of GOLDEN_SETS)
    for (const { topics } of readGolden(set)) expect(topics.length === 0).toBe(set === 'outside');
});

it('hardly a question is one of a record in its very words: a few short ones have no other wording', () => {
  const taught = new Set(
    answerer.catalog.entries.flatMap(({ questions, facets }) => [
      ...questions,
      ...facets.flatMap((facet) => facet.questions),
    ]),
  );
  const all = GOLDEN_SETS.flatMap(readGolden);
  expect(all.filter(({ q }) => taught.has(q)).length / all.length).toBeLessThan(0.01);
});

it('a further slip of the finger costs little', { timeout: PATIENCE }, () => {
  const questions = readGolden('field').map(({ q, topics }) => ({ q, topics: [...topics] }));
  expect(goodOf(misspelt(questions))).toBeGreaterThanOrEqual(MISSPELT_FLOOR);
});
