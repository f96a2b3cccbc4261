import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { excerptOf } from '../../src/answer/explain.ts';
import { formatDay, formatMeasure, formatValue } from '../../src/answer/format.ts';
import { createAnswerer } from '../../src/answer/index.ts';
import { answerJson } from '../../src/answer/json.ts';
import { answerText } from '../../src/answer/text.ts';
import { fixture } from '../fixtures.ts';

const answerer = createAnswerer(fixture());
const GUIDE = { title: 'A guide', url: 'https://example.org/guide' };
const PAPER = { title: 'A paper', url: 'https://example.org/paper' };

/** What the answer was chosen from depends on the weights that were learned: only its shape is held here. */
const score = expect.toSatisfy((value: unknown) => typeof value === 'number' && value >= 0 && value <= 1);
const alternatives = expect.toSatisfy(
  (list: unknown) =>
    Array.isArray(list) &&
    list.length <= 5 &&
    list.every((one: unknown) => JSON.stringify(Object.keys(one ?? {})) === '["id","score"]'),
);

/** Each kind of answer as a line of the contract, whole. */
const LINES = [
  {
    question: 'what is finality',
    kind: 'explanation',
    topics: ['finality'],
    text: [
      'finality',
      answerer.catalog.concept('finality')?.standard,
      '- finality: the first point.\n- finality: the second point.\n- finality: the third point.',
    ].join('\n\n'),
    sources: [GUIDE],
  },
  {
    question: 'what is a proof chain',
    kind: 'explanation',
    topics: ['zk-rollup'],
    text: [
      'ZK rollup',
      'It was called a proof chain until 2020. Today it is called a ZK rollup.',
      answerer.catalog.concept('zk-rollup')?.standard,
      '- ZK rollup: the first point.\n- ZK rollup: the second point.\n- ZK rollup: the third point.',
    ].join('\n\n'),
    sources: [GUIDE],
  },
  {
    question: 'is the exit of an optimistic rollup slow',
    kind: 'facet',
    topics: ['optimistic-rollup'],
    facet: 'exit',
    text:
      'optimistic rollup: Why leaving takes a week\n\n' +
      'Yes. Everybody gets a week to show that a batch is wrong, and money leaves only after that week.',
    sources: [GUIDE],
  },
  {
    question: 'quickroll vs slowroll',
    kind: 'comparison',
    topics: ['quickroll', 'slowroll'],
    text: [
      'Quickroll vs Slowroll',
      'Layer\n  Quickroll: Layer 2\n  Slowroll: Layer 2',
      'Rollup stage\n  Quickroll: Stage 1\n  Slowroll: Stage 0',
      'Figures come from different dates and are measured in different ways; (by design), (observed) and (theoretical) ' +
        'figures should not be set against each other.',
    ].join('\n\n'),
    sources: [GUIDE, PAPER],
  },
  {
    question: 'optimistic rollup vs zk rollup',
    kind: 'comparison',
    topics: ['optimistic-vs-zk', 'optimistic-rollup', 'zk-rollup'],
    text: [
      'Optimistic vs ZK rollups',
      answerer.catalog.knowledge.comparisons[0]?.summary,
      'Proof\n  optimistic rollup: On demand\n  ZK rollup: Up front',
      'Exit\n  optimistic rollup: A week\n  ZK rollup: Hours',
      'Cost\n  optimistic rollup: Low\n  ZK rollup: Higher',
      'Age\n  optimistic rollup: Older\n  ZK rollup: Younger',
      'Choose optimistic rollup when the proof must cost nothing.',
      'Choose ZK rollup when the exit must be quick.',
      'Both are younger than the chains they stand on.',
    ].join('\n\n'),
    sources: [GUIDE],
  },
  {
    question: 'is sideways a layer 2?',
    kind: 'classification',
    topics: ['sideways'],
    text: [
      'Sideways',
      'It depends. A sidechain that many call a layer 2',
      'Whether Northchain can refuse a wrong state',
      '- A directory (2026-10): Sidechain\n- The project (2026-09): Layer 2',
    ].join('\n\n'),
    sources: [GUIDE, PAPER],
  },
  {
    question: 'block time of quickroll',
    kind: 'attribute',
    topics: ['quickroll'],
    text: 'Quickroll: Block time\n\n1 to 2 s (observed); when busy; as of 5 September 2026',
    sources: [PAPER],
  },
  {
    question: 'list all rollups',
    kind: 'list',
    topics: ['quickroll', 'slowroll'],
    text: 'rollup\n\n- Quickroll: What Quickroll is, in one line\n- Slowroll: What Slowroll is, in one line',
    sources: [],
  },
  { question: 'best pizza dough', kind: 'unknown', topics: [], text: "I don't know that one.", sources: [] },
  {
    question: 'should i buy northcoin',
    kind: 'out-of-scope',
    topics: [],
    text: 'I explain how blockchain layers work. Prices, buying, taxes and investment advice are not for me.',
    sources: [],
  },
  {
    question: 'help',
    kind: 'help',
    topics: [],
    text: expect.stringContaining('I explain blockchain layering'),
    sources: [],
  },
] as const;

describe('a line of the contract', () => {
  it.each(LINES)('$kind: $question', (line) => {
    const json = answerJson(line.question, answerer.answer(line.question), 0.123456);
    expect(json).toEqual({ ...line, confidence: score, alternatives, ms: 0.123 });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('keeps what was answered out of the alternatives', () => {
    const { topics, alternatives: others } = answerJson('q', answerer.answer('what is a zk rollup'), 1);
    expect(others.map(({ id }) => id)).not.toContain(topics[0]);
  });

  it('offers choices where two records are as near, and names the nearest where none is near', () => {
    const { matches } = answerer.answer('rollup');
    const named = matches.slice(0, 2).map(({ record: { id, name, short } }) => ({ id, name, short }));
    const grounds = { confidence: 0.4, matches, corrections: [] };
    const choices = answerJson('q', { ...grounds, kind: 'choices', candidates: named }, 1);
    const list = named.map(({ name, short }) => `- ${name}: ${short}`).join('\n');
    expect(choices).toMatchObject({
      topics: named.map(({ id }) => id),
      text: `Which of these do you mean?\n\n${list}`,
      sources: [],
    });
    expect(answerText({ ...grounds, kind: 'unknown', nearest: named })).toBe(
      `I don't know that one.\n\nThe nearest topics I have:\n${list}`,
    );
  });

  it('says what may be the better answer besides, with the sources of all', () => {
    const first = answerer.answer('is the exit of an optimistic rollup slow');
    const topic = answerer.catalog.get('finality');
    if (first.kind !== 'facet' || !topic) throw new Error('expected a facet and a topic');
    const whole = { kind: 'whole', index: 0 } as const;
    const further = {
      ...excerptOf(topic, whole, false),
      short: { ...excerptOf(topic, whole, false).short, sources: [PAPER] },
    };
    const line = answerJson('q', { ...first, beside: [further, excerptOf(topic, whole, false)] } as Answer, 1);
    const seeAlso = `See also: finality\n\n${topic.type === 'concept' ? topic.simple : ''}`;
    expect(line.text).toBe(`${answerText({ ...first, beside: [] })}\n\n${seeAlso}\n\n${seeAlso}`);
    expect(line.sources).toEqual([GUIDE, PAPER]);
  });

  it.each(['money', 'keys', 'account', 'code', 'other'] as const)('says why not: %s', (reason) => {
    const text = answerText({ confidence: 0, matches: [], corrections: [], kind: 'out-of-scope', reason, nearest: [] });
    expect(text).toMatch(/^I explain how blockchain layers work[.; ].*\.$/);
  });
});

describe('values in words', () => {
  it.each([
    [{ value: 250, unit: 'ms' }, '250 ms'],
    [{ value: 1, unit: 'days' }, '1 day'],
    [{ min: 6, max: 7, unit: 'days' }, '6 to 7 days'],
    [{ min: 3, unit: 'h' }, 'at least 3 h'],
    [{ max: 100, unit: 'tps' }, 'up to 100 transactions per second'],
    [{ value: 65000, unit: 'tps' }, '65,000 transactions per second'],
    [{ value: 0.4, unit: 's' }, '0.4 s'],
    [{ value: 0, unit: 's' }, '0 s'],
  ] as const)('%j is %s', (measure, words) => {
    expect(formatMeasure({ ...measure, kind: 'observed', as_of: '2026', source: 'guide' })).toBe(words);
  });

  it.each([
    ['2021-08-31', '31 August 2021'],
    ['2021-08-01', '1 August 2021'],
    ['2021-08', 'August 2021'],
    ['2021', '2021'],
  ])('%s is %s', (moment, words) => {
    expect(formatDay(moment)).toBe(words);
  });

  it('tell the kind of a figure, and put codes into words', () => {
    const dated = { as_of: '2026', source: 'guide' };
    expect(formatValue({ value: 2, unit: 's', kind: 'theoretical', ...dated })).toBe('2 s (theoretical)');
    expect(formatValue({ is: 'fraud-proof', ...dated })).toBe('fraud proofs');
    expect(formatValue({ is: 2, ...dated })).toBe('Stage 2');
    expect(formatValue({ text: 'Proof of stake', ...dated })).toBe('Proof of stake');
    expect(formatValue({ date: '2020-01', source: 'guide' })).toBe('January 2020');
  });
});
