/** `/layer-admin forget`: erases a server's or a person's data, after a question. */
import { ButtonStyle, type ChatInputCommandInteraction, type MessageComponentInteraction } from 'discord.js';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { button, buttonRow } from '../render/controls.ts';
import { rows } from '../render/frame.ts';
import { sentence } from '../render/payload.ts';
import { reply, update } from '../send.ts';

/** Says what would be erased, with a button that does it. */
export async function askForget(desk: Desk, interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
  const { options, locale, user } = interaction;
  const say = wordsFor(locale);
  const person = options.getUser('user');
  const hand = { ids: desk.ids, say, owner: user.id };
  const args = person ? ['forget', person.id] : ['forget'];
  const confirm = button(hand, 'admin', { label: say('forget.confirm'), args, style: ButtonStyle.Danger });
  const question = person ? say('forget.person', { person: `<@${person.id}>` }) : say('forget.server');
  await reply(interaction, { ...sentence(question), components: rows([buttonRow([confirm])]) }, { ephemeral: true });
}

/** Erases a person's data, or without one the server's. */
export async function forget(
  desk: Desk,
  interaction: MessageComponentInteraction<'cached'>,
  person: string | undefined,
): Promise<void> {
  if (person === undefined) desk.store.forgetServer(interaction.guildId);
  else desk.talks.forgetPerson(person);
  await update(interaction, sentence(wordsFor(interaction.locale)('forget.done')));
}
