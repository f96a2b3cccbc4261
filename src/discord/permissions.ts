/** What the bot may do in a channel, and what it lacks there. */
import { type GuildBasedChannel, type GuildMember, PermissionFlagsBits } from 'discord.js';

/** What answering takes; in threads and forums another permission stands for sending. */
const NEEDED = ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'EmbedLinks', 'ReadMessageHistory'] as const;
export type NeededPermission = (typeof NEEDED)[number];

/** The permissions that the bot lacks for answering in a channel; none where it cannot be told. */
export function missingIn(channel: GuildBasedChannel, me: GuildMember | null): readonly NeededPermission[] {
  const granted = me && channel.permissionsFor(me);
  if (!granted) return [];
  const unused = channel.isThread() || channel.isThreadOnly() ? 'SendMessages' : 'SendMessagesInThreads';
  return NEEDED.filter((name) => name !== unused && !granted.has(PermissionFlagsBits[name]));
}

/** Whether the bot may send anything in the channel of a message. */
export const mayWrite = (missing: readonly NeededPermission[]): boolean =>
  !missing.some((name) => name === 'SendMessages' || name === 'SendMessagesInThreads');
