/** The last turns of each conversation, per channel and person, in memory only and for a few minutes. */
import type { Turn } from '../answer/followup.ts';
import { createRecent } from './recent.ts';

/** Minutes that a conversation is remembered. */
export const MEMORY_MINUTES = 5;
/** So many turns with an answer are remembered, and as many without. */
const TURNS = 4;
const MAX_TALKS = 5_000;

/** Remembers what was asked and answered. */
export interface Conversations {
  /** The turns of a conversation that had an answer, the newest last; none where it is too long ago. */
  recall(channel: string, person: string): readonly Turn[];
  /** The turns that had one before a question was asked; none where the question is not remembered. */
  recallBefore(channel: string, person: string, question: string): readonly Turn[];
  /** Remembers a turn; one without topics had no answer, and is kept for its place among the others. */
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
  const all = (channel: string, person: string) => talks.get(key(channel, person))?.turns ?? [];
  return {
    recall: (channel, person) => all(channel, person).filter(isAnswered),
    recallBefore(channel, person, question) {
      const turns = all(channel, person);
      const at = turns.findLastIndex((turn) => turn.question === question);
      return turns.slice(0, Math.max(at, 0)).filter(isAnswered);
    },
    remember(channel, person, turn) {
      talks.set(key(channel, person), { person, turns: newest([...all(channel, person), turn]) });
    },
    forgetPerson(person) {
      for (const [at, talk] of talks.entries()) if (talk.person === person) talks.delete(at);
    },
  };
}

const isAnswered = ({ topics }: Turn): boolean => topics.length > 0;

/** What was not answered does not push out what was, nor the other way round. */
function newest(turns: readonly Turn[]): readonly Turn[] {
  const ofEach = [true, false].flatMap((answered) =>
    turns.filter((turn) => isAnswered(turn) === answered).slice(-TURNS),
  );
  return turns.filter((turn) => ofEach.includes(turn));
}
