import { expect, it } from 'vitest';
import { type Classifier, type Example, fitClassifier, LEARNING } from '../../src/tools/learn/classifier.ts';
import { type Matrix, normalizeRow, products } from '../../src/tools/learn/matrix.ts';

const SIZES = { terms: 6, classes: 3 };
/** The terms 0, 1 and 2 tell of the classes; 3 stands everywhere; 4 and 5 decide only beside 0. */
const EXAMPLES: readonly Example[] = Array.from({ length: 40 }).flatMap(() => [
  { terms: [0, 3, 4], label: 0 },
  { terms: [0, 3, 5], label: 1 },
  { terms: [1, 3, 5], label: 1 },
  { terms: [2, 3], label: 2 },
]);
const SMALL = { ...LEARNING, dims: 8, epochs: 20, batch: 16, dropped: 0.3 };

/** The class whose vector a bag's terms point towards. */
function classOf({ terms, classes }: Classifier, bag: readonly number[]): number {
  const sum: Matrix = { dims: terms.dims, values: new Float32Array(terms.dims) };
  for (const term of bag)
    for (let d = 0; d < terms.dims; d += 1)
      sum.values[d] = (sum.values[d] as number) + (terms.values[term * terms.dims + d] as number);
  const scores = products(sum, classes);
  return scores.indexOf(Math.max(...scores));
}

it('learns which terms lead to which class, alone and together, and that what stands everywhere tells nothing', () => {
  const learned = fitClassifier(EXAMPLES, SIZES, { learning: SMALL });
  expect([[0, 3, 4], [0, 3, 5], [1, 3], [2], [2, 3], [4], [5]].map((bag) => classOf(learned, bag))).toEqual([
    0, 1, 1, 2, 2, 0, 1,
  ]);
});

it('gives directions of length 1 for the classes, and the same vectors for the same examples', () => {
  const first = fitClassifier(EXAMPLES, SIZES, { learning: SMALL });
  expect([0, 1, 2].map((label) => normalizeRow(first.classes, label))).toEqual([
    expect.closeTo(1, 5),
    expect.closeTo(1, 5),
    expect.closeTo(1, 5),
  ]);
  expect(fitClassifier(EXAMPLES, SIZES, { learning: SMALL }).terms).toEqual(
    fitClassifier(EXAMPLES, SIZES, { learning: SMALL }).terms,
  );
});

it('tells after each epoch how large the loss is, which falls', () => {
  const losses: number[] = [];
  fitClassifier(EXAMPLES, SIZES, { learning: SMALL, tell: (_, loss) => losses.push(loss) });
  expect(losses).toHaveLength(20);
  expect(losses.at(-1)).toBeLessThan((losses[0] as number) / 2);
});

it('multiplies every row with every other, however many there are', () => {
  const rows = (...values: readonly number[]): Matrix => ({ dims: 2, values: Float32Array.from(values) });
  const five = rows(1, 0, 0, 1, 1, 1, 2, 3, -1, 4);
  expect([...products(five, rows(1, 2, 3, 4))]).toEqual([1, 3, 2, 4, 3, 7, 8, 18, 7, 13]);
});
