/** What people do about an answer: ask for its grounds, rate it, take it away, show it to all, say that it missed. */
import { ComponentType, type Message, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import { parseRequest } from '../../answer/request.ts';
import type { ComponentState } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { viewOf } from '../present.ts';
import { contextBefore, noteGap } from '../record.ts';
import { NONE } from '../render/listing.ts';
import { reasonModal } from '../render/modals.ts';
import { republish } from '../render/publish.ts';
import { allSources, why } from '../render/reasons.ts';
import { reply } from '../send.ts';
import { askedBy, originIn, say } from './component-origin.ts';

/** Shows the sources of an answer, or why it was given; privately. */
export async function reason(
  desk: Desk,
  interaction: MessageComponentInteraction,
  state: ComponentState,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  const answerer = desk.answerer();
  if (state.action === 'sources')
    return reply(interaction, allSources(answerer.catalog, state.args[0] ?? '', words), { ephemeral: true });
  const origin = await originIn(interaction);
  if (origin === undefined) return say(interaction, 'notice.expired');
  const request = parseRequest(origin.question);
  const answer = answerer.respond(request, contextBefore(desk, askedBy(interaction, state), origin));
  await reply(interaction, why(answerer, { request, answer }, words), { ephemeral: true });
}

/** Keeps a thumb up, or asks what was wrong. */
export async function rate(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { action, args, owner }: ComponentState,
): Promise<void> {
  const [topic = ''] = args;
  const { user, guildId, locale } = interaction;
  if (desk.store.isOptedOut(user.id)) return say(interaction, 'privacy.out');
  if (action === 'bad') {
    await interaction.showModal(reasonModal(desk.ids, { topic, owner }, wordsFor(locale)));
    return;
  }
  desk.store.addFeedback({ guild: guildId ?? undefined, topic, good: true, reason: undefined, at: desk.clock() });
  await say(interaction, 'feedback.thanks');
}

/** Takes an answer away, for its owner and for moderators. */
export async function remove(interaction: MessageComponentInteraction, { owner }: ComponentState): Promise<void> {
  const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (owner !== interaction.user.id && !moderates) return say(interaction, 'notice.notyours');
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** Shows a private answer to all. */
export async function publish(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { owner }: ComponentState,
): Promise<void> {
  const { locale, user, message } = interaction;
  if (owner !== user.id) return say(interaction, 'notice.expired');
  const { hand } = viewOf(desk, { locale, owner, ephemeral: false, showOrigin: true }, '');
  await reply(interaction, republish(message, hand), { ephemeral: false });
}

/** Records that none of the topics offered was meant. */
export async function noneOfThese(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { owner }: ComponentState,
): Promise<void> {
  if (desk.store.isOptedOut(interaction.user.id)) return say(interaction, 'privacy.out');
  const origin = await originIn(interaction);
  const nearest = offered(interaction.message);
  if (origin) noteGap(desk, { question: origin.question, reason: 'none-of-these', nearest }, interaction, owner);
  return say(interaction, 'none.noted');
}

/** The ids that the message's selects offered. */
function offered(message: Message): readonly string[] {
  const ids: string[] = [];
  for (const row of message.components) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const one of row.components) {
      if (one.type === ComponentType.StringSelect) ids.push(...one.options.map(({ value }) => value));
    }
  }
  return ids.filter((id) => id !== NONE);
}
