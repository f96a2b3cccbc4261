/**
 * The table of word vectors: for each stem a direction in a space in which words of like meaning lie near each other.
 * Written by `npm run vectors`; read here. One line a stem, its values as signed bytes in base64.
 */

/** Stem i has the values from `i * dims` on; all share one unknown unit, as only directions count. */
export interface WordVectors {
  readonly dims: number;
  readonly stems: readonly string[];
  readonly values: Int8Array;
}

/** What a base without a table knows of words: nothing. */
export const NO_VECTORS: WordVectors = Object.freeze({ dims: 0, stems: [], values: new Int8Array(0) });

/** Reads a table. Throws where a line is not of its form. */
export function parseVectors(text: string): WordVectors {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const rows = lines.map((line, index) => {
    const [stem, coded] = line.split(' ');
    if (!stem || !coded)
      throw new Error(
        `vectors.txt: expected a stem and its values, found ${JSON.stringify(line)} (entry ${index + 1})`,
      );
    return { stem, values: new Int8Array(Buffer.from(coded, 'base64')) };
  });
  const dims = rows[0]?.values.length ?? 0;
  const values = new Int8Array(rows.length * dims);
  for (const [at, row] of rows.entries()) {
    if (row.values.length !== dims)
      throw new Error(`vectors.txt: expected ${dims} values, found ${row.values.length} (${row.stem})`);
    values.set(row.values, at * dims);
  }
  return { dims, stems: rows.map(({ stem }) => stem), values };
}

/** A table as text. */
export function formatVectors({ dims, stems, values }: WordVectors): string {
  const row = (stem: string, at: number) =>
    `${stem} ${Buffer.from(values.slice(at * dims, (at + 1) * dims).buffer).toString('base64')}`;
  return `# Written by "npm run vectors". One line a stem: its vector of ${dims} signed bytes in base64.\n${stems.map(row).join('\n')}\n`;
}
