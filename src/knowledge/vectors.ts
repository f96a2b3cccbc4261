/**
 * Tables of vectors, data that no person writes: one line a key, its values as signed bytes in base64. What words mean
 * (`npm run vectors`), and what terms and passages have to do with each other (`npm run learn`).
 */

/** Key i has the values from `i * dims` on; all share one unknown unit. */
export interface VectorTable {
  readonly dims: number;
  readonly keys: readonly string[];
  readonly values: Int8Array;
}

/** What a base without a table knows: nothing. */
export const NO_VECTORS: VectorTable = Object.freeze({ dims: 0, keys: Object.freeze([]), values: new Int8Array(0) });

/** Reads the table of a file. Throws where a line is not of its form. */
export function parseVectors(path: string, text: string): VectorTable {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(NOTE));
  const rows = lines.map((line, index) => {
    const [key, coded] = line.split(' ');
    if (!key || !coded)
      throw new Error(`${path}: expected a key and its values, found ${JSON.stringify(line)} (entry ${index + 1})`);
    return { key, values: new Int8Array(Buffer.from(coded, 'base64')) };
  });
  const dims = rows[0]?.values.length ?? 0;
  const values = new Int8Array(rows.length * dims);
  for (const [at, row] of rows.entries()) {
    if (row.values.length !== dims)
      throw new Error(`${path}: expected ${dims} values, found ${row.values.length} (${row.key})`);
    values.set(row.values, at * dims);
  }
  return { dims, keys: rows.map(({ key }) => key), values };
}

/** The table, its keys found to be in ascending order. Throws where one is not, since it could not be looked up. */
export function inOrder(path: string, table: VectorTable): VectorTable {
  const at = table.keys.findIndex((key, place) => place > 0 && key <= (table.keys[place - 1] as string));
  if (at > 0)
    throw new Error(`${path}: expected keys in ascending order, found ${table.keys[at]} after ${table.keys[at - 1]}`);
  return table;
}

/** A table as text; `by` is the command that writes it. */
export function formatVectors(by: string, { dims, keys, values }: VectorTable): string {
  const row = (key: string, at: number) =>
    `${key} ${Buffer.from(values.slice(at * dims, (at + 1) * dims).buffer).toString('base64')}`;
  return `${NOTE}Written by "${by}". One line a key: its vector of ${dims} signed bytes in base64.\n${keys.map(row).join('\n')}\n`;
}

/** How a line begins that is no entry; a term may begin with # alone. */
const NOTE = '# ';

/** Share of the values that fit a signed byte; the few beyond are cut. */
const WITHIN = 0.9995;

/** Values of any unit as signed bytes. */
export function toBytes(values: ArrayLike<number>): Int8Array {
  const sizes = Float64Array.from(values, Math.abs).sort();
  const largest = sizes[Math.floor(sizes.length * WITHIN)] || 1;
  return Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round((value * 127) / largest))));
}
