/** Forms that came back filled in. */
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import type { ComponentState } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { oneLine } from '../escape.ts';
import { wordsFor } from '../locales/index.ts';
import { originOf } from '../origin.ts';
import { noteGap } from '../record.ts';
import { REASON_FIELD } from '../render/modals.ts';
import { sentence } from '../render/payload.ts';
import { inTime, reply } from '../send.ts';
import { handlePreview } from './admin-preview.ts';

/** Keeps the reason why an answer did not help, and its question as a gap. */
export async function handleModal(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
  const say = wordsFor(interaction.locale);
  const state = desk.ids.read(interaction.customId);
  if (state?.action === 'preview') return handlePreview(desk, interaction);
  if (state?.action !== 'reason') return reply(interaction, sentence(say('notice.expired')), { ephemeral: true });
  if (desk.store.isOptedOut(interaction.user.id))
    return reply(interaction, sentence(say('privacy.out')), { ephemeral: true });
  await keepReason(desk, interaction, state);
  await reply(interaction, sentence(say('feedback.thanks')), { ephemeral: true });
}

async function keepReason(desk: Desk, interaction: ModalSubmitInteraction, state: ComponentState): Promise<void> {
  const { fields, guildId, message } = interaction;
  const [topic = ''] = state.args;
  const reason = oneLine(fields.getTextInputValue(REASON_FIELD), 500) || undefined;
  desk.store.addFeedback({ guild: guildId ?? undefined, topic, good: false, reason, at: desk.clock() });
  if (!message) return;
  const origin = await inTime(originOf(message), () => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  if (origin)
    noteGap(desk, { question: origin.question, reason: 'not-helpful', nearest: [topic] }, interaction, state.owner);
}
