import { describe, expect, it } from 'vitest';
import { confidenceOf, fieldOf, signsOf } from '../../src/answer/confidence.ts';
import { BANDS, bandOf, bestPassages, passagesToSay } from '../../src/answer/decide.ts';
import { hintOf } from '../../src/answer/explain.ts';
import type { Facet } from '../../src/knowledge/schema.ts';
import { createSearch, type Judged } from '../../src/search/index.ts';
import { fixture } from '../fixtures.ts';

const search = createSearch(fixture());

function judge(question: string, isOutside = false) {
  const analysis = search.analyser.question(question);
  const signs = signsOf({
    matches: search.match(analysis),
    evidence: search.evidence(analysis),
    meaning: search.meaning(analysis),
    isOutside,
  });
  return { signs, field: fieldOf(signs), confidence: confidenceOf(signs) };
}

describe('confidence', () => {
  it('is 0 where nothing was found', () => {
    expect(judge('')).toEqual({ signs: undefined, field: 0, confidence: 0 });
    expect(judge('xylophone').confidence).toBe(0);
  });

  it('is the logistic function of signs that are all in 0..1', () => {
    for (const question of [
      'what is a zk rollup',
      'layer 1 finality',
      'cost of a rollup pizza in python on northchain',
    ]) {
      const { signs, confidence } = judge(question);
      for (const value of Object.values(signs ?? {})) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-6);
      }
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });

  it('and the chance to be in the field fall where the question is known to lie outside, or speaks of other things', () => {
    const plain = judge('is finality quick');
    for (const other of [judge('is finality quick', true), judge('is pizza in python quick to finality')]) {
      expect(other.confidence).toBeLessThan(plain.confidence);
      expect(other.field).toBeLessThan(plain.field);
    }
  });
});

/** The best passages of matches with these chances, all of them of one record each and of one kind. */
function withChances(chances: readonly number[], kind: Judged['kind'] = 'whole') {
  const matches = search
    .match(search.analyser.question('rollup finality sidechain bridge layer 2'))
    .slice(0, chances.length)
    .map(({ record, best }, at) => {
      const passage = { ...best, kind, chance: chances[at] ?? 0, score: chances[at] ?? 0 };
      return { record, score: passage.score, best: passage, passages: [passage] };
    });
  return bestPassages(matches);
}

describe('bands', () => {
  const below = 1e-9;

  it('leave alone what is hardly a question for this bot', () => {
    expect(bandOf(BANDS.field - below, withChances([0.9, 0.1, 0]))).toBe('none');
    expect(bandOf(BANDS.field, withChances([0.9, 0.1, 0]))).toBe('sure');
  });

  it('ask back where three records are as likely', () => {
    expect(bandOf(1, withChances([0.4, 0.4, 0.4 * BANDS.crowd - below]))).toBe('sure');
    expect(bandOf(1, withChances([0.4, 0.4, 0.4 * BANDS.crowd]))).toBe('unsure');
  });

  it('do not ask back where three short answers are: they are said side by side', () => {
    expect(bandOf(1, withChances([0.4, 0.4, 0.4], 'facet'))).toBe('sure');
    expect(passagesToSay(withChances([0.4, 0.4, 0.4], 'facet')).inFull.length).toBe(3);
  });

  it('do not ask back between a comparison and its own sides: it speaks of both', () => {
    const [one] = withChances([0.4]);
    const of = (id: string) => search.match(search.analyser.question(id)).find(({ record }) => record.id === id);
    const whole = (id: string) => {
      const record = of(id)?.record;
      if (!one || !record) throw new Error(`no ${id}`);
      return { record, passage: one.passage };
    };
    const sides = [whole('optimistic-rollup'), whole('zk-rollup')];
    expect(bandOf(1, [whole('optimistic-vs-zk'), ...sides])).toBe('sure');
    expect(bandOf(1, [whole('rollup'), ...sides])).toBe('unsure');
  });
});

describe('what is said', () => {
  const matches = search.match(search.analyser.question('why does leaving an optimistic rollup take a week'));

  it('is the best passage alone where no other comes near', () => {
    const { inFull } = passagesToSay(bestPassages(matches));
    expect(inFull.map(({ record, passage }) => [record.id, passage.kind])).toEqual([['optimistic-rollup', 'facet']]);
    expect(passagesToSay([])).toEqual({ inFull: [], hints: [] });
  });

  it('is a second and a third passage where these are nearly as likely', () => {
    const said = (...chances: readonly number[]) => passagesToSay(withChances(chances)).inFull.length;
    const [second, third] = BANDS.beside.map((share) => 0.5 * share) as [number, number];
    expect([said(0.5, second - 1e-9, 0), said(0.5, second, 0)]).toEqual([1, 2]);
    expect([said(0.5, 0.4, third - 1e-9), said(0.5, 0.4, third)]).toEqual([2, 3]);
  });

  it('is the point of those of the best three that are less likely, and nothing of what is hardly likely', () => {
    const hinted = (...chances: readonly number[]) =>
      passagesToSay(withChances(chances)).hints.map(({ passage }) => passage.chance);
    const [second] = BANDS.beside.map((share) => 0.5 * share) as [number, number];
    const least = 0.5 * BANDS.hint;
    expect(hinted(0.5, second, least)).toEqual([least]);
    expect(hinted(0.5, second - 1e-9, least)).toEqual([second - 1e-9, least]);
    expect(hinted(0.5, least - 1e-9, 0)).toEqual([]);
  });

  it('is as a point the first sentence, or two where the first says little', () => {
    const [{ record: owner }] = matches as [(typeof matches)[number]];
    const point = (text: string) =>
      hintOf({ ...owner, facets: [{ ...owner.facets[0], answer: text } as Facet] }, { kind: 'facet', index: 0 }).short
        .text;
    expect(point('It takes 6.4 days on this network, and a week on that one. Others are quicker.')).toBe(
      'It takes 6.4 days on this network, and a week on that one.',
    );
    expect(point('No, they differ. The first asks for one payment, the second for any. More follows.')).toBe(
      'No, they differ. The first asks for one payment, the second for any.',
    );
    expect(point('no end to be seen')).toBe('no end to be seen');
  });
});
