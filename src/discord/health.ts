/** How the bot is doing, for administrators: since when it runs, how fast it answers, whether its knowledge is sound. */
import type { Fault } from '../knowledge/fault.ts';

/** Knowledge files that were changed and cannot be used; the last sound knowledge stays in use. */
export interface FaultyKnowledge {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly faults: readonly Fault[];
}

/** What the handlers report to, and what `status` reads. */
export interface Health {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Undefined while the knowledge files are sound. */
  readonly faultyKnowledge: () => FaultyKnowledge | undefined;
  /** Notes the milliseconds from a question's arrival to its answer being sent. */
  noteAnswer(ms: number): void;
  /** The median of the last answers in milliseconds; undefined before the first. */
  medianAnswer(): number | undefined;
}

const KEPT = 500;

/** A health record that starts now. */
export function createHealth(clock: () => number, faultyKnowledge: Health['faultyKnowledge']): Health {
  const times: number[] = [];
  let next = 0;
  return {
    startedAt: clock(),
    faultyKnowledge,
    noteAnswer(ms) {
      times[next % KEPT] = ms;
      next += 1;
    },
    medianAnswer: () => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)],
  };
}
