/**
 * The file of a sentence model: a line of JSON that tells its shape, then its tensors one after the other. A vector is
 * little-endian floats of 32 bits; a matrix is a float for each row, its scale, and then its rows of signed bytes.
 */
/** The name of the file in a knowledge folder. */
export const ENCODER = 'encoder.bin';

/** Rows of signed bytes, of which one stands for `scales[row]`. */
export interface Matrix {
  readonly rows: number;
  readonly length: number;
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

/** A tensor of the file, in the order of its bytes: a vector where it has no rows. */
interface Told {
  readonly name: string;
  readonly rows?: number;
  readonly length: number;
}

/** What the file's first line tells. */
export interface Shape {
  /** What the model is, and under which license. */
  readonly of: string;
  /** The SHA-256 of the bytes after this line, in hex: two files with the same one read alike. */
  readonly digest: string;
  readonly layers: number;
  /** Values of a piece between two layers, a multiple of eight; the heads of attention share them, a multiple of four each. */
  readonly hidden: number;
  readonly heads: number;
  /** Values within a layer, a multiple of eight. */
  readonly inner: number;
  /** The most pieces that a text is read to. */
  readonly length: number;
  readonly vocabulary: readonly string[];
  readonly tensors: readonly Told[];
}

/** A sentence model as data. A matrix has a row for each value that it gives, but `pieces` one for each piece. */
export interface Model {
  readonly shape: Shape;
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly vectors: ReadonlyMap<string, Float32Array>;
}

/** Reads the bytes of a file. Throws where they are too few or too many. */
export function parseModel(bytes: Buffer): Model {
  const end = bytes.indexOf('\n');
  const shape = JSON.parse(bytes.toString('utf8', 0, end)) as Shape;
  const expected = shape.tensors.reduce((sum, told) => sum + sizeOf(told), end + 1);
  if (expected !== bytes.length) throw new Error(`${ENCODER}: expected ${expected} bytes, found ${bytes.length}`);
  const matrices = new Map<string, Matrix>();
  const vectors = new Map<string, Float32Array>();
  let at = end + 1;
  for (const told of shape.tensors) {
    const { name, rows, length } = told;
    if (rows === undefined) vectors.set(name, floatsAt(bytes, at, length));
    else {
      const values = new Int8Array(bytes.buffer, bytes.byteOffset + at + 4 * rows, rows * length);
      matrices.set(name, { rows, length, scales: floatsAt(bytes, at, rows), values });
    }
    at += sizeOf(told);
  }
  return { shape, matrices, vectors };
}

const sizeOf = ({ rows, length }: Told): number => (rows === undefined ? 4 * length : rows * (4 + length));

/** Floats that may begin at any byte. */
const floatsAt = (bytes: Buffer, at: number, count: number): Float32Array =>
  new Float32Array(Uint8Array.from(bytes.subarray(at, at + 4 * count)).buffer);

/** A matrix by its name. Throws where the model has none of it. */
export function matrixOf({ matrices }: Model, name: string): Matrix {
  const found = matrices.get(name);
  if (!found) throw new Error(`the sentence model has no ${name}`);
  return found;
}

/** A vector by its name. Throws where the model has none of it. */
export function vectorOf({ vectors }: Model, name: string): Float32Array {
  const found = vectors.get(name);
  if (!found) throw new Error(`the sentence model has no ${name}`);
  return found;
}
