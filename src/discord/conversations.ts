/** The last turns of each conversation, per channel and person, in memory only and for a few minutes. */

/** Minutes that a conversation is remembered. */
export const MEMORY_MINUTES = 5;
const TURNS = 4;
const MAX_TALKS = 5_000;

/** One answer that was given: what it was about, best first. */
export interface Turn {
  readonly question: string;
  readonly topics: readonly string[];
}

/** Remembers what was answered. */
export interface Conversations {
  /** The turns of a conversation, the newest last; none where it is too long ago. */
  recall(channel: string, person: string): readonly Turn[];
  remember(channel: string, person: string, turn: Turn): void;
  forgetPerson(person: string): void;
}

interface Talk {
  readonly person: string;
  readonly turns: readonly Turn[];
  readonly at: number;
}

/** An empty memory by a clock in milliseconds. */
export function createConversations(clock: () => number): Conversations {
  const talks = new Map<string, Talk>();
  const key = (channel: string, person: string) => `${channel} ${person}`;
  const recall = (channel: string, person: string) => {
    const talk = talks.get(key(channel, person));
    return talk && clock() - talk.at < MEMORY_MINUTES * 60_000 ? talk.turns : [];
  };
  return {
    recall,
    remember(channel, person, turn) {
      const turns = [...recall(channel, person), turn].slice(-TURNS);
      talks.delete(key(channel, person));
      talks.set(key(channel, person), { person, turns, at: clock() });
      if (talks.size > MAX_TALKS) talks.delete(talks.keys().next().value ?? '');
    },
    forgetPerson(person) {
      for (const [at, talk] of talks) if (talk.person === person) talks.delete(at);
    },
  };
}
