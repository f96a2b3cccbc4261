/**
 * One engine over one base in a process of its own, so that no engine pays for another's garbage: `node --expose-gc
 * measure.js ENGINE SIZE` prints the measurement as JSON. A size of 0 is the shipped base.
 */
import { performance } from 'node:perf_hooks';
import { Bench } from 'tinybench';
import { createAnswerer } from '../../answer/index.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import { misspeltText } from '../eval/ask.ts';
import { measuredKnowledge } from '../eval/base.ts';
import { documentsOf, type Peer, type PeerDocument } from '../eval/peers/document.ts';
import { createFuse } from '../eval/peers/fuse.ts';
import { createMiniSearch } from '../eval/peers/minisearch.ts';
import { createNatural } from '../eval/peers/natural.ts';
import { createBare } from './bare.ts';
import type { EngineName, Measurement } from './measurement.ts';
import { ownQuestions, syntheticKnowledge } from './synthetic.ts';

/** Asks one question; what comes back is thrown away. */
type Ask = (question: string) => unknown;

const QUESTIONS = 400;
/** What is measured in one go, in milliseconds and in answers. */
const LIMITS = Object.freeze({ warmUp: 700, percentiles: 2500, throughput: 700, answers: 20_000, least: 5 });

const engines: Readonly<Record<EngineName, (knowledge: Knowledge) => Promise<Ask>>> = {
  strata: async (knowledge) => createAnswerer(knowledge).answer,
  bare: overDocuments(createBare),
  minisearch: overDocuments((documents) => createMiniSearch(documents, 1)),
  natural: overDocuments(createNatural),
  fuse: overDocuments(createFuse),
};

const [engine, size] = [process.argv[2] as EngineName, Number(process.argv[3])];
console.log(JSON.stringify(await measure(engine, size)));

function overDocuments(create: (documents: readonly PeerDocument[]) => Promise<Peer>) {
  return async (knowledge: Knowledge): Promise<Ask> => {
    const peer = await create(documentsOf(knowledge));
    return (question) => peer.search(question, 10);
  };
}

async function measure(name: EngineName, records: number): Promise<Measurement> {
  const shipped = measuredKnowledge().knowledge;
  const knowledge = records === 0 ? shipped : syntheticKnowledge(shipped, records);
  const questions = misspeltText(ownQuestions(knowledge, QUESTIONS));
  const before = usedMemory();
  const start = performance.now();
  const ask = await engines[name](knowledge);
  const building = performance.now() - start;
  times(ask, questions, { ms: LIMITS.warmUp, least: 1 });
  const memory = usedMemory() - before;
  const sorted = times(ask, questions, { ms: LIMITS.percentiles, least: LIMITS.least }).sort((a, b) => a - b);
  return {
    building,
    memory,
    answers: sorted.length,
    median: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    perSecond: await throughput(ask, questions),
  };
}

/** Milliseconds of each answer, the questions asked in turn until the time is up. */
function times(ask: Ask, questions: readonly string[], { ms, least }: { ms: number; least: number }): Float64Array {
  const taken: number[] = [];
  const end = performance.now() + ms;
  while (taken.length < least || (performance.now() < end && taken.length < LIMITS.answers)) {
    const question = questions[taken.length % questions.length] ?? '';
    const start = performance.now();
    ask(question);
    taken.push(performance.now() - start);
  }
  return Float64Array.from(taken);
}

/** Answers a second, by tinybench. */
async function throughput(ask: Ask, questions: readonly string[]): Promise<number> {
  const bench = new Bench({ time: LIMITS.throughput, iterations: LIMITS.least, warmup: false });
  let next = 0;
  bench.add('answer', () => {
    ask(questions[next++ % questions.length] ?? '');
  });
  const [task] = await bench.run();
  const result = task?.result;
  return result && 'latency' in result ? 1000 / result.latency.mean : 0;
}

/** The value below which that share of the sorted values lies. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Bytes in use once the garbage is gone. */
function usedMemory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
