import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/index.ts';
import { type CompiledSearch, compileSearch, recordsOf, weightIn } from '../../src/search/compile.ts';
import { scoreOf, withWeights } from '../../src/search/features.ts';
import { createSearch } from '../../src/search/index.ts';
import { UNIT_KINDS, unitsOf } from '../../src/search/units.ts';
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
    expect(match).toMatchObject({ record: { id: 'optimistic-rollup' }, part: { kind: 'facet', index: 0 } });
  });

  it('by the claim of a misconception', () => {
    const [match] = search.match(search.analyser.question('do optimistic rollups need no proofs'));
    expect(match).toMatchObject({ record: { id: 'optimistic-rollup' }, part: { kind: 'claim', index: 0 } });
  });

  it('in the order of their scores, all in 0..1, at most as many as asked for', () => {
    const matches = search.match(search.analyser.question('is a zk rollup on layer 2 final'), 4);
    expect(matches).toHaveLength(4);
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { score, features } of matches) {
      expect(score).toBe(scoreOf(features));
      for (const value of [score, ...Object.values(features)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-6);
      }
    }
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

  it('numbers every unit of every record', () => {
    const units = recordsOf(knowledge).flatMap((record, owner) =>
      unitsOf(record).map(({ kind, part }) => ({ owner, kind, part })),
    );
    const shown = units.map((_, at) => ({
      owner: compiled.owner[at],
      kind: UNIT_KINDS[compiled.kind[at] ?? -1],
      part: compiled.part[at],
    }));
    expect(shown).toEqual(units);
    expect(compiled.postings.size).toBe(units.length);
  });

  it('finds a weight in a set wherever it lies, and 0 where it does not', () => {
    const sets = {
      starts: Uint32Array.of(0, 0, 3),
      terms: Uint32Array.of(2, 5, 9),
      weights: Float32Array.of(0.25, 0.5, 1),
    };
    expect([2, 5, 9].map((term) => weightIn(sets, 1, term))).toEqual([0.25, 0.5, 1]);
    expect([0, 3, 7, 10].map((term) => weightIn(sets, 1, term))).toEqual([0, 0, 0, 0]);
    expect(weightIn(sets, 0, 2)).toBe(0);
  });
});

describe('weights', () => {
  it('order the same matches anew', () => {
    const matches = search.match(search.analyser.question('rollup finality on layer 2'));
    const features = matches[0]?.features;
    if (!features) throw new Error('nothing was found');
    const none = Object.fromEntries(Object.keys(features).map((name) => [name, 0])) as Record<
      keyof typeof features,
      number
    >;
    const byBody = withWeights(matches, { ...none, body: 2 });
    expect(byBody.map(({ score }) => score)).toEqual(
      matches.map(({ features: { body } }) => body).toSorted((a, b) => b - a),
    );
  });
});
