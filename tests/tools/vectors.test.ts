import { expect, it } from 'vitest';
import { centered, project, topDirections } from '../../src/tools/vectors/directions.ts';
import { fitTable } from '../../src/tools/vectors/table.ts';

it('the first directions are those in which vectors differ most', () => {
  const vectors = [
    [10, 1, 5],
    [-10, 1, 5],
    [0, 4, 5],
    [0, -2, 5],
  ].map((row) => Float64Array.from(row));
  const { mean, rows } = centered(vectors);
  expect([...mean]).toEqual([0, 1, 5]);
  const directions = topDirections(rows, 2);
  expect(directions.map((one) => [...one].map((value) => Math.round(Math.abs(value))))).toEqual([
    [1, 0, 0],
    [0, 1, 0],
  ]);
  const first = project(Float64Array.of(7, 1, 5), { mean, directions });
  expect(Math.abs(first[0] ?? 0)).toBeCloseTo(7, 6);
});

it('a table is drawn towards what its sums shall be, and stays at its start where nothing is asked of it', () => {
  const bags = Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? [0] : [0, 1]));
  const wanted = bags.map((bag) => Float64Array.of(bag.length === 1 ? 2 : 5 / Math.SQRT2));
  const table = fitTable(bags, wanted, Float64Array.of(0, 0, 10));
  expect(table[0]).toBeCloseTo(2, 1);
  expect(table[1]).toBeCloseTo(3, 1);
  expect(table[2]).toBeCloseTo(6, 6);
});
