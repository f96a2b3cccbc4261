/** Buttons and selects under an answer. Their state is in their signed ids and in the message they stand on. */
import type { MessageComponentInteraction } from 'discord.js';
import type { Desk } from '../desk.ts';
import { NONE } from '../render/listing.ts';
import { handleAdminComponent } from './admin.ts';
import { choose, show, turnPage } from './browse.ts';
import { say } from './component-origin.ts';
import { noneOfThese, publish, rate, reason, remove } from './review.ts';

/** Answers a press or a selection; a forged or foreign id gets a polite no. */
export async function handleComponent(desk: Desk, interaction: MessageComponentInteraction): Promise<void> {
  const state = desk.ids.read(interaction.customId);
  if (!state) return say(interaction, 'notice.expired');
  switch (state.action) {
    case 'topic':
      return show(desk, interaction, state, {
        request: { kind: 'explain', topic: state.args[0] ?? '', depth: depthOf(state.args[1]) },
      });
    case 'choose':
      return chosenIn(interaction) === NONE
        ? noneOfThese(desk, interaction, state)
        : choose(desk, interaction, state, chosenIn(interaction));
    case 'compare':
      return show(desk, interaction, state, {
        request: { kind: 'compare', sides: [state.args[0] ?? '', chosenIn(interaction)] },
      });
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

const depthOf = (word: string | undefined) => (word === 'simple' || word === 'technical' ? word : 'standard');
const chosenIn = (interaction: MessageComponentInteraction): string =>
  interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
