/** Measurements → docs/performance.md. */
import { ENGINE_LABELS, ENGINES, type EngineName, type Measurement, type Row, SIZES } from './measurement.ts';

/** What the page tells. */
export interface Performance {
  /** The day of the run, as in 2026-11-23. */
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly version: string;
  /** Records of the shipped base. */
  readonly records: number;
  readonly rows: readonly Row[];
  /** Milliseconds from starting the program in the terminal to its answer; undefined where it did not answer. */
  readonly startUp: number | undefined;
}

/** The page as Markdown, written by the tool alone. */
export function performancePage(performance: Performance): string {
  const { date, node, cores, version, rows, startUp } = performance;
  return `${[
    '# Performance',
    'Written by `npm run bench`; run it again rather than editing this page. Figures of another machine differ, ratios less.',
    `Measured on ${date} with Node ${node} on ${cores} cores, knowledge \`${version}\`.`,
    `From starting \`node dist/tools/ask.js "what is a zk rollup"\` to its end: ${startUp === undefined ? 'no answer' : `${Math.round(startUp)} ms`} (median of ten).`,
    HOW,
    ...SIZES.flatMap((size) => [`## ${titleOf(size, performance)}`, table(rows.filter((row) => row.size === size))]),
  ].join('\n\n')}\n`;
}

const HOW = `Every engine runs in a process of its own and is asked the base's own questions, every second one with a typo.

- **answer**: the median and the 99th percentile of single answers; **a second**: by tinybench.
- **ratio**: Strata's answers a second divided by the engine's. Above 1 the engine is slower.
- **building**: from the records in memory to being ready, once, in a fresh process; the bot keeps what it built on disk.
- **memory**: what is held besides the records, after a collection of garbage.
- **Strata** gives the whole answer: typos, names, ranking, confidence, text. The libraries give a ranking, and the bare loop, the
  floor, only adds up the weights of the words and keeps the ten best. MiniSearch has fuzzy 0.2 and prefixes on; natural is
  given stems, not text. The synthetic bases have records of some 90 words, drawn by Zipf's law around the real ones, and no
  sentence model.`;

function titleOf(size: number, { records }: Performance): string {
  return size === 0 ? `The shipped base, ${records} records` : `${size.toLocaleString('en-US')} synthetic records`;
}

function table(rows: readonly Row[]): string {
  const own = rows.find(({ engine }) => engine === 'strata')?.figures.perSecond;
  const measured = ENGINES.flatMap((engine) => rows.filter((row) => row.engine === engine));
  return [
    '| engine | answer p50 | answer p99 | ratio | a second | building | memory |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...measured.map(({ engine, figures }) => `| ${cells(engine, figures, own).join(' | ')} |`),
  ].join('\n');
}

function cells(engine: EngineName, figures: Measurement, own: number | undefined): readonly string[] {
  const { median, p99, perSecond, building, memory } = figures;
  return [
    ENGINE_LABELS[engine],
    milliseconds(median),
    milliseconds(p99),
    own === undefined ? '' : `${Number((own / perSecond).toPrecision(2))} ×`,
    Math.round(perSecond).toLocaleString('en-US'),
    milliseconds(building),
    `${(memory / 2 ** 20).toFixed(0)} MiB`,
  ];
}

const milliseconds = (value: number) =>
  `${value >= 100 ? Math.round(value).toLocaleString('en-US') : Number(value.toPrecision(2))} ms`;
