/** Matrices of signed bytes, and rows of floats, in a WebAssembly memory: eight products at once, which JavaScript can't. */
import { PROGRAM } from './program.ts';

/** A matrix in the memory of a kernel, with what its bytes stand for and what is added to its products. */
export interface Linear {
  readonly at: number;
  /** How many rows it has, a multiple of four, and values in each, a multiple of eight. */
  readonly outs: number;
  readonly length: number;
  /** For each row what 1 stands for, and what is added. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

/** Rows of the pieces of a text, one after the other; the heads share the values of each evenly, a multiple of four each. */
export interface Attention {
  readonly query: Float32Array;
  readonly key: Float32Array;
  readonly value: Float32Array;
  readonly rows: number;
  readonly heads: number;
}

/** What a kernel has room for. */
export interface Room {
  /** Values of all matrices, and floats: two for each row of a matrix, and all that `floats` is asked for. */
  readonly bytes: number;
  readonly floats: number;
  /** The most rows, and values in a row, in or out, and heads that look at them. */
  readonly rows: number;
  readonly length: number;
  readonly heads: number;
}

/** A memory and what is computed in it. All floats that it is given must lie in it, but those of `place`, which it copies. */
export interface Kernel {
  /** A place for so many floats, all 0. */
  floats(count: number): Float32Array;
  /** Keeps a matrix by its rows of signed bytes. */
  place(values: Int8Array, scales: Float32Array, bias: Float32Array): Linear;
  /** Rows times a matrix, with its bias. The rows are rounded to 8,191 steps on either side of 0. */
  apply(linear: Linear, x: Float32Array, rows: number, to: Float32Array): void;
  /** Each value becomes its Gaussian error linear unit (Hendrycks, Gimpel 2016). */
  bend(x: Float32Array): void;
  /**
   * For each row the values of all rows, weighed by how well their keys fit its query, head by head (Vaswani and others:
   * Attention Is All You Need, 2017). They may be written over the queries, not over the keys or the values.
   */
  attend(attention: Attention, to: Float32Array): void;
}

/** So large a number may be: the sum of 2,000 products with signed bytes still stays within 32 bits. */
const LARGEST = 8191;
/** Four rows are multiplied at once. */
const AT_ONCE = 4;
const PAGE = 65_536;
/** What is read at once. */
const WIDE = 16;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly toWhole: (from: number, to: number, steps: number, rows: number, length: number, largest: number) => void;
  readonly multiply: (from: number, weights: number, to: number, rows: number, outs: number, length: number) => void;
  readonly fromWhole: (
    from: number,
    to: number,
    steps: number,
    scales: number,
    bias: number,
    rows: number,
    length: number,
  ) => void;
  readonly bend: (at: number, count: number) => void;
  readonly fit: (
    query: number,
    key: number,
    to: number,
    rows: number,
    hidden: number,
    width: number,
    scale: number,
  ) => void;
  readonly blend: (shares: number, value: number, to: number, rows: number, hidden: number, width: number) => void;
}

/** A kernel with room for so much. */
export function createKernel(room: Room): Kernel {
  const { memory, ...program } = new WebAssembly.Instance<Exports>(
    new WebAssembly.Module(Buffer.from(PROGRAM, 'base64')),
  ).exports;
  const most = Math.ceil(room.rows / AT_ONCE) * AT_ONCE;
  const shared = most * room.length * (2 + 4) + 4 * most + 4 * room.heads * room.rows ** 2;
  // Every place begins where sixteen bytes are read at once; a few begin up to fifteen bytes later than they could.
  memory.grow(Math.ceil((shared + room.bytes + 4 * room.floats) / PAGE) + 1);
  let free = 0;
  const take = (bytes: number): number => {
    const at = free;
    free = Math.ceil((free + bytes) / WIDE) * WIDE;
    return at;
  };
  const floats = (count: number) => new Float32Array(memory.buffer, take(4 * count), count);
  const whole = take(2 * most * room.length);
  const products = take(4 * most * room.length);
  const steps = take(4 * most);
  const shares = floats(room.heads * room.rows ** 2);
  return {
    floats,
    place(values, scales, bias) {
      const linear = {
        at: take(values.length),
        outs: scales.length,
        length: values.length / scales.length,
        scales: floats(scales.length),
        bias: floats(bias.length),
      };
      new Int8Array(memory.buffer).set(values, linear.at);
      linear.scales.set(scales);
      linear.bias.set(bias);
      return linear;
    },
    apply({ at, outs, length, scales, bias }, x, rows, to) {
      program.toWhole(x.byteOffset, whole, steps, rows, length, LARGEST);
      program.multiply(whole, at, products, Math.ceil(rows / AT_ONCE) * AT_ONCE, outs, length);
      program.fromWhole(products, to.byteOffset, steps, scales.byteOffset, bias.byteOffset, rows, outs);
    },
    bend(x) {
      program.bend(x.byteOffset, x.length);
    },
    attend({ query, key, value, rows, heads }, to) {
      const hidden = value.length / rows;
      const width = hidden / heads;
      const scale = 1 / Math.sqrt(width);
      program.fit(query.byteOffset, key.byteOffset, shares.byteOffset, rows, hidden, width, scale);
      toShares(shares, rows, heads * rows);
      program.blend(shares.byteOffset, value.byteOffset, to.byteOffset, rows, hidden, width);
    },
  };
}

/** Each of `count` parts of `length` numbers becomes parts of 1: as large as the exponents are beside each other. */
function toShares(numbers: Float32Array, length: number, count: number): void {
  for (let from = 0; from < count * length; from += length) {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = from; k < from + length; k += 1) most = Math.max(most, numbers[k] as number);
    let all = 0;
    for (let k = from; k < from + length; k += 1) {
      // Beside the largest none of the exponents is too large for a float, and not all too small.
      const weight = Math.exp((numbers[k] as number) - most);
      numbers[k] = weight;
      all += weight;
    }
    for (let k = from; k < from + length; k += 1) numbers[k] = (numbers[k] as number) / all;
  }
}
