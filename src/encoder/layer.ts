/** One layer of the transformer: attention, then two matrices with a bend between them, each added to what came in. */
import { attend } from './attention.ts';
import { gelu } from './gelu.ts';
import { type Kernel, LARGEST, type Placed } from './kernel.ts';
import { type Model, matrixOf, vectorOf } from './model.ts';

/** A matrix with what its bytes stand for, and what is added to its products. */
interface Linear {
  readonly matrix: Placed;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

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
    const { values, length, scales } = matrixOf(model, `${at}.${name}`);
    return { matrix: kernel.place(values, length), scales, bias: vectorOf(model, `${at}.${name}Bias`) };
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

/** What passes through a layer. */
export interface Passing {
  readonly kernel: Kernel;
  /** The rows, changed where they lie. */
  readonly x: Float32Array;
  readonly rows: number;
  readonly heads: number;
}

/** Changes the rows as the layer does. */
export function passThrough(layer: Layer, { kernel, x, rows, heads }: Passing): void {
  const steps = writeRows(kernel, x, rows);
  const query = times(layer.query, kernel, steps);
  const key = times(layer.key, kernel, steps);
  const value = times(layer.value, kernel, steps);
  const seen = attend({ query, key, value, rows, heads });
  add(x, times(layer.out, kernel, writeRows(kernel, seen, rows)));
  normalizeRows(x, layer.outNorm);
  const inside = times(layer.inner, kernel, writeRows(kernel, x, rows));
  for (let k = 0; k < inside.length; k += 1) inside[k] = gelu(inside[k] as number);
  add(x, times(layer.last, kernel, writeRows(kernel, inside, rows)));
  normalizeRows(x, layer.lastNorm);
}

/** Writes rows into the kernel as whole numbers; gives what 1 stands for in each. */
function writeRows({ rows: into }: Kernel, x: Float32Array, rows: number): Float64Array {
  const length = x.length / rows;
  const steps = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const from = row * length;
    const to = from + length;
    let most = 0;
    for (let k = from; k < to; k += 1) {
      const value = x[k] as number;
      if (value > most) most = value;
      else if (-value > most) most = -value;
    }
    const step = most / LARGEST || 1;
    const scale = 1 / step;
    // A 16-bit number drops the fraction: half a step away from zero rounds.
    for (let k = from; k < to; k += 1) {
      const value = (x[k] as number) * scale;
      into[k] = value < 0 ? value - 0.5 : value + 0.5;
    }
    steps[row] = step;
  }
  return steps;
}

/** The rows that were written, times a matrix, with its bias. */
function times({ matrix: placed, scales, bias }: Linear, kernel: Kernel, steps: Float64Array): Float32Array {
  const products = kernel.multiply(steps.length, placed);
  const { outs } = placed;
  const result = new Float32Array(products.length);
  for (let row = 0; row < steps.length; row += 1) {
    const step = steps[row] as number;
    const from = row * outs;
    for (let out = 0; out < outs; out += 1)
      result[from + out] = step * (scales[out] as number) * (products[from + out] as number) + (bias[out] as number);
  }
  return result;
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
    let mean = 0;
    for (let k = 0; k < length; k += 1) mean += (x[from + k] as number) / length;
    let variance = TINY;
    for (let k = 0; k < length; k += 1) variance += ((x[from + k] as number) - mean) ** 2 / length;
    const scale = 1 / Math.sqrt(variance);
    for (let k = 0; k < length; k += 1)
      x[from + k] = ((x[from + k] as number) - mean) * scale * (gain[k] as number) + (bias[k] as number);
  }
}
