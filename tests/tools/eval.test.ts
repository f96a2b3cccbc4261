import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { misspelt, misspeltText } from '../../src/tools/eval/ask.ts';
import { calibrationError, figuresOf, isGood, type Outcome } from '../../src/tools/eval/figures.ts';
import { evaluationPage } from '../../src/tools/eval/page.ts';
import type { Peer } from '../../src/tools/eval/peers/document.ts';
import { askPeer } from '../../src/tools/eval/peers/threshold.ts';
import { missLines } from '../../src/tools/eval/report.ts';
import { withTypo } from '../../src/tools/eval/typos.ts';
import { readQuestions } from '../../src/tools/questions.ts';
import { createRandom } from '../../src/tools/random.ts';

const outcome = (topics: readonly string[], rest: Partial<Omit<Outcome, 'question'>>): Outcome => ({
  question: { q: `about ${topics[0] ?? 'nothing'}`, topics: [...topics] },
  kind: 'explanation',
  said: [],
  ranked: [],
  ...rest,
});

const outcomes: readonly Outcome[] = [
  outcome(['a'], { said: ['a'], ranked: ['a', 'b'], confidence: 0.9 }),
  outcome(['a', 'b'], { said: ['c'], ranked: ['c', 'b'], confidence: 0.7 }),
  outcome(['a'], { kind: 'choices', said: ['b', 'a'], ranked: ['b', 'a'], confidence: 0.4 }),
  outcome(['a'], { kind: 'unknown', ranked: ['b', 'c', 'd', 'a'], confidence: 0.1 }),
  outcome([], { kind: 'choices', said: ['b'], ranked: ['b'], confidence: 0.4 }),
  outcome([], { said: ['b'], ranked: ['b'], confidence: 0.6 }),
  outcome([], { kind: 'help', confidence: 1 }),
  outcome([], { kind: 'out-of-scope', ranked: ['b'], confidence: 0 }),
];

describe('figures', () => {
  it('judge the ranking, the answers and the silence apart', () => {
    expect(figuresOf(outcomes)).toEqual({
      answerable: 4,
      negatives: 4,
      rightAtOne: 1 / 4,
      rightAtThree: 3 / 4,
      meanReciprocalRank: (1 + 1 / 2 + 1 / 2 + 1 / 4) / 4,
      answeredRight: 1 / 4,
      answeredWrong: 1 / 4,
      askedBack: 1 / 4,
      unanswered: 1 / 4,
      falseAnswers: 2 / 4,
      falseAnswerCount: 2,
      falseChoiceCount: 1,
      // Bands 0 (0 and 0.1, both wrong), 4 (0.4 twice, wrong), 6, 7 and 9; the greeting claims nothing.
      calibrationError: expect.closeTo((0.1 + 0.8 + 0.6 + 0.7 + 0.1) / 7, 10),
      kinds: new Map([
        ['explanation', 3],
        ['choices', 2],
        ['unknown', 1],
        ['help', 1],
        ['out-of-scope', 1],
      ]),
    });
  });

  it('are all nothing of no outcome', () => {
    const { kinds, calibrationError: error, ...shares } = figuresOf([]);
    expect(kinds.size).toBe(0);
    expect(error).toBeUndefined();
    expect(new Set(Object.values(shares))).toEqual(new Set([0]));
  });

  it('call good a right first answer, and silence where nothing is known', () => {
    expect(outcomes.map(isGood)).toEqual([true, false, false, false, false, false, true, true]);
  });

  it('find no calibration error where confidence and share agree', () => {
    const half = [true, false].map((right) => ({ sure: 0.5, right }));
    expect(calibrationError(half)).toBe(0);
  });

  it('show each miss with what was wanted and what was said', () => {
    expect(missLines(outcomes.slice(0, 2))).toEqual(['- about a\n  wanted a, b; got explanation at 0.70: c']);
  });
});

describe('typos', () => {
  it('change one word of four letters or more by one letter', () => {
    const random = createRandom(7);
    for (let i = 0; i < 200; i += 1) {
      const typed = withTypo('is a zk rollup an L2?', random);
      expect(typed).toMatch(/^is a zk [a-z]{5,7} an L2\?$/);
    }
  });

  it('leave a text without such a word alone', () => {
    expect(withTypo('L2 vs L1?', createRandom(1))).toBe('L2 vs L1?');
    expect(withTypo('', createRandom(1))).toBe('');
  });

  it('are the same every time', () => {
    const questions = [{ q: 'why do rollups post data', topics: ['rollup'] }];
    expect(misspelt(questions)).toEqual(misspelt(questions));
    expect(misspeltText(['first question', 'second question'])[0]).toBe('first question');
  });
});

describe('random numbers', () => {
  it('are the same for a seed and spread evenly', () => {
    const one = createRandom(3);
    const other = createRandom(3);
    const drawn = Array.from({ length: 10_000 }, () => one());
    expect(drawn).toEqual(Array.from({ length: 10_000 }, () => other()));
    const bands = Array.from({ length: 10 }, (_, band) => drawn.filter((value) => Math.floor(value * 10) === band));
    for (const band of bands) expect(Math.abs(band.length - 1000)).toBeLessThan(150);
  });
});

describe('peers', () => {
  const scores: Readonly<Record<string, number>> = { 'what is a rollup': 9, 'is plasma dead': 7, 'best pizza': 3 };
  const peer: Peer = {
    name: 'a peer',
    setup: 'as it comes',
    search: (question) => (scores[question] ? [{ id: 'rollup', score: scores[question] }] : []),
  };
  const questions = [
    { q: 'what is a rollup', topics: ['rollup'] },
    { q: 'is plasma dead', topics: ['plasma', 'rollup'] },
    { q: 'best pizza', topics: [] },
    { q: 'who won', topics: [] },
  ];

  it('answer from the threshold that serves them best', async () => {
    const { outcomes: given, threshold } = await askPeer(peer, questions);
    expect(given.map(({ said }) => said)).toEqual([['rollup'], ['rollup'], [], []]);
    expect(threshold).toEqual({ measure: 'score', from: 7 });
  });

  it('keep a threshold that they are given', async () => {
    const { outcomes: given } = await askPeer(peer, questions, { measure: 'score', from: 1 });
    expect(given.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer', 'unknown']);
  });
});

describe('the page', () => {
  it('shows the wording of the project’s own questions only', () => {
    const figures = figuresOf(outcomes);
    const page = evaluationPage({
      date: '2026-11-23',
      version: '0123456789ab',
      records: 3,
      contestants: [{ name: 'Strata', setup: 'as shipped', threshold: undefined, plain: figures, misspelt: figures }],
      sets: [
        { name: 'tests/golden/own.jsonl', isOurs: true, outcomes: outcomes.slice(0, 2) },
        { name: 'questions kept outside the project', isOurs: false, outcomes: outcomes.slice(5, 6) },
      ],
    });
    expect(page).toContain('On tests/golden/own.jsonl, 1 of 2 ');
    expect(page).toContain('- about a\n  wanted a, b; got explanation at 0.70: c');
    expect(page).toContain('On questions kept outside the project, 1 of 1 ');
    expect(page).not.toContain('about nothing');
  });
});

describe('files of questions', () => {
  it('are read line by line, and a fault names its line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'strata-questions-'));
    const file = join(folder, 'some.jsonl');
    writeFileSync(file, '{"q":"what is l2","topics":["layer-2"],"why":"plain"}\n\n{"q":"who won","topics":[]}\n');
    expect(readQuestions(file)).toEqual([
      { q: 'what is l2', topics: ['layer-2'] },
      { q: 'who won', topics: [] },
    ]);
    writeFileSync(file, '{"q":"what is l2"}\n');
    expect(() => readQuestions(file)).toThrow(`${file}:1: expected {"q", "topics"}`);
    rmSync(folder, { recursive: true });
  });
});
