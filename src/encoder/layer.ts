/** One layer of the transformer: attention, then two matrices with a bend between them, each added to what came in. */
import type { Kernel, Linear } from './kernel.ts';
import { type Model, matrixOf, vectorOf } from './model.ts';

/** What a row is brought to. */
export interface Norm {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** A layer, its matrices in the memory of a kernel. */
export interface Layer {
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly out: Linear;
  readonly outNorm: Norm;
  readonly inner: Linear;
  readonly last: Linear;
  readonly lastNorm: Norm;
}

/** Puts a layer of a model into a kernel. Throws where a tensor is missing. */
export function layerOf(model: Model, kernel: Kernel, at: number): Layer {
  const linear = (name: string): Linear => {
    const { values, scales } = matrixOf(model, `${at}.${name}`);
    return kernel.place(values, scales, vectorOf(model, `${at}.${name}Bias`));
  };
  const norm = (name: string): Norm => ({
    gain: vectorOf(model, `${at}.${name}Gain`),
    bias: vectorOf(model, `${at}.${name}Shift`),
  });
  return {
    query: linear('query'),
    key: linear('key'),
    value: linear('value'),
    out: linear('out'),
    outNorm: norm('out'),
    inner: linear('inner'),
    last: linear('last'),
    lastNorm: norm('last'),
  };
}

/** Places in the memory of a kernel for the rows of a text, and for what a layer makes of them on the way. */
export interface Rows {
  readonly x: Float32Array;
  readonly query: Float32Array;
  readonly key: Float32Array;
  readonly value: Float32Array;
  readonly made: Float32Array;
  readonly inside: Float32Array;
}

/** How many floats the places for one row take. */
export const floatsOf = ({ hidden, inner }: Pick<Model['shape'], 'hidden' | 'inner'>): number => 5 * hidden + inner;

/** Takes places for so many rows. */
export function placesFor(kernel: Kernel, { hidden, inner }: Model['shape'], rows: number): Rows {
  const places = () => kernel.floats(rows * hidden);
  return {
    x: places(),
    query: places(),
    key: places(),
    value: places(),
    made: places(),
    inside: kernel.floats(rows * inner),
  };
}

/** The places of the first rows alone. */
export function firstRows(rows: Rows, count: number, { hidden, inner }: Model['shape']): Rows {
  const first = (floats: Float32Array) => floats.subarray(0, count * hidden);
  return {
    x: first(rows.x),
    query: first(rows.query),
    key: first(rows.key),
    value: first(rows.value),
    made: first(rows.made),
    inside: rows.inside.subarray(0, count * inner),
  };
}

/** Changes the rows `x` as the layer does. */
export function passThrough(layer: Layer, kernel: Kernel, places: Rows, count: number, heads: number): void {
  const { x, query, key, value, made, inside } = places;
  kernel.apply(layer.query, x, count, query);
  kernel.apply(layer.key, x, count, key);
  kernel.apply(layer.value, x, count, value);
  // What the rows asked for is not needed any more once all have looked: its place takes what they saw.
  kernel.attend({ query, key, value, rows: count, heads }, query);
  kernel.apply(layer.out, query, count, made);
  add(x, made);
  normalizeRows(x, layer.outNorm);
  kernel.apply(layer.inner, x, count, inside);
  kernel.bend(inside);
  kernel.apply(layer.last, inside, count, made);
  add(x, made);
  normalizeRows(x, layer.lastNorm);
}

function add(x: Float32Array, more: Float32Array): void {
  for (let k = 0; k < x.length; k += 1) x[k] = (x[k] as number) + (more[k] as number);
}

/** Keeps a row of equal values from being divided by nothing. */
const TINY = 1e-12;

/** Brings each row to the mean 0 and the variance 1, then each of its values to its own gain and bias. */
export function normalizeRows(x: Float32Array, { gain, bias }: Norm): void {
  const { length } = gain;
  for (let from = 0; from < x.length; from += length) {
    let sum = 0;
    for (let k = 0; k < length; k += 1) sum += x[from + k] as number;
    const mean = sum / length;
    let squares = 0;
    for (let k = 0; k < length; k += 1) {
      const off = (x[from + k] as number) - mean;
      squares += off * off;
    }
    const scale = 1 / Math.sqrt(squares / length + TINY);
    for (let k = 0; k < length; k += 1)
      x[from + k] = ((x[from + k] as number) - mean) * scale * (gain[k] as number) + (bias[k] as number);
  }
}
