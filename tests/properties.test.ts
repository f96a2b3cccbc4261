/** What holds for any text whatever, on the shipped base. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../src/answer/claims.ts';
import { createAnswerer } from '../src/answer/index.ts';
import { answerJson } from '../src/answer/json.ts';
import { termsIn } from '../src/answer/terms.ts';
import { SHIPPED_KNOWLEDGE } from '../src/knowledge/files.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { concept, fixture } from './fixtures.ts';
import { readGolden } from './golden.ts';

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const answerer = createAnswerer(knowledge);
const ask = (question: string) => answerJson(question, answerer.answer(question), 0);

/** Everything said, without the wording that was asked. */
function said(question: string): object {
  const { question: _question, ...rest } = ask(question);
  return rest;
}

const known = readGolden('field')
  .map(({ q }) => q)
  .filter((_, at) => at % 3 === 0);
const vocabulary = known.flatMap((question) => question.split(/\s+/));

/** Noise in any script, words of the field, and both mixed. */
const noise = fc.string({ unit: 'binary', maxLength: 300 });
const wordy = fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((words) => words.join(' '));
const anyText = fc.oneof(
  noise,
  wordy,
  fc.tuple(noise, wordy).map((parts) => parts.join(' ')),
);
const longText = fc.tuple(anyText, fc.integer({ min: 1, max: 10_000 })).map(([text, length]) => {
  const unit = text === '' ? ' ' : `${text} `;
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
});

/** Longest mean time of an answer, in milliseconds. */
const MEAN_MS = 50;

/** A second base of this size has to be compiled for one of the properties. */
const PATIENCE_MS = 120_000;

describe('any text', () => {
  it('gets an answer with a confidence in 0..1 that fits the contract', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { confidence, topics, kind, text: words } = ask(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(words).not.toBe('');
        expect(topics.length === 0).toBe(kind === 'unknown' || kind === 'out-of-scope' || kind === 'help');
      }),
      { numRuns: 300 },
    );
  });

  it('gets the same answer twice, whatever was asked between', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const before = ask(text);
        ask(other);
        expect(ask(text)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('of up to 10,000 characters is answered in time', () => {
    let spent = 0;
    const runs = 100;
    fc.assert(
      fc.property(longText, (text) => {
        const start = performance.now();
        answerer.answer(text);
        spent += performance.now() - start;
      }),
      { numRuns: runs },
    );
    expect(spent / runs).toBeLessThan(MEAN_MS);
  });

  it('can be searched for terms and claims', () => {
    fc.assert(
      fc.property(longText, (text) => {
        expect(termsIn(answerer, text).terms.length).toBeLessThanOrEqual(12);
        expect(checkClaims(answerer, text).length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 60 },
    );
  });

  it('can follow any turn', () => {
    const ids = answerer.catalog.entries.map(({ id }) => id);
    const turn = fc.record({
      question: anyText,
      topics: fc.array(fc.constantFrom(...ids, 'nowhere'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyText, fc.array(turn, { maxLength: 3 }), (text, previous) => {
        answerer.answer(text, { previous });
      }),
      { numRuns: 100 },
    );
  });
});

describe('a known question gets the same answer', () => {
  const question = fc.constantFrom(...known.map((text) => text.replace(/[\s?!.…]+$/u, '')));

  it('in small letters and in capitals', () => {
    const short = (text: string) => {
      const { kind, topics, facet } = ask(text);
      return { kind, topics, facet };
    };
    for (const text of known) {
      expect(short(text.toLowerCase())).toEqual(short(text));
      expect(short(text.toUpperCase())).toEqual(short(text));
    }
  });

  it('with any spacing', () => {
    const gap = fc.stringMatching(/^[ \t\n\u00a0]{1,4}$/);
    fc.assert(
      fc.property(question, gap, fc.stringMatching(/^[ \n]{0,3}$/), (text, between, around) => {
        expect(said(`${around}${text.replaceAll(' ', between)}${around}`)).toEqual(said(text));
      }),
    );
  });

  it('with any closing punctuation', () => {
    fc.assert(
      fc.property(question, fc.stringMatching(/^[ .?!…)]{0,4}$/), (text, closing) => {
        expect(said(text + closing)).toEqual(said(text));
      }),
    );
  });
});

it('an unrelated record changes no confident answer', { timeout: PATIENCE_MS }, () => {
  const unrelated = concept('sourdough', {
    simple: `Sourdough is bread raised by wild yeast. ${'The baker feeds flour and water to a starter each morning. '.repeat(3)}`,
    related: ['plasma', 'mempool'],
    questions: ['bake', 'knead', 'proof', 'feed', 'store', 'slice'].map(
      (verb) => `how do bakers ${verb} sourdough loaves`,
    ),
  });
  const extra = fixture({ 'concepts/kitchen/sourdough.yaml': { ...unrelated, related: ['rollup', 'finality'] } });
  const added = extra.concepts.filter(({ id }) => id === 'sourdough');
  const grown = createAnswerer({ ...knowledge, concepts: [...knowledge.concepts, ...added] });
  const changed = readGolden('field').filter(({ q }) => {
    const before = ask(q);
    if (before.confidence < 0.8) return false;
    const after = answerJson(q, grown.answer(q), 0);
    return after.kind !== before.kind || after.topics[0] !== before.topics[0];
  });
  expect(changed.map(({ q }) => q)).toEqual([]);
  expect(grown.answer('how do bakers feed sourdough').matches[0]?.record.id).toBe('sourdough');
});
