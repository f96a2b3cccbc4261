/** What was answered lately: so that a message is answered once, and an edit of it finds its answer. */
import type { Message } from 'discord.js';
import type { Context } from '../../answer/index.ts';
import { createRecent } from '../recent.ts';

/** An edit within this time changes the answer. */
const EDIT_MS = 60_000;
const KEPT = 2_000;

/** The answer to a message, perhaps still on its way. */
export interface Given {
  readonly sent: Promise<Message>;
  /** What was known when the question was asked. */
  readonly context: Context;
  /** Whether nobody called the bot. */
  readonly unasked: boolean;
}

/** The answers of the last minutes, in memory only. */
export interface Replies {
  /** True the first time a message is seen; a gateway that resumes may deliver it twice. */
  claim(messageId: string): boolean;
  remember(messageId: string, given: Given): void;
  /** The answer to a message, where it may still be changed. */
  answerTo(messageId: string): Given | undefined;
  forget(messageId: string): void;
}

/** An empty memory by a clock in milliseconds. */
export function createReplies(clock: () => number): Replies {
  const seen = new Set<string>();
  const answers = createRecent<Given>(clock, { lifetime: EDIT_MS, most: KEPT });
  return {
    claim(messageId) {
      if (seen.has(messageId)) return false;
      seen.add(messageId);
      if (seen.size > KEPT) seen.delete(seen.values().next().value ?? '');
      return true;
    },
    remember: answers.set,
    answerTo: answers.get,
    forget: answers.delete,
  };
}
