/** The directions in which vectors differ most: principal components, by orthogonal iteration. */

/** Vectors without their mean. */
export function centered(vectors: readonly Float64Array[]): {
  readonly mean: Float64Array;
  readonly rows: readonly Float64Array[];
} {
  const size = vectors[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const vector of vectors) for (let k = 0; k < size; k += 1) mean[k] = (mean[k] as number) + (vector[k] as number);
  for (let k = 0; k < size; k += 1) mean[k] = (mean[k] as number) / Math.max(1, vectors.length);
  return { mean, rows: vectors.map((vector) => vector.map((value, k) => value - (mean[k] as number))) };
}

/** Enough for the few first directions; the order of the last ones does not matter. */
const ROUNDS = 60;

/** The `count` directions in which centered vectors differ most, each of length 1. */
export function topDirections(rows: readonly Float64Array[], count: number): readonly Float64Array[] {
  const covariance = covarianceOf(rows);
  const size = covariance.length;
  // Any start will do that is the same every time and has no two equal directions.
  let directions: readonly Float64Array[] = Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length: size }, (_, k) => Math.sin(1 + (i + 1) * (k + 1))),
  );
  for (let round = 0; round < ROUNDS; round += 1)
    directions = orthonormal(directions.map((one) => Float64Array.from(covariance, (row) => dot(row, one))));
  return directions;
}

function covarianceOf(rows: readonly Float64Array[]): readonly Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    for (let i = 0; i < size; i += 1) {
      const value = row[i] as number;
      const sum = sums[i] as Float64Array;
      for (let k = 0; k < size; k += 1) sum[k] = (sum[k] as number) + value * (row[k] as number);
    }
  }
  return sums;
}

/** Gram and Schmidt's method. */
function orthonormal(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const one of done) {
      const share = dot(rest, one);
      rest = rest.map((value, k) => value - share * (one[k] as number));
    }
    const length = Math.sqrt(dot(rest, rest)) || 1;
    done.push(rest.map((value) => value / length));
  }
  return done;
}

/** A vector in the room of the directions; the mean is taken off where it is given. */
export function project(
  vector: Float64Array,
  { mean, directions }: { readonly mean: Float64Array | undefined; readonly directions: readonly Float64Array[] },
): Float64Array {
  const off = mean ? vector.map((value, k) => value - (mean[k] as number)) : vector;
  return Float64Array.from(directions, (one) => dot(off, one));
}

/** The sum of the products of two lists of the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
