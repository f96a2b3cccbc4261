/**
 * `npm run bench`: measures building, answers and memory on the shipped base and on synthetic ones, beside other search
 * libraries and a bare loop, and the start-up of the program in the terminal; writes docs/performance.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ENGINES, type EngineName, LARGEST, type Measurement, type Row, SIZES } from './bench/measurement.ts';
import { performancePage } from './bench/page.ts';
import { measuredKnowledge } from './eval/base.ts';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const MEASURE = fileURLToPath(new URL('./bench/measure.js', import.meta.url));
const ASK = fileURLToPath(new URL('./ask.js', import.meta.url));
const STARTS = 10;
/** The largest base needs more than the usual heap while it is built. */
const HEAP_MIB = 10_000;

const measurementSchema = z.object({
  building: z.number(),
  memory: z.number(),
  answers: z.number(),
  median: z.number(),
  p99: z.number(),
  perSecond: z.number(),
});

const [load = 0] = loadavg();
if (load > availableParallelism() / 2)
  console.error(`The machine is busy (load ${load.toFixed(1)}): the figures will be too high.`);
const { knowledge } = measuredKnowledge();
const rows = SIZES.flatMap((size) =>
  ENGINES.filter((engine) => size <= LARGEST[engine]).map((engine) => row(engine, size)),
);
writeFileSync(
  PAGE,
  performancePage({
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: availableParallelism(),
    version: knowledge.version,
    records: knowledge.concepts.length + knowledge.systems.length + knowledge.comparisons.length,
    rows,
    startUp: medianStartUp(),
  }),
);

function row(engine: EngineName, size: number): Row {
  const figures = measured(engine, size);
  console.log(
    `${String(size || 'shipped').padStart(8)} ${engine.padEnd(11)} p50 ${figures.median.toFixed(4)} ms, p99 ${figures.p99.toFixed(4)} ms, ${Math.round(figures.perSecond)}/s, built in ${Math.round(figures.building)} ms`,
  );
  return { engine, size, figures };
}

function measured(engine: EngineName, size: number): Measurement {
  const args = ['--expose-gc', `--max-old-space-size=${HEAP_MIB}`, MEASURE, engine, String(size)];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return measurementSchema.parse(JSON.parse(output));
}

/** The median of several starts, the first one left out: it may have to compile the index. */
function medianStartUp(): number | undefined {
  const taken: number[] = [];
  for (let run = 0; run <= STARTS; run += 1) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [ASK, 'what is a zk rollup'], { stdio: 'ignore' });
    if (status !== 0) return undefined;
    if (run > 0) taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(STARTS / 2)];
}
