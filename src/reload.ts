/** The newest sound knowledge, ready to answer: follows the files and keeps the last good state where they are broken. */
import type { Answerer } from './answer/index.ts';
import { compileAside } from './compile-aside.ts';
import { loadAnswerer } from './compiled.ts';
import type { FaultyKnowledge } from './discord/health.ts';
import { type Fault, formatFault, KnowledgeError } from './knowledge/fault.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import type { Log } from './log.ts';

/** An answerer that follows a folder. */
export interface LiveAnswerer {
  /** The answerer of the newest sound knowledge. */
  answerer(): Answerer;
  /** What is wrong with the files at present; undefined where nothing is. */
  faulty(): FaultyKnowledge | undefined;
  close(): void;
}

/** What a live answerer is made from. */
export interface LiveParts {
  readonly folder: string;
  /** Where the compiled search is kept; undefined: beside the code. */
  readonly cache?: string | undefined;
  readonly log: Log;
  readonly clock: () => number;
}

/** Loads a knowledge folder and follows its changes. Rejects with a KnowledgeError where it is faulty at the start. */
export async function createLiveAnswerer({ folder, cache, log, clock }: LiveParts): Promise<LiveAnswerer> {
  let faulty: FaultyKnowledge | undefined;
  const logged = new Set<string>();
  const reload = async () => {
    try {
      answerer = await loadAnswerer(folder, cache, compileAside);
      faulty = undefined;
      logged.clear();
      log.info({ knowledge: answerer.catalog.knowledge.version }, 'knowledge reloaded');
    } catch (error) {
      faulty = { since: faulty?.since ?? clock(), faults: faultsOf(error) };
      // A fault that stays while its author mends another is not news.
      for (const fault of faulty.faults.map(formatFault).filter((line) => !logged.has(line))) {
        logged.add(fault);
        log.error({ fault }, 'knowledge is faulty, the last sound one stays in use');
      }
    }
  };
  // Watched from before it is read: a change that comes in between would never be told of.
  let last: Promise<unknown> = Promise.resolve();
  const watching = watchKnowledge(folder, {
    onChange: () => {
      last = last.then(reload);
    },
    onLost: (error) => log.warn({ error }, 'knowledge is not watched: its changes need a restart'),
  });
  const loading = loadAnswerer(folder, cache);
  last = loading.catch(() => undefined);
  let answerer: Answerer;
  try {
    answerer = await loading;
  } catch (error) {
    watching.close();
    throw error;
  }
  return { answerer: () => answerer, faulty: () => faulty, close: () => watching.close() };
}

function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof KnowledgeError) return error.faults;
  const message = error instanceof Error ? error.message : String(error);
  return [{ file: '.', line: 1, column: 1, field: '', message }];
}
