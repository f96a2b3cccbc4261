/** `/layer …`: reads the options into a request and shows the answer. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { DEPTHS, type Depth } from '../../answer/answer.ts';
import type { Request } from '../../answer/request.ts';
import { ATTRIBUTES, type AttributeName } from '../../knowledge/vocabulary.ts';
import { RETENTION_DAYS } from '../../store/store.ts';
import { MEMORY_MINUTES } from '../conversations.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { present, viewOf } from '../present.ts';
import { contextOf, note, usualDepth } from '../record.ts';
import { about, privacy } from '../render/about.ts';
import { help } from '../render/notices.ts';
import { reply } from '../send.ts';

/** Answers a slash command of `/layer`. */
export async function handleLayer(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const { options, locale, user, guildId } = interaction;
  const to = options.getUser('for')?.id;
  const usual = guildId !== null && desk.store.settings(guildId).private;
  const ephemeral = options.getBoolean('private') ?? (to === undefined && usual);
  const setting = { locale, owner: user.id, ephemeral, showOrigin: true };
  switch (options.getSubcommand()) {
    case 'help':
      return reply(interaction, help({ reason: 'asked' }, viewOf(desk, setting, '')), { ephemeral: true });
    case 'about':
      return reply(interaction, about(desk.answerer().catalog.knowledge, wordsFor(locale)), { ephemeral: true });
    case 'privacy':
      return showPrivacy(desk, interaction);
    default: {
      const request = requestOf(interaction, usualDepth(desk, interaction));
      const answer = desk.answerer().respond(request, contextOf(desk, interaction));
      const records = note(desk, { request, answer }, interaction);
      return reply(interaction, present(desk, { request, answer }, { ...setting, records }), { ephemeral, to });
    }
  }
}

async function showPrivacy(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const { options, user, locale } = interaction;
  const out = options.getBoolean('opt-out');
  if (out !== null) {
    desk.store.setOptedOut(user.id, out);
    if (out) desk.talks.forgetPerson(user.id);
  }
  const state = { optedOut: desk.store.isOptedOut(user.id), days: RETENTION_DAYS, minutes: MEMORY_MINUTES };
  await reply(interaction, privacy(state, wordsFor(locale)), { ephemeral: true });
}

/** The request that the options of a command make. */
function requestOf({ options }: ChatInputCommandInteraction, usual: Depth): Request {
  switch (options.getSubcommand()) {
    case 'explain': {
      const depth = options.getString('depth');
      return {
        kind: 'explain',
        topic: options.getString('topic', true),
        depth: DEPTHS.find((one) => one === depth) ?? usual,
      };
    }
    case 'compare':
      return {
        kind: 'compare',
        sides: ['first', 'second', 'third', 'fourth'].flatMap((name) => options.getString(name) ?? []),
      };
    case 'classify':
      return { kind: 'classify', subject: options.getString('subject', true) };
    case 'attribute': {
      const fact = options.getString('fact', true);
      const attribute = (Object.keys(ATTRIBUTES) as AttributeName[]).find((name) => name === fact);
      const subject = options.getString('subject', true);
      return attribute ? { kind: 'attribute', subject, attribute } : { kind: 'ask', question: `${fact} ${subject}` };
    }
    case 'list':
      return { kind: 'list', group: options.getString('category') ?? undefined };
    default:
      return { kind: 'ask', question: options.getString('question', true) };
  }
}
