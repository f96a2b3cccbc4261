/** Rows of numbers in one array: row r has the values from `r * dims` on. */
export interface Matrix {
  readonly dims: number;
  readonly values: Float32Array;
}

/** Brings a row to length 1 and gives the length it had; a row of zeros stays. */
export function normalizeRow({ dims, values }: Matrix, row: number): number {
  const from = row * dims;
  let squares = 0;
  for (let d = from; d < from + dims; d += 1) squares += (values[d] as number) ** 2;
  const length = Math.sqrt(squares);
  if (length > 0) for (let d = from; d < from + dims; d += 1) values[d] = (values[d] as number) / length;
  return length;
}

/**
 * The products of all rows of one with all rows of another: row r's with row s's lies at `r * others + s`. Four rows at
 * once: each value of the others is read once for them, and no sum waits for itself. In double precision, which costs less
 * than turning each value into a double as often as it is read.
 */
export function products(some: Matrix, others: Matrix): Float32Array {
  const { dims } = some;
  const rows = some.values.length / dims;
  const count = others.values.length / dims;
  const x = new Float64Array(Math.ceil(rows / 4) * 4 * dims);
  x.set(some.values);
  const y = Float64Array.from(others.values);
  // The rows that fill up the last four are zeros, and are cut off at the end.
  const all = new Float32Array((x.length / dims) * count);
  for (let row = 0; row < rows; row += 4) {
    const [a, b, c, d] = [row * dims, (row + 1) * dims, (row + 2) * dims, (row + 3) * dims];
    for (let other = 0; other < count; other += 1) {
      const from = other * dims;
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let k = 0; k < dims; k += 1) {
        const value = y[from + k] as number;
        first += value * (x[a + k] as number);
        second += value * (x[b + k] as number);
        third += value * (x[c + k] as number);
        fourth += value * (x[d + k] as number);
      }
      const to = row * count + other;
      all[to] = first;
      all[to + count] = second;
      all[to + 2 * count] = third;
      all[to + 3 * count] = fourth;
    }
  }
  return all.subarray(0, rows * count);
}

/** Adds a row of another, times a number, to a row. */
export function addScaled(
  { dims, values }: Matrix,
  row: number,
  { from: { values: source }, row: other, by }: { readonly from: Matrix; readonly row: number; readonly by: number },
): void {
  let to = row * dims;
  let from = other * dims;
  for (const end = to + dims; to < end; to += 4, from += 4) {
    values[to] = (values[to] as number) + by * (source[from] as number);
    values[to + 1] = (values[to + 1] as number) + by * (source[from + 1] as number);
    values[to + 2] = (values[to + 2] as number) + by * (source[from + 2] as number);
    values[to + 3] = (values[to + 3] as number) + by * (source[from + 3] as number);
  }
}
