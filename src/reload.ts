/** The newest sound knowledge, ready to answer: follows the files and keeps the last good state where they are broken. */
import { type Answerer, createAnswerer } from './answer/index.ts';
import type { FaultyKnowledge } from './discord/health.ts';
import { formatFault } from './knowledge/fault.ts';
import { loadKnowledge } from './knowledge/load.ts';
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
  readonly log: Log;
  readonly clock: () => number;
}

/** Loads a knowledge folder and follows its changes. Throws a KnowledgeError where it is faulty at the start. */
export function createLiveAnswerer({ folder, log, clock }: LiveParts): LiveAnswerer {
  let answerer = createAnswerer(loadKnowledge(folder));
  let faulty: FaultyKnowledge | undefined;
  const logged = new Set<string>();
  const watching = watchKnowledge(folder, {
    onSound(knowledge) {
      answerer = createAnswerer(knowledge);
      faulty = undefined;
      logged.clear();
      log.info({ knowledge: knowledge.version }, 'knowledge reloaded');
    },
    onFaulty(faults) {
      faulty = { since: faulty?.since ?? clock(), faults };
      // A fault that stays while its author mends another is not news.
      for (const fault of faults.map(formatFault).filter((line) => !logged.has(line))) {
        logged.add(fault);
        log.error({ fault }, 'knowledge is faulty, the last sound one stays in use');
      }
    },
    onLost: (error) => log.warn({ error }, 'knowledge is not watched: changes need a restart'),
  });
  return { answerer: () => answerer, faulty: () => faulty, close: () => watching.close() };
}
