/** Forms that came back filled in. */
import type { ModalSubmitInteraction } from 'discord.js';
import type { Desk } from '../desk.ts';
import { oneLine } from '../escape.ts';
import { wordsFor } from '../locales/index.ts';
import { originOf } from '../origin.ts';
import { noteGap } from '../record.ts';
import { REASON_FIELD } from '../render/modals.ts';
import { sentence } from '../render/payload.ts';
import { reply } from '../send.ts';
import { handlePreview } from './admin-preview.ts';

/** Keeps the reason why an answer did not help, and its question as a gap. */
export async function handleModal(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
  const say = wordsFor(interaction.locale);
  const state = desk.ids.read(interaction.customId);
  if (state?.action === 'preview') return handlePreview(desk, interaction);
  if (state?.action !== 'reason') return reply(interaction, sentence(say('notice.expired')), { ephemeral: true });
  const [topic = ''] = state.args;
  const reason = oneLine(interaction.fields.getTextInputValue(REASON_FIELD), 500);
  if (!desk.store.isOptedOut(interaction.user.id)) {
    desk.store.addFeedback({
      guild: interaction.guildId ?? undefined,
      topic,
      good: false,
      reason: reason === '' ? undefined : reason,
      at: desk.clock(),
    });
    const question = interaction.message ? await originOf(interaction.message) : undefined;
    if (question) noteGap(desk, { question, reason: 'not-helpful', nearest: [topic] }, interaction);
  }
  await reply(interaction, sentence(say('feedback.thanks')), { ephemeral: true });
}
