/** The last turns of each conversation, per channel and person, in memory only and for a few minutes. */
import type { Turn } from '../answer/followup.ts';
import { createRecent } from './recent.ts';

/** Minutes that a conversation is remembered. */
export const MEMORY_MINUTES = 5;
const TURNS = 4;
const MAX_TALKS = 5_000;

/** Remembers what was asked and answered. */
export interface Conversations {
  /** The turns of a conversation, the newest last, also those without an answer; none where it is too long ago. */
  recall(channel: string, person: string): readonly Turn[];
  remember(channel: string, person: string, turn: Turn): void;
  forgetPerson(person: string): void;
}

interface Talk {
  readonly person: string;
  readonly turns: readonly Turn[];
}

/** An empty memory by a clock in milliseconds. */
export function createConversations(clock: () => number): Conversations {
  const talks = createRecent<Talk>(clock, { lifetime: MEMORY_MINUTES * 60_000, most: MAX_TALKS });
  const key = (channel: string, person: string) => `${channel} ${person}`;
  const recall = (channel: string, person: string) => talks.get(key(channel, person))?.turns ?? [];
  return {
    recall,
    remember(channel, person, turn) {
      talks.set(key(channel, person), { person, turns: [...recall(channel, person), turn].slice(-TURNS) });
    },
    forgetPerson(person) {
      for (const [at, talk] of talks.entries()) if (talk.person === person) talks.delete(at);
    },
  };
}
