import { expect, test } from 'vitest';
import { createAnswerer } from '../../src/answer/index.ts';
import { inspectQuestion, layerMapOf } from '../../src/inspect.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openKnowledge } from '../discord/knowledge.ts';

test('a question is told as it was read, with the records in their order and why', () => {
  const answerer = createAnswerer(loadKnowledge(openKnowledge()));
  const { ms, records, ...rest } = inspectQuestion(answerer, 'what is a sidchain');
  expect(rest).toEqual({
    question: 'what is a sidchain',
    form: 'define',
    answer: 'explanation',
    confidence: expect.closeTo(answerer.answer('what is a sidchain').confidence, 3),
    read: 'what is a sidechain',
    subjects: [{ id: 'sidechain', name: 'sidechain' }],
    corrections: [{ from: 'sidchain', to: 'sidechain' }],
  });
  expect(ms).toBeGreaterThan(0);
  expect(records[0]).toMatchObject({ id: 'sidechain', name: 'sidechain', kind: 'concept' });
  const scores = records.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((left, right) => right - left));
  expect(Object.values(records[0]?.features ?? {}).every((value) => value >= 0 && value <= 1)).toBe(true);
});

test('the map has every topic in its group, by name', () => {
  const answerer = createAnswerer(loadKnowledge(openKnowledge()));
  const map = layerMapOf(answerer);
  expect(map.map(({ title, kind, items }) => [title, kind, items.map(({ id }) => id)])).toEqual([
    ['Bridges', 'topics', ['bridge']],
    ['Rollups', 'topics', ['rollup', 'zk-rollup']],
    ['Sidechains', 'topics', ['sidechain']],
  ]);
});
