import { expect, it } from 'vitest';
import type { Encoder } from '../../src/encoder/encoder.ts';
import { createSense, packSense } from '../../src/search/sense.ts';
import { plainPassage, plainRead } from './plain.ts';

/** Says a direction for each first word. */
const DIRECTIONS: Readonly<Record<string, readonly number[]>> = { stuck: [1, 0], fee: [0, 1], both: [0.6, 0.8] };
const says: Encoder = { dims: 2, encode: ([word = '']) => Float32Array.from(DIRECTIONS[word] ?? [0, 0]) };
const encoder = () => says;
/** Turns (x, y) to (y, x, 0, 0). */
const matrix = { dims: 2, keys: ['0', '1', '2', '3'], values: Int8Array.of(0, 50, 50, 0, 0, 0, 0, 0) };
const passages = { dims: 4, keys: ['base#fee'], values: Int8Array.of(100, 0, 0, 0) };
const outside = { dims: 4, keys: ['0', '1'], values: Int8Array.of(0, 0, 100, 0, 60, 80, 0, 0) };
const tables = { matrix, passages, outside };
const named = [
  ['base#fee', plainPassage('fee', ['fee'])],
  ['base#new', plainPassage('stuck', ['stuck again', 'fee'])],
] as const;

it('holds a question against each passage: a new one has the mean direction of its questions, shortened', () => {
  const sense = createSense(packSense({ tables, encoder, passages: named, read: plainRead }), encoder);
  const cosinesOf = (text: string) =>
    [...(sense?.(text.split(' ')).cosines ?? [])].map((one) => Math.round(one * 100) / 100);
  // Three quarters of (0, 1), (0, 1) and (1, 0): (1, 2) / √5.
  expect([cosinesOf('fee'), cosinesOf('stuck'), cosinesOf('both')]).toEqual([
    [1, 0.34],
    [0, 0.67],
    [0.8, 0.67],
  ]);
  expect(sense?.(['both']).best).toBeCloseTo(0.8, 2);
  // (0.6, 0.8) turned to (0.8, 0.6), beside (0.6, 0.8).
  expect(sense?.(['both']).outside).toBeCloseTo(0.96, 2);
});

it('is none without a model or tables', () => {
  const none = { dims: 0, keys: [], values: new Int8Array() };
  expect(
    createSense(packSense({ tables, encoder: undefined, passages: named, read: plainRead }), encoder),
  ).toBeUndefined();
  const empty = { matrix: none, passages: none, outside: none };
  expect(createSense(packSense({ tables: empty, encoder, passages: named, read: plainRead }), encoder)).toBeUndefined();
});
