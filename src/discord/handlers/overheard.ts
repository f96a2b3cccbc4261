/** Whether the bot may speak unasked: in channels that opted in, to a first question, never into a conversation. */
import { ChannelType, type Message } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import type { Context } from '../../answer/index.ts';
import type { ChannelMode } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { withoutMention } from '../origin.ts';
import type { Answered } from '../record.ts';
import type { Manners } from './manners.ts';

/** The mode of the channel that a message stands in; a thread has its parent's. */
export function modeOf(desk: Desk, { guildId, channelId, channel }: Message): ChannelMode {
  if (guildId === null) return 'mention';
  const { channels } = desk.store.settings(guildId);
  const parent = channel.isThread() ? channel.parentId : null;
  return channels[channelId] ?? (parent === null ? undefined : channels[parent]) ?? 'mention';
}

/** Whether messages of this channel are listened to. */
export const isListening = (desk: Desk, message: Message): boolean =>
  desk.messageContent && modeOf(desk, message) === 'when-confident';

/** Whether a message that did not call the bot may be answered, as far as can be told before the answer is known. */
export function isOverheardWelcome(desk: Desk, manners: Manners, message: Message): boolean {
  if (!isListening(desk, message) || message.content === '') return false;
  if (desk.store.isOptedOut(message.author.id) || isBetweenPeople(message)) return false;
  if (message.channel.isThread() && !isOpenThread(desk, message)) return false;
  return !manners.isConversing(message) && !manners.isCooling(message);
}

/** A reply, or a message that addresses somebody, belongs to a conversation between people. */
const isBetweenPeople = ({ reference, mentions }: Message): boolean =>
  reference !== null || mentions.users.size > 0 || mentions.roles.size > 0 || mentions.everyone;

/**
 * In a forum only the post itself is answered: it has the id of its thread. Another thread may have been answered before
 * the bot's last start, which nobody remembers, unless it is younger.
 */
function isOpenThread(desk: Desk, { id, channel, channelId }: Message): boolean {
  if (!channel.isThread()) return true;
  if (isForum(channel.parent)) return id === channelId;
  return (channel.createdTimestamp ?? 0) >= desk.health.startedAt;
}

const isForum = (parent: { readonly type: ChannelType } | null): boolean =>
  parent?.type === ChannelType.GuildForum || parent?.type === ChannelType.GuildMedia;

/** The answer to an overheard message where the bot is sure of one: to its text or, in a forum, to its post's title. */
export function sureAnswer(desk: Desk, message: Message, context: Context): Answered | undefined {
  const floor = message.guildId === null ? 1 : desk.store.settings(message.guildId).floor;
  for (const question of questionsOf(message)) {
    const request = { kind: 'ask', question } as const;
    const answer = desk.answerer().respond(request, context);
    if (isAnswer(answer) && answer.confidence >= floor) return { request, answer };
  }
  return undefined;
}

function questionsOf({ id, channelId, channel, content, client }: Message): readonly string[] {
  const text = withoutMention(content, client.user.id);
  // People ask in the title of a post and describe in its text.
  return channel.isThread() && id === channelId ? [text, channel.name, `${channel.name}\n${text}`] : [text];
}

const isAnswer = ({ kind }: Answer): boolean => !['unknown', 'choices', 'out-of-scope', 'help', 'list'].includes(kind);
