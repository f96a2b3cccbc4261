/** When the bot holds its tongue: after it spoke unasked, while people talk, after it asked somebody for patience. */
import type { Message } from 'discord.js';

/** Unasked answers keep this distance in a channel, and towards a person. */
export const COOLDOWNS = Object.freeze({ channelMs: 60_000, personMs: 300_000 });
/** Who spoke within this time and was spoken to since is in a conversation. */
const TALK_MS = 300_000;
/** Somebody who asks too much is told so this often. */
const PATIENCE_MS = 60_000;
const KEPT = 2_000;
const SPEAKERS = 20;

/** What the bot minds before it speaks, in memory only. */
export interface Manners {
  /** Notes that somebody spoke in a channel. */
  hear(message: Message): void;
  /** Whether the author and somebody else are speaking with each other in that channel. */
  isConversing(message: Message): boolean;
  rememberUnasked(message: Message): void;
  /** Whether the channel, its thread or the person was answered unasked too recently. */
  isCooling(message: Message): boolean;
  /** Whether a person may be told again that they ask too much; true at most once a minute. */
  mayComplain(personId: string): boolean;
}

/** A memory of nothing by a clock in milliseconds. */
export function createManners(clock: () => number): Manners {
  const speakers = createShortMemory<readonly Spoken[]>();
  const unasked = createShortMemory<number>();
  const complaints = createShortMemory<number>();
  const within = (at: number | undefined, ms: number) => at !== undefined && clock() - at < ms;
  return {
    hear({ channelId, author }) {
      const before = speakers.get(channelId) ?? [];
      speakers.set(channelId, [...before.slice(1 - SPEAKERS), { who: author.id, at: clock() }]);
    },
    isConversing({ channelId, author }) {
      const recent = (speakers.get(channelId) ?? []).filter(({ at }) => within(at, TALK_MS));
      const own = recent.findIndex(({ who }) => who === author.id);
      return own >= 0 && recent.slice(own).some(({ who }) => who !== author.id);
    },
    rememberUnasked({ channelId, author }) {
      unasked.set(`c${channelId}`, clock());
      unasked.set(`p${author.id}`, clock());
    },
    isCooling({ channelId, channel, author }) {
      // A thread is one question: it is answered unasked once.
      const inChannel = channel.isThread() ? Number.POSITIVE_INFINITY : COOLDOWNS.channelMs;
      return (
        within(unasked.get(`c${channelId}`), inChannel) || within(unasked.get(`p${author.id}`), COOLDOWNS.personMs)
      );
    },
    mayComplain(personId) {
      if (within(complaints.get(personId), PATIENCE_MS)) return false;
      complaints.set(personId, clock());
      return true;
    },
  };
}

interface Spoken {
  readonly who: string;
  readonly at: number;
}

/** A map that forgets what was not set for longest. */
function createShortMemory<T>() {
  const kept = new Map<string, T>();
  return {
    get: (key: string): T | undefined => kept.get(key),
    set(key: string, value: T): void {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
    },
  };
}
