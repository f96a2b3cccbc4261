/** Buttons and selects under an answer. Their state is in their signed ids and in the message they stand on. */
import { ComponentType, type Message, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { parseRequest, type Request } from '../../answer/request.ts';
import type { ComponentState } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { originOf } from '../origin.ts';
import { isEphemeral, present } from '../present.ts';
import { contextOf, note, noteGap } from '../record.ts';
import { NONE } from '../render/listing.ts';
import { reasonModal } from '../render/modals.ts';
import { sentence } from '../render/payload.ts';
import { allSources, why } from '../render/reasons.ts';
import { reply, update } from '../send.ts';
import { handleAdminComponent } from './admin.ts';

/** Answers a press or a selection; a forged or foreign id gets a polite no. */
export async function handleComponent(desk: Desk, interaction: MessageComponentInteraction): Promise<void> {
  const state = desk.ids.read(interaction.customId);
  if (!state) return say(interaction, 'notice.expired');
  switch (state.action) {
    case 'topic':
      return show(desk, interaction, state, {
        kind: 'explain',
        topic: state.args[0] ?? '',
        depth: depthOf(state.args[1]),
      });
    case 'choose':
      return choose(desk, interaction, state);
    case 'compare':
      return show(desk, interaction, state, { kind: 'compare', sides: [state.args[0] ?? '', chosenIn(interaction)] });
    case 'page':
      return turnPage(desk, interaction, state);
    case 'sources':
    case 'why':
      return reason(desk, interaction, state);
    case 'good':
    case 'bad':
      return rate(desk, interaction, state);
    case 'delete':
      return remove(interaction, state);
    case 'publish':
      return publish(desk, interaction, state);
    case 'admin':
      return handleAdminComponent(desk, interaction, state);
    case 'reason':
    case 'preview':
      return say(interaction, 'notice.expired');
    default:
      return state.action satisfies never;
  }
}

const say = (
  interaction: MessageComponentInteraction,
  key: 'notice.expired' | 'notice.notyours' | 'none.noted' | 'feedback.thanks',
) => reply(interaction, sentence(wordsFor(interaction.locale)(key)), { ephemeral: true });

const depthOf = (word: string | undefined) => (word === 'simple' || word === 'technical' ? word : 'standard');
const chosenIn = (interaction: MessageComponentInteraction): string =>
  interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';

/** Shows another answer: in place for the person it belongs to, privately for anybody else. */
async function show(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { owner }: ComponentState,
  request: Request,
  page = 0,
): Promise<void> {
  const { locale, user } = interaction;
  const answer = desk.answerer().respond(request, contextOf(desk, interaction));
  note(desk, { request, answer }, interaction);
  const own = owner === user.id;
  const ephemeral = own ? isEphemeral(interaction) : true;
  const payload = present(desk, { request, answer }, { locale, owner: user.id, ephemeral, showOrigin: true, page });
  if (own) await update(interaction, payload);
  else await reply(interaction, payload, { ephemeral });
}

async function choose(desk: Desk, interaction: MessageComponentInteraction, state: ComponentState): Promise<void> {
  const chosen = chosenIn(interaction);
  if (chosen !== NONE) {
    const group = desk.answerer().catalog.get(chosen) ? undefined : chosen;
    return show(
      desk,
      interaction,
      state,
      group === undefined ? { kind: 'explain', topic: chosen, depth: 'standard' } : { kind: 'list', group },
    );
  }
  const question = await originOf(interaction.message);
  if (question)
    noteGap(desk, { question, reason: 'none-of-these', nearest: offered(interaction.message) }, interaction);
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

async function turnPage(desk: Desk, interaction: MessageComponentInteraction, state: ComponentState): Promise<void> {
  const origin = await originOf(interaction.message);
  if (origin === undefined) return say(interaction, 'notice.expired');
  return show(desk, interaction, state, parseRequest(origin), Number(state.args[0] ?? 0));
}

async function reason(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { action, args }: ComponentState,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  const answerer = desk.answerer();
  if (action === 'sources')
    return reply(interaction, allSources(answerer.catalog, args[0] ?? '', words), { ephemeral: true });
  const origin = await originOf(interaction.message);
  const asked = origin === undefined ? undefined : answered(desk, parseRequest(origin));
  await reply(interaction, why(answerer, asked, words), { ephemeral: true });
}

const answered = (desk: Desk, request: Request): { request: Request; answer: Answer } => ({
  request,
  answer: desk.answerer().respond(request),
});

async function rate(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { action, args }: ComponentState,
): Promise<void> {
  const [topic = ''] = args;
  if (action === 'bad') {
    await interaction.showModal(
      reasonModal(desk.ids, { topic, owner: interaction.user.id }, wordsFor(interaction.locale)),
    );
    return;
  }
  if (!desk.store.isOptedOut(interaction.user.id)) {
    desk.store.addFeedback({
      guild: interaction.guildId ?? undefined,
      topic,
      good: true,
      reason: undefined,
      at: desk.clock(),
    });
  }
  await say(interaction, 'feedback.thanks');
}

async function remove(interaction: MessageComponentInteraction, { owner }: ComponentState): Promise<void> {
  const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (owner !== interaction.user.id && !moderates) return say(interaction, 'notice.notyours');
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

async function publish(desk: Desk, interaction: MessageComponentInteraction, { owner }: ComponentState): Promise<void> {
  const origin = await originOf(interaction.message);
  if (owner !== interaction.user.id || origin === undefined) return say(interaction, 'notice.expired');
  const { request, answer } = answered(desk, parseRequest(origin));
  const payload = present(
    desk,
    { request, answer },
    { locale: interaction.locale, owner, ephemeral: false, showOrigin: true },
  );
  await reply(interaction, payload, { ephemeral: false });
}
