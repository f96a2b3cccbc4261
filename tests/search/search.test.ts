import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/index.ts';
import { type CompiledSearch, compileSearch, recordsOf } from '../../src/search/compile.ts';
import { chancesOf, FEATURES, scorerOf, type Weights } from '../../src/search/features.ts';
import { createSearch, featuresOf, measure } from '../../src/search/index.ts';
import { passagesOf } from '../../src/search/passage-texts.ts';
import { findIn } from '../../src/search/sets.ts';
import { fixture } from '../fixtures.ts';

const knowledge = fixture();
const search = createSearch(knowledge);
const found = (question: string) => search.match(search.analyser.question(question)).map(({ record }) => record.id);

describe('records are found', () => {
  it('by what the question names', () => {
    expect(found('what is an optimistic rollup')[0]).toBe('optimistic-rollup');
    expect(found('optimistic rollup or zk rollup').slice(0, 3)).toContain('optimistic-vs-zk');
    expect(found('quickroll')[0]).toBe('quickroll');
  });

  it('by the question of a facet', () => {
    const [match] = search.match(search.analyser.question('why does leaving take a week'));
    expect(match).toMatchObject({ record: { id: 'optimistic-rollup' }, best: { kind: 'facet', index: 0 } });
  });

  it('by the claim of a misconception', () => {
    const [match] = search.match(search.analyser.question('do optimistic rollups need no proofs'));
    expect(match).toMatchObject({ record: { id: 'optimistic-rollup' }, best: { kind: 'claim', index: 0 } });
  });

  it('by each of their own questions, which a passage hears in full', () => {
    const heard = recordsOf(knowledge).flatMap((record) =>
      record.facets.flatMap(({ questions }, index) =>
        questions.map((question) => {
          const match = search.match(search.analyser.question(question)).find((one) => one.record.id === record.id);
          const passage = match?.passages.find(({ kind, index: at }) => kind === 'facet' && at === index);
          if (!passage) return { question, passage };
          const { question: words, said, joint, jointOften } = featuresOf(passage);
          return { question, near: [words, said, joint].map((value) => value.toFixed(2)), isBest: jointOften <= joint };
        }),
      ),
    );
    expect(heard.length).toBeGreaterThan(1);
    expect(heard).toEqual(heard.map(({ question }) => ({ question, near: ['1.00', '1.00', '1.00'], isBest: true })));
  });

  it('in the order of their scores, all in 0..1, at most as many as asked for', () => {
    const matches = search.match(search.analyser.question('is a zk rollup on layer 2 final'), 4);
    expect(matches).toHaveLength(4);
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { score, best, passages } of matches) {
      expect(score).toBe(best.score);
      expect(passages[0]).toBe(best);
      for (const passage of passages) {
        for (const value of [passage.score, passage.chance, ...Object.values(featuresOf(passage))]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-6);
        }
      }
    }
    const chances = matches.flatMap(({ passages }) => passages.map(({ chance }) => chance));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('only where they share a term with the question', () => {
    expect(found('')).toEqual([]);
    expect(found('the of and')).toEqual([]);
    expect(found('xylophone')).toEqual([]);
  });

  it('the same after other questions', () => {
    const before = found('zk rollup finality');
    for (const other of ['layer 1', 'quickroll vs slowroll', 'xylophone', 'why a week']) found(other);
    expect(found('zk rollup finality')).toEqual(before);
  });
});

describe('why a record was found', () => {
  const why = (question: string, id: string) => {
    const record = recordsOf(knowledge).find((one) => one.id === id);
    if (!record) throw new Error(`no record ${id}`);
    return search.why(search.analyser.question(question), record);
  };

  it('is told by the terms that it shares and those that it lacks, the weightiest first', () => {
    expect(why('does quickroll have a xylophone point', 'quickroll')).toEqual({
      terms: ['@quickroll', 'quickrol', 'point'],
      missing: ['xylophon'],
    });
  });
});

describe('the compiled search', () => {
  const compiled = compileSearch(knowledge);

  it('is the same when it was stored and read back', () => {
    const stored = deserialize(serialize(compiled)) as CompiledSearch;
    expect(stored).toEqual(compiled);
    const fresh = createAnswerer(knowledge);
    const again = createAnswerer(knowledge, stored);
    const questions = [
      'zk rollup',
      'why a week',
      'optimistc rolup',
      'is sideways a layer 2',
      'quickroll vs slowroll',
      'pizza',
    ];
    for (const question of questions) expect(again.answer(question)).toEqual(fresh.answer(question));
  });

  it('numbers every passage of every record', () => {
    const passages = recordsOf(knowledge).map(passagesOf);
    const first = [0];
    for (const of of passages) first.push((first.at(-1) ?? 0) + of.length);
    expect([...compiled.first]).toEqual(first);
    expect([...compiled.owner]).toEqual(passages.flatMap((of, record) => of.map(() => record)));
    expect(compiled.postings.size).toBe(first.at(-1));
    const phrasings = passages.flat().map(({ questions }) => questions.length);
    expect([...compiled.phrasings.first].slice(1).map((to, at) => to - (compiled.phrasings.first[at] ?? 0))).toEqual(
      phrasings,
    );
  });

  it('finds a number in a set wherever it lies, and nowhere where it does not', () => {
    const sets = { starts: Uint32Array.of(0, 0, 3), terms: Uint32Array.of(2, 5, 9) };
    expect([2, 5, 9].map((term) => findIn(sets, 1, term))).toEqual([0, 1, 2]);
    expect([0, 3, 7, 10].map((term) => findIn(sets, 1, term))).toEqual([-1, -1, -1, -1]);
    expect(findIn(sets, 0, 2)).toBe(-1);
  });
});

describe('weights', () => {
  const none = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Weights;
  const [match] = search.match(search.analyser.question('rollup finality on layer 2'));
  if (!match) throw new Error('nothing was found');
  const { best } = match;

  it('score by the weighted mean of the measures, never below 0', () => {
    expect(scorerOf({ ...none, body: 2 })(best.values)).toBeCloseTo(measure(best, 'body'), 12);
    expect(scorerOf({ ...none, body: 1, text: 3 })(best.values)).toBeCloseTo(
      0.25 * measure(best, 'body') + 0.75 * measure(best, 'text'),
      12,
    );
    expect(scorerOf({ ...none, text: -1 })(best.values)).toBe(0);
  });

  it('give chances by the exponential of the weighted sums', () => {
    const weights = { ...none, body: 2, text: -1 };
    const [one = 0, other = 0] = chancesOf([0.75, 0.5], weights);
    expect(one + other).toBeCloseTo(1, 12);
    expect(one / other).toBeCloseTo(Math.exp(2 * 0.25), 12);
  });
});
