/** Gateway events → handlers. Nothing that a handler throws gets further than here. */
import type { Interaction, Message, PartialMessage } from 'discord.js';
import type { Desk } from './desk.ts';
import { handleAdmin } from './handlers/admin.ts';
import { handleAutocomplete } from './handlers/autocomplete.ts';
import { handleComponent } from './handlers/component.ts';
import { handleMenu } from './handlers/menu.ts';
import { apologizeFor, handleEdit, handleMessage, type Memory } from './handlers/message.ts';
import { handleModal } from './handlers/modal.ts';
import { handleLayer } from './handlers/slash.ts';
import { en } from './locales/en.ts';
import { wordsFor } from './locales/index.ts';
import { sentence } from './render/payload.ts';
import { type Repliable, reply } from './send.ts';
import { isHarmless, loggable } from './trouble.ts';

/** Handles the events that the client hands on. */
export interface Router {
  interaction(interaction: Interaction): Promise<void>;
  message(message: Message): Promise<void>;
  edit(message: Message | PartialMessage): Promise<void>;
  /** Resolves when nothing is in hand any more. */
  idle(): Promise<void>;
}

/** Builds the router. */
export function createRouter(desk: Desk, memory: Memory): Router {
  const inHand = new Set<Promise<void>>();
  const keep = (work: Promise<void>): Promise<void> => {
    inHand.add(work);
    return work.finally(() => inHand.delete(work));
  };
  const guard = (what: string, work: () => Promise<void>, apologize?: () => Promise<void>) =>
    keep(
      work().catch(async (error: unknown) => {
        if (isHarmless(error)) return desk.log.debug({ error: loggable(error), what }, 'could not reply');
        desk.log.error({ error: loggable(error), what }, 'handler failed');
        await apologize?.().catch((second: unknown) =>
          desk.log.debug({ error: loggable(second), what }, 'could not apologize'),
        );
      }),
    );
  return {
    interaction: (interaction) =>
      guard(
        nameOf(interaction),
        () => timed(desk, interaction),
        () => apologize(interaction),
      ),
    message: (message) =>
      guard(
        'message',
        () => handleMessage(desk, memory, message),
        () => apologizeFor(message),
      ),
    edit: (message) => guard('edit', async () => (message.partial ? undefined : handleEdit(desk, memory, message))),
    async idle() {
      while (inHand.size > 0) await Promise.allSettled(inHand);
    },
  };
}

async function timed(desk: Desk, interaction: Interaction): Promise<void> {
  const arrived = desk.clock();
  await route(desk, interaction);
  if (interaction.isRepliable()) desk.health.noteAnswer(desk.clock() - arrived);
}

async function route(desk: Desk, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return handleAutocomplete(desk, interaction);
  if (!isOurs(interaction)) return;
  const wait = desk.limiter(interaction.user.id, interaction.guildId);
  if (wait > 0) {
    const slow = wordsFor(interaction.locale)('notice.slow', { seconds: wait });
    return reply(interaction, sentence(slow), { ephemeral: true });
  }
  if (interaction.isChatInputCommand())
    return interaction.commandName === en['command.admin']
      ? handleAdmin(desk, interaction)
      : handleLayer(desk, interaction);
  if (interaction.isMessageContextMenuCommand()) return handleMenu(desk, interaction);
  if (interaction.isMessageComponent()) return handleComponent(desk, interaction);
  if (interaction.isModalSubmit()) return handleModal(desk, interaction);
}

/** Whether it is of a kind that the bot registers or sends. */
const isOurs = (interaction: Interaction): interaction is Interaction & Repliable =>
  interaction.isChatInputCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isMessageComponent() ||
  interaction.isModalSubmit();

async function apologize(interaction: Interaction): Promise<void> {
  const calm = sentence(wordsFor(interaction.locale)('notice.error'));
  if (interaction.isAutocomplete()) await interaction.respond([]);
  else if (isOurs(interaction)) await reply(interaction, calm, { ephemeral: true });
}

const nameOf = (interaction: Interaction): string =>
  interaction.isCommand() || interaction.isAutocomplete() ? interaction.commandName : 'component';
