/**
 * The question behind an answer, found again from the message itself: its author line, or the message it replies to.
 * So a button needs no memory of the bot's to know what was asked, not even after a restart.
 */
import type { Message } from 'discord.js';
import { relinked } from './escape.ts';

/** What a message of the bot answers. */
export interface Origin {
  readonly question: string;
  /** The message that asked, where it was one. */
  readonly asked?: Message;
}

/** What a message of the bot answers; undefined where it can no longer be known. */
export async function originOf(message: Message): Promise<Origin | undefined> {
  const shown = message.embeds[0]?.author?.name;
  if (shown) return { question: relinked(shown) };
  if (!message.reference?.messageId) return undefined;
  const asked = await message.fetchReference().catch(() => undefined);
  if (!asked || asked.content === '') return undefined;
  return { question: withoutMention(asked.content, message.author.id), asked };
}

/** The text without the mention of the bot that called it. */
export function withoutMention(content: string, botId: string): string {
  return content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ').trim();
}
