/** The only place where replies leave the house. Nobody is pinged unless one person is addressed on purpose. */
import {
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { missingIn, type NeededPermission } from './permissions.ts';
import type { Payload } from './render/payload.ts';
import { plain } from './render/plain.ts';

export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** How a reply is sent. */
export interface Delivery {
  readonly ephemeral: boolean;
  /** The one person addressed, and the only one pinged. */
  readonly to?: string | undefined;
}

const quiet = (to: string | undefined) => ({ parse: [], users: to === undefined ? [] : [to], repliedUser: false });

/** A payload as discord.js sends it. */
function body(payload: Payload, to?: string) {
  const content = to === undefined ? payload.content : `<@${to}> ${payload.content ?? ''}`.trim();
  return {
    ...(content === undefined ? {} : { content }),
    embeds: payload.embeds,
    components: payload.components,
    allowedMentions: quiet(to),
  };
}

/** How long somebody waits without a sign before Discord shows that the bot is at work. */
export const PATIENCE_MS = 1_000;

/** Gives what the work gives; asks Discord for time where it takes longer than a second. */
export async function inTime<T>(work: Promise<T>, defer: () => Promise<unknown>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), PATIENCE_MS);
  });
  try {
    if (await Promise.race([work.then(() => false), late])) await defer();
  } finally {
    clearTimeout(timer);
  }
  return work;
}

/**
 * Answers an interaction with a new message: the first answer, what a deferred one waits for, or a follow-up where the
 * interaction was answered or its message is about to be updated.
 */
export async function reply(interaction: Repliable, payload: Payload, { ephemeral, to }: Delivery): Promise<void> {
  // What one person alone sees notifies nobody else.
  const content = body(payload, ephemeral ? undefined : to);
  const message = { ...content, ...(ephemeral ? { flags: MessageFlags.Ephemeral as const } : {}) };
  // Only a deferred reply knows whether it is private; a deferred update does not.
  const awaited = interaction.deferred && !interaction.replied && interaction.ephemeral !== null;
  if (awaited) await interaction.editReply(content);
  else if (interaction.deferred || interaction.replied) await interaction.followUp(message);
  else await interaction.reply(message);
}

/** Replaces the message that a component stands on. */
export async function update(interaction: MessageComponentInteraction, payload: Payload): Promise<void> {
  const message = { content: payload.content ?? null, ...body(payload) };
  if (interaction.deferred) await interaction.editReply(message);
  else await interaction.update(message);
}

/**
 * Answers a message with an ordinary reply, so that answers to it reach the bot without a privileged intent. Where the
 * channel does not let it embed, it says the same in text; where it cannot see the question, it does not point at it.
 */
export async function answerMessage(message: Message, payload: Payload): Promise<Message> {
  const missing = missingFor(message);
  const content = body(missing.includes('EmbedLinks') ? plain(payload) : payload);
  if (missing.includes('ReadMessageHistory') && message.channel.isSendable()) return message.channel.send(content);
  return message.reply({ ...content, failIfNotExists: false });
}

/** The permissions that the bot lacks where a message stands. */
export const missingFor = (message: Message): readonly NeededPermission[] =>
  message.inGuild() ? missingIn(message.channel, message.guild.members.me) : [];

/** Changes a reply that was sent before. */
export async function reviseMessage(message: Message, payload: Payload): Promise<void> {
  const shown = missingFor(message).includes('EmbedLinks') ? plain(payload) : payload;
  await message.edit({ content: shown.content ?? null, ...body(shown) });
}
