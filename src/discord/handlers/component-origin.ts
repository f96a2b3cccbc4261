/** What all controls under an answer share: the question that they stand under, and a sentence to who pressed. */
import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import type { ComponentState } from '../custom-id.ts';
import type { StringKey } from '../locales/en.ts';
import { wordsFor } from '../locales/index.ts';
import { type Origin, originOf } from '../origin.ts';
import type { Place } from '../record.ts';
import { sentence } from '../render/payload.ts';
import { inTime, reply } from '../send.ts';

/** The question behind the message that a component stands on; whoever waits for it sees that the bot is at work. */
export const originIn = (interaction: MessageComponentInteraction): Promise<Origin | undefined> =>
  inTime(originOf(interaction.message), () => interaction.deferReply({ flags: MessageFlags.Ephemeral }));

/** Where and by whom the question was asked that a control comes back to. */
export const askedBy = ({ guildId, channelId }: MessageComponentInteraction, { owner }: ComponentState): Place => ({
  guildId,
  channelId,
  user: { id: owner },
});

/** Says one sentence to who used a control, and to nobody else. */
export const say = (interaction: MessageComponentInteraction, key: StringKey): Promise<void> =>
  reply(interaction, sentence(wordsFor(interaction.locale)(key)), { ephemeral: true });
