/**
 * The question behind an answer, found again from the message itself: its author line, or the message it replies to.
 * So a button needs no memory of the bot's to know what was asked, not even after a restart.
 */
import type { Message } from 'discord.js';

/** The question that a message of the bot answers; undefined where it can no longer be known. */
export async function originOf(message: Message): Promise<string | undefined> {
  const shown = message.embeds[0]?.author?.name;
  if (shown) return shown;
  if (!message.reference?.messageId) return undefined;
  const asked = await message.fetchReference().catch(() => undefined);
  return asked && asked.content !== '' ? withoutMention(asked.content, message.author.id) : undefined;
}

/** The text without the mention of the bot that called it. */
export function withoutMention(content: string, botId: string): string {
  return content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ').trim();
}
