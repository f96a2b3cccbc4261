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
 * The products of all rows of one with all rows of another: row r's with row s's lies at `r * others + s`. Four rows of
 * each at once: each value is read once for four sums, and no sum waits for itself. In double precision throughout, which
 * costs less than turning each value into a double as often as it is read.
 */
export function products(some: Matrix, others: Matrix): Float32Array {
  const { dims } = some;
  const rows = some.values.length / dims;
  const count = others.values.length / dims;
  const x = inFours(some);
  const y = inFours(others);
  const all = new Float32Array(rows * count);
  const block = new Float64Array(16);
  for (let other = 0; other < count; other += 4) {
    for (let row = 0; row < rows; row += 4) {
      multiply(block, { x, y, dims, row, other });
      for (let r = 0; r < 4 && row + r < rows; r += 1)
        for (let o = 0; o < 4 && other + o < count; o += 1)
          all[(row + r) * count + other + o] = block[4 * r + o] as number;
    }
  }
  return all;
}

/** The values as doubles, with rows of zeros up to a multiple of four rows. */
function inFours({ dims, values }: Matrix): Float64Array {
  const padded = new Float64Array(Math.ceil(values.length / (4 * dims)) * 4 * dims);
  padded.set(values);
  return padded;
}

interface Block {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dims: number;
  /** The first of four rows of each. */
  readonly row: number;
  readonly other: number;
}

/** Writes the sixteen products of four rows with four others. Spelled out: sums in an array would be stored each time. */
function multiply(into: Float64Array, { x, y, dims, row, other }: Block): void {
  const [a, b, c, d] = [row * dims, (row + 1) * dims, (row + 2) * dims, (row + 3) * dims];
  const [e, f, g, h] = [other * dims, (other + 1) * dims, (other + 2) * dims, (other + 3) * dims];
  let ae = 0,
    af = 0,
    ag = 0,
    ah = 0;
  let be = 0,
    bf = 0,
    bg = 0,
    bh = 0;
  let ce = 0,
    cf = 0,
    cg = 0,
    ch = 0;
  let de = 0,
    df = 0,
    dg = 0,
    dh = 0;
  for (let k = 0; k < dims; k += 1) {
    const p = x[a + k] as number,
      q = x[b + k] as number,
      r = x[c + k] as number,
      s = x[d + k] as number;
    const t = y[e + k] as number,
      u = y[f + k] as number,
      v = y[g + k] as number,
      w = y[h + k] as number;
    ae += p * t;
    af += p * u;
    ag += p * v;
    ah += p * w;
    be += q * t;
    bf += q * u;
    bg += q * v;
    bh += q * w;
    ce += r * t;
    cf += r * u;
    cg += r * v;
    ch += r * w;
    de += s * t;
    df += s * u;
    dg += s * v;
    dh += s * w;
  }
  into[0] = ae;
  into[1] = af;
  into[2] = ag;
  into[3] = ah;
  into[4] = be;
  into[5] = bf;
  into[6] = bg;
  into[7] = bh;
  into[8] = ce;
  into[9] = cf;
  into[10] = cg;
  into[11] = ch;
  into[12] = de;
  into[13] = df;
  into[14] = dg;
  into[15] = dh;
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
