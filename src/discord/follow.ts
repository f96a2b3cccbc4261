/** What a message goes on from: the answer that it replies to, read from that answer itself, or the talk before. */
import type { Message } from 'discord.js';
import type { Catalog } from '../answer/catalog.ts';
import type { Turn } from '../answer/followup.ts';
import type { Desk } from './desk.ts';

/**
 * The turns before a message, from those of its author. A reply to an answer goes on from that one, whoever asked and
 * however long ago.
 */
export function turnsBefore(desk: Desk, message: Message, own: readonly Turn[]): readonly Turn[] {
  const answer = repliedTo(message);
  const topics = answer ? topicsShown(answer, desk.answerer().catalog) : [];
  if (topics.length === 0 || own.at(-1)?.topics[0] === topics[0]) return own;
  return [...own, { question: answer?.embeds[0]?.author?.name ?? '', topics }];
}

/** The bot's own message that a message replies to; Discord sends it along. */
function repliedTo({ reference, channel, client }: Message): Message | undefined {
  const found = reference?.messageId ? channel.messages.cache.get(reference.messageId) : undefined;
  return found?.author.id === client.user.id ? found : undefined;
}

/** "… · zk-rollup@1a2b3c" at the end of an answer, or "… · rollup/how-long@1a2b3c", or "… · base+arbitrum@1a2b3c". */
const SIGNED = /([a-z0-9-]+(?:\+[a-z0-9-]+)*)(?:\/[a-z0-9-]+)?@[0-9a-f]+$/;

function topicsShown({ embeds, content }: Message, catalog: Catalog): readonly string[] {
  const [, ids = ''] = SIGNED.exec(embeds[0]?.footer?.text ?? content) ?? [];
  return ids.split('+').flatMap((id) => {
    const entry = catalog.get(id);
    if (entry?.type === 'comparison') return [id, ...entry.sides];
    return entry || catalog.asset(id) ? [id] : [];
  });
}
