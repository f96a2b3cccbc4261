/** The context menus of messages: explain this message, check this claim. Both answer privately first. */
import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { checkClaims } from '../../answer/claims.ts';
import { termsIn } from '../../answer/terms.ts';
import type { Desk } from '../desk.ts';
import { en } from '../locales/en.ts';
import { wordsFor } from '../locales/index.ts';
import { withoutMention } from '../origin.ts';
import { viewOf } from '../present.ts';
import { renderClaims, renderTerms } from '../render/menus.ts';
import { reply } from '../send.ts';

/** Answers a context menu command. */
export async function handleMenu(desk: Desk, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const { locale, user, targetMessage } = interaction;
  const text = withoutMention(
    [targetMessage.content, ...targetMessage.embeds.map(({ description }) => description ?? '')].join('\n'),
    interaction.client.user.id,
  );
  const answerer = desk.answerer();
  const view = viewOf(desk, { locale, owner: user.id, ephemeral: true, showOrigin: true }, text);
  const payload =
    interaction.commandName === en['command.menu.claim']
      ? renderClaims(checkClaims(answerer, text), view, wordsFor(locale))
      : renderTerms(termsIn(answerer, text), view, wordsFor(locale));
  await reply(interaction, payload, { ephemeral: true });
}
