/** Whether the bot may speak unasked: in channels that opted in, to a first question, never into a conversation. */
import { ChannelType, type Message } from 'discord.js';
import type { ChannelMode } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { Replies } from './replies.ts';

/** The mode of the channel that a message stands in; a thread has its parent's. */
export function modeOf(desk: Desk, { guildId, channelId, channel }: Message): ChannelMode {
  if (guildId === null) return 'mention';
  const { channels } = desk.store.settings(guildId);
  const parent = channel.isThread() ? channel.parentId : null;
  return channels[channelId] ?? (parent === null ? undefined : channels[parent]) ?? 'mention';
}

/** Whether a message that did not call the bot may be answered, as far as can be told before the answer is known. */
export function isOverheardWelcome(desk: Desk, replies: Replies, message: Message): boolean {
  if (!desk.messageContent || message.content === '' || modeOf(desk, message) !== 'when-confident') return false;
  if (desk.store.isOptedOut(message.author.id) || isBetweenPeople(message)) return false;
  if (isForumPost(message) && message.id !== message.channelId) return false;
  return !replies.isCooling(message);
}

/** A reply, or a message that addresses somebody, belongs to a conversation between people. */
const isBetweenPeople = ({ reference, mentions }: Message): boolean =>
  reference !== null || mentions.users.size > 0 || mentions.roles.size > 0 || mentions.everyone;

/** The first message of a forum post has the id of its thread. */
const isForumPost = ({ channel }: Message): boolean =>
  channel.isThread() && channel.parent?.type === ChannelType.GuildForum;
