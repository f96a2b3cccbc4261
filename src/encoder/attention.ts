/** Attention: each piece of a text looks at all others (Vaswani and others: Attention Is All You Need, 2017). */

/** Rows of the pieces of a text, one after the other; the heads share the values of each evenly. */
export interface Attention {
  readonly query: Float32Array;
  readonly key: Float32Array;
  readonly value: Float32Array;
  readonly rows: number;
  readonly heads: number;
}

/** For each row the values of all rows, weighed by how well their keys fit its query, head by head. */
export function attend({ query, key, value, rows, heads }: Attention): Float32Array {
  const hidden = query.length / rows;
  const width = hidden / heads;
  const scale = 1 / Math.sqrt(width);
  const seen = new Float32Array(query.length);
  const weights = new Float64Array(rows);
  for (let head = 0; head < hidden; head += width) {
    for (let row = 0; row < rows; row += 1) {
      const from = row * hidden + head;
      let all = 0;
      for (let other = 0; other < rows; other += 1) {
        const weight = Math.exp(Math.min(MOST, scale * fitOf(query, from, key, other * hidden + head, width)));
        weights[other] = weight;
        all += weight;
      }
      for (let other = 0; other < rows; other += 1) {
        const share = (weights[other] as number) / all;
        const at = other * hidden + head;
        for (let k = 0; k < width; k += 1)
          seen[from + k] = (seen[from + k] as number) + share * (value[at + k] as number);
      }
    }
  }
  return seen;
}

/** Far more than any key fits a query, and far less than the largest exponent. */
const MOST = 200;

/** How well a key fits a query. Four sums side by side: one alone would wait for itself at every step. */
function fitOf(query: Float32Array, from: number, key: Float32Array, at: number, width: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < width; k += 4) {
    a += (query[from + k] as number) * (key[at + k] as number);
    b += (query[from + k + 1] as number) * (key[at + k + 1] as number);
    c += (query[from + k + 2] as number) * (key[at + k + 2] as number);
    d += (query[from + k + 3] as number) * (key[at + k + 3] as number);
  }
  return a + b + c + d;
}
