import { expect, test } from 'vitest';
import { clusterQuestions } from '../../src/answer/clusters.ts';
import { parseKnowledge } from '../../src/knowledge/load.ts';
import { createSearch } from '../../src/search/index.ts';
import { FILES } from '../discord/knowledge.ts';

const files = Object.entries(FILES).map(([path, text]) => ({ path, text }));
const { analyser } = createSearch(parseKnowledge(files));

const asked = (question: string, nearest: readonly string[] = []) => ({ question, nearest });
const sizes = (questions: readonly string[]) =>
  clusterQuestions(
    questions.map((question) => asked(question)),
    analyser,
  ).map(({ question, count }) => [question, count]);

test('wordings of one question are one cluster, the largest first, named by its most used wording', () => {
  const clusters = clusterQuestions(
    [
      asked('best pizza dough'),
      asked('what is danksharding', ['rollup']),
      asked('can you explain danksharding please', ['bridge', 'rollup']),
      asked('what is danksharding', []),
      asked('Danksharding?', ['sidechain']),
    ],
    analyser,
  );
  expect(clusters.map(({ asked: _asked, ...shown }) => shown)).toEqual([
    {
      question: 'what is danksharding',
      wordings: ['what is danksharding', 'Danksharding?', 'can you explain danksharding please'],
      count: 4,
      nearest: ['rollup', 'bridge', 'sidechain'],
    },
    { question: 'best pizza dough', wordings: ['best pizza dough'], count: 1, nearest: [] },
  ]);
});

test('questions about one topic that ask different things stay apart', () => {
  expect(sizes(['zk rollup haircut', 'zk rollup pizza', 'sidechain haircut'])).toEqual([
    ['sidechain haircut', 1],
    ['zk rollup haircut', 1],
    ['zk rollup pizza', 1],
  ]);
});

test('a short question inside one that says little more is the same, inside a long one it is not', () => {
  const short = 'danksharding blobs';
  expect(sizes([short, 'danksharding blobs fees'])).toEqual([[short, 2]]);
  expect(sizes([short, 'danksharding blobs fees expiry pruning gossip'])).toHaveLength(2);
});

test('the order of questions changes nothing', () => {
  const questions = [
    'a pizza',
    'danksharding blobs',
    'blobs of danksharding',
    'pizza',
    '???',
    '!!!',
    'danksharding blobs fees',
  ];
  const once = clusterQuestions(
    questions.map((one) => asked(one)),
    analyser,
  );
  const again = clusterQuestions(
    questions.toReversed().map((one) => asked(one)),
    analyser,
  );
  const shown = (all: typeof once) => all.map(({ wordings, count }) => ({ wordings, count }));
  expect(shown(again)).toEqual(shown(once));
  expect(once.reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
});

test('no questions, no clusters', () => {
  expect(clusterQuestions([], analyser)).toEqual([]);
});
