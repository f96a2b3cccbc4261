/** What was answered lately: so that a message is answered once, an edit finds its answer, and nobody is talked at. */
import type { Message } from 'discord.js';

/** An edit within this time changes the answer. */
const EDIT_MS = 60_000;
/** Unasked answers keep this distance in a channel, and towards a person. */
export const COOLDOWNS = Object.freeze({ channelMs: 60_000, personMs: 300_000 });
const KEPT = 2_000;

/** The answers of the last minutes, in memory only. */
export interface Replies {
  /** True the first time a message is seen; a gateway that resumes may deliver it twice. */
  claim(messageId: string): boolean;
  remember(messageId: string, sent: Message): void;
  /** The answer to a message, where it may still be changed. */
  answerTo(messageId: string): Message | undefined;
  rememberUnasked(message: Message): void;
  /** Whether the channel, its thread or the person was answered unasked too recently. */
  isCooling(message: Message): boolean;
}

/** An empty memory by a clock in milliseconds. */
export function createReplies(clock: () => number): Replies {
  const seen = new Set<string>();
  const sent = new Map<string, { readonly message: Message; readonly at: number }>();
  const unasked = new Map<string, number>();
  const within = (key: string, ms: number) => clock() - (unasked.get(key) ?? Number.NEGATIVE_INFINITY) < ms;
  return {
    claim(messageId) {
      if (seen.has(messageId)) return false;
      keep(seen, messageId);
      return true;
    },
    remember(messageId, message) {
      sent.set(messageId, { message, at: clock() });
      if (sent.size > KEPT) sent.delete(sent.keys().next().value ?? '');
    },
    answerTo(messageId) {
      const found = sent.get(messageId);
      return found && clock() - found.at < EDIT_MS ? found.message : undefined;
    },
    rememberUnasked({ channelId, author }) {
      for (const key of [`c${channelId}`, `p${author.id}`]) {
        unasked.delete(key);
        unasked.set(key, clock());
      }
      while (unasked.size > KEPT) unasked.delete(unasked.keys().next().value ?? '');
    },
    isCooling({ channelId, channel, author }) {
      // A thread is one question: it is answered unasked once.
      const inChannel = channel.isThread() ? Number.POSITIVE_INFINITY : COOLDOWNS.channelMs;
      return within(`c${channelId}`, inChannel) || within(`p${author.id}`, COOLDOWNS.personMs);
    },
  };
}

function keep(set: Set<string>, value: string): void {
  set.add(value);
  if (set.size > KEPT) set.delete(set.values().next().value ?? '');
}
