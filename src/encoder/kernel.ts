/** Matrices of signed bytes in a WebAssembly memory, and rows times them: eight products at once, which JavaScript can't. */
import { MULTIPLY } from './multiply.ts';

/** A matrix in the memory of a kernel. */
export interface Placed {
  readonly at: number;
  /** How many rows it has, a multiple of two, and values in each, a multiple of eight. */
  readonly outs: number;
  readonly length: number;
}

/** A memory with room for matrices, and for the rows that are multiplied with them. */
export interface Kernel {
  /** Keeps a matrix. */
  place(values: Int8Array, length: number): Placed;
  /** Where the rows to be multiplied are written, one after the other: numbers of at most `LARGEST`. */
  readonly rows: Int16Array;
  /** The products of so many rows with each row of a matrix, one row after the other; they stand until the next are made. */
  multiply(rows: number, matrix: Placed): Int32Array;
}

/** So large may a number in a row be: the sum of 2,000 products with signed bytes still stays within 32 bits. */
export const LARGEST = 8191;

/** Four rows are multiplied at once. */
const AT_ONCE = 4;
const PAGE = 65_536;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly multiply: (from: number, weights: number, to: number, rows: number, outs: number, length: number) => void;
}

/** A kernel with room for so many bytes of matrices, and for so many rows of at most so many values, in and out. */
export function createKernel(room: { readonly bytes: number; readonly rows: number; readonly length: number }): Kernel {
  const rows = Math.ceil(room.rows / AT_ONCE) * AT_ONCE;
  const size = rows * room.length;
  const module = new WebAssembly.Module(Buffer.from(MULTIPLY, 'base64'));
  const { memory, multiply } = new WebAssembly.Instance<Exports>(module).exports;
  const to = size * 2;
  let free = to + size * 4;
  memory.grow(Math.ceil((free + room.bytes) / PAGE));
  return {
    place(values, length) {
      const placed = { at: free, outs: values.length / length, length };
      new Int8Array(memory.buffer).set(values, free);
      free += values.length;
      return placed;
    },
    rows: new Int16Array(memory.buffer, 0, size),
    multiply(count, { at, outs, length }) {
      multiply(0, at, to, Math.ceil(count / AT_ONCE) * AT_ONCE, outs, length);
      return new Int32Array(memory.buffer, to, count * outs);
    },
  };
}
