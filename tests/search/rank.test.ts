import fc from 'fast-check';
import tfidf from 'natural/lib/natural/tfidf/index.js';
import { describe, expect, it } from 'vitest';
import { groupByOwner } from '../../src/search/owners.ts';
import { createPostings, idfOf, type TermCounts, weigh } from '../../src/search/postings.ts';
import { createRanker, type Ranker } from '../../src/search/rank.ts';

const counts = (text: string): TermCounts => {
  const terms = new Map<string, number>();
  for (const word of text.split(' ')) terms.set(word, (terms.get(word) ?? 0) + 1);
  return terms;
};

const TEXTS = ['rollup proof proof bridge', 'rollup chain', 'chain chain chain fee', 'bridge fee rollup', 'watchtower'];

/** An index of documents, `perOwner` neighbors of which belong to one owner. */
function indexOf(documents: readonly TermCounts[], perOwner = 1) {
  const postings = createPostings();
  for (const document of documents) postings.add(document);
  const packed = postings.pack();
  const owner = Uint32Array.from(documents, (_, at) => Math.floor(at / perOwner));
  return createRanker(packed, groupByOwner(packed, owner));
}
const ranker = indexOf(TEXTS.map(counts));

/** A query by its terms, as the ranker takes them. */
const queried = (ranker: Ranker, terms: TermCounts) =>
  ranker.query([...terms].map(([term, tf]) => ({ id: ranker.idOf(term), weight: weigh(tf, ranker.idf(term)) })));

/** What a query found: document → cosine, the documents in the order in which they were touched. */
function found(query: TermCounts) {
  const { touched, count, scores } = queried(ranker, query);
  return new Map([...touched.slice(0, count)].map((doc) => [doc, scores[doc] ?? 0]));
}

describe('inverse document frequency', () => {
  const peer = new tfidf.TfIdf();
  for (const text of TEXTS) peer.addDocument(text.split(' '));

  it.each(['rollup', 'proof', 'bridge', 'chain', 'fee', 'watchtower', 'unseen'])(
    'of %s is what natural gives',
    (term) => {
      expect(ranker.idf(term)).toBeCloseTo(peer.idf(term), 12);
    },
  );

  it('is 1 + ln(N / (1 + df))', () => {
    expect(ranker.idf('rollup')).toBeCloseTo(1 + Math.log(5 / 4), 12);
    expect(ranker.idf('unseen')).toBeCloseTo(1 + Math.log(5), 12);
  });

  it('is the same by the number of the term', () => {
    expect(ranker.idfAt(ranker.idOf('chain'))).toBe(ranker.idf('chain'));
    expect(ranker.idOf('unseen')).toBe(-1);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('of %s is that of any unseen word', (term) => {
    expect(ranker.idf(term)).toBe(ranker.idf('unseen'));
    expect(found(counts(term)).size).toBe(0);
  });
});

describe('a query', () => {
  it('scores by the cosine of (1 + ln tf) · idf', () => {
    const idf = (df: number) => 1 + Math.log(5 / (1 + df));
    const rollup = idf(3);
    const chain = idf(2);
    const fee = idf(2);
    const query = Math.hypot(rollup, chain);
    const tripled = (1 + Math.log(3)) * chain;
    const scores = found(counts('rollup chain'));
    expect(scores.get(1)).toBeCloseTo(1, 6);
    expect(scores.get(2)).toBeCloseTo((chain * tripled) / (query * Math.hypot(tripled, fee)), 6);
    expect(scores.get(3)).toBeCloseTo((rollup * rollup) / (query * Math.hypot(rollup, idf(2), fee)), 6);
  });

  it('touches only documents that share a term with it', () => {
    expect([...found(counts('fee')).keys()]).toEqual([2, 3]);
    expect([...found(counts('watchtower unseen')).keys()]).toEqual([4]);
    expect(found(counts('unseen')).size).toBe(0);
    expect(found(new Map()).size).toBe(0);
  });

  it('leaves nothing behind for the next one', () => {
    const before = found(counts('bridge fee'));
    found(counts('rollup chain watchtower proof'));
    expect(found(counts('bridge fee'))).toEqual(before);
  });

  it('takes an unseen word as meaning that the document lacks', () => {
    const whole = found(counts('watchtower')).get(4) ?? 0;
    const part = found(counts('watchtower unseen')).get(4) ?? 0;
    expect(whole).toBeCloseTo(1, 6);
    expect(part).toBeLessThan(whole);
  });

  it('scores in 0..1 whatever the weights', () => {
    for (const weight of [0.01, 0.5, 1, 7, 1000]) {
      for (const [, score] of found(
        new Map([
          ['rollup', weight],
          ['fee', 1],
        ]),
      )) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-6);
      }
    }
  });
});

/** The highest cosine of a query with any document, worked out one document at a time. */
function highest(documents: readonly TermCounts[], query: TermCounts): number {
  const df = (term: string) => documents.filter((document) => document.has(term)).length;
  const weights = (terms: TermCounts) =>
    new Map([...terms].map(([term, tf]) => [term, weigh(tf, idfOf(documents.length, df(term)))]));
  const norm = (terms: TermCounts) => Math.hypot(...terms.values()) || 1;
  const asked = weights(query);
  const cosines = documents.map((document) => {
    const held = weights(document);
    const dot = [...asked].reduce((sum, [term, weight]) => sum + weight * (held.get(term) ?? 0), 0);
    return dot / norm(asked) / norm(held);
  });
  return Math.max(0, ...cosines);
}

it('the best document of many owners is found, though only the likely owners are scored', () => {
  const word = fc.integer({ min: 0, max: 30 }).map((number) => `w${number}`);
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => counts(words.join(' ')));
  fc.assert(
    fc.property(fc.array(text, { minLength: 200, maxLength: 400 }), text, (documents, query) => {
      const { touched, count, scores } = queried(indexOf(documents, 2), query);
      const best = Math.max(0, ...[...touched.slice(0, count)].map((doc) => scores[doc] ?? 0));
      expect(best).toBeCloseTo(highest(documents, query), 5);
    }),
    { numRuns: 40 },
  );
});

it('an index of nothing finds nothing', () => {
  const empty = indexOf([]);
  expect(queried(empty, counts('rollup')).count).toBe(0);
  expect(queried(indexOf([new Map()]), counts('rollup')).count).toBe(0);
  expect(Number.isFinite(empty.idf('rollup'))).toBe(true);
});
