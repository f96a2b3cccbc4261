/** `/layer-admin …`: settings of a server, how the bot is doing, and what people could not find. */
import { type ChatInputCommandInteraction, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import { DEPTHS } from '../../answer/answer.ts';
import { CHANNEL_MODES } from '../../store/store.ts';
import { ADMIN_SUBCOMMANDS, type AdminSubcommand, MODE_CHANNELS, SERVER_LANGUAGE } from '../admin-commands.ts';
import type { ComponentState } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { missingIn } from '../permissions.ts';
import { missingNotice, renderFeedback, renderSettings, renderStatus, saved } from '../render/admin.ts';
import { previewModal } from '../render/admin-preview.ts';
import { type Payload, sentence } from '../render/payload.ts';
import { reply } from '../send.ts';
import { askForget, forget } from './admin-forget.ts';
import { handleGapChoice, showGaps } from './admin-gaps.ts';

type AdminCommand = ChatInputCommandInteraction<'cached'>;
type AdminComponent = MessageComponentInteraction<'cached'>;

/**
 * What changes or erases anything needs Manage Server in any case. The rest is for whomever the server lets use the
 * command: its owner may open it to moderators.
 */
const CHANGES: ReadonlySet<AdminSubcommand> = new Set(['channel', 'defaults', 'floor', 'language', 'forget']);

/** Answers a command of administrators, always privately. */
export async function handleAdmin(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const say = wordsFor(interaction.locale);
  const name = ADMIN_SUBCOMMANDS.find((one) => one === interaction.options.getSubcommand());
  if (!interaction.inCachedGuild() || !name || (CHANGES.has(name) && !managesServer(interaction)))
    return reply(interaction, sentence(say('admin.refused')), { ephemeral: true });
  switch (name) {
    case 'preview':
      return void (await interaction.showModal(previewModal(desk.ids, interaction.user.id, say)));
    case 'gaps':
      return showGaps(desk, interaction);
    case 'forget':
      return askForget(desk, interaction);
    default:
      return reply(interaction, answerTo(name)(desk, interaction), { ephemeral: true });
  }
}

/** Answers a button or select of administrators; only for the person it was shown to. */
export async function handleAdminComponent(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { args, owner }: ComponentState,
): Promise<void> {
  const say = wordsFor(interaction.locale);
  const [what, ...rest] = args;
  if (!interaction.inCachedGuild() || owner !== interaction.user.id)
    return reply(interaction, sentence(say('notice.expired')), { ephemeral: true });
  if (what !== 'forget') return handleGapChoice(desk, interaction, { what, args: rest });
  if (!managesServer(interaction)) return reply(interaction, sentence(say('admin.refused')), { ephemeral: true });
  return forget(desk, interaction, rest[0]);
}

const managesServer = ({ memberPermissions }: AdminCommand | AdminComponent): boolean =>
  memberPermissions.has(PermissionFlagsBits.ManageGuild);

type Answering = (desk: Desk, interaction: AdminCommand) => Payload;

const ANSWERS: Readonly<Record<Exclude<AdminSubcommand, 'preview' | 'gaps' | 'forget'>, Answering>> = {
  channel: setChannel,
  defaults: setDefaults,
  floor: setFloor,
  language: setLanguage,
  status,
  feedback,
};
const answerTo = (name: keyof typeof ANSWERS): Answering => ANSWERS[name];

function setChannel(desk: Desk, { options, guild, guildId, locale }: AdminCommand): Payload {
  const say = wordsFor(locale);
  const channel = options.getChannel('channel', true, MODE_CHANNELS);
  const mode = CHANNEL_MODES.find((one) => one === options.getString('mode')) ?? 'mention';
  const settings = desk.store.settings(guildId);
  const { [channel.id]: _before, ...others } = settings.channels;
  // Mentions are answered wherever nothing else is said.
  const channels = mode === 'mention' ? others : { ...others, [channel.id]: mode };
  desk.store.saveSettings(guildId, { ...settings, channels });
  const missing = mode === 'off' ? [] : missingIn(channel, guild.members.me);
  const intent = mode === 'when-confident' && !desk.messageContent ? say('admin.intent') : undefined;
  return saved([missingNotice(channel.id, missing, say), intent], say);
}

function setDefaults(desk: Desk, { options, guildId, locale }: AdminCommand): Payload {
  const before = desk.store.settings(guildId);
  const settings = {
    ...before,
    private: options.getBoolean('private') ?? before.private,
    depth: DEPTHS.find((one) => one === options.getString('depth')) ?? before.depth,
  };
  desk.store.saveSettings(guildId, settings);
  return renderSettings(settings, wordsFor(locale));
}

function setFloor(desk: Desk, { options, guildId, locale }: AdminCommand): Payload {
  const settings = { ...desk.store.settings(guildId), floor: options.getNumber('confidence', true) };
  desk.store.saveSettings(guildId, settings);
  return renderSettings(settings, wordsFor(locale));
}

function setLanguage(desk: Desk, { options, guildId, locale }: AdminCommand): Payload {
  const code = options.getString('language', true);
  const { language: _before, ...rest } = desk.store.settings(guildId);
  const settings = code === SERVER_LANGUAGE ? rest : { ...rest, language: code };
  desk.store.saveSettings(guildId, settings);
  return renderSettings(settings, wordsFor(locale));
}

function status(desk: Desk, { client, guildId, locale }: AdminCommand): Payload {
  const { health } = desk;
  return renderStatus(
    {
      knowledge: desk.answerer().catalog.knowledge,
      faulty: health.faultyKnowledge(),
      startedAt: health.startedAt,
      // Before the first heartbeat was answered the ping is negative.
      gateway: client.ws.ping < 0 ? undefined : client.ws.ping,
      answer: health.medianAnswer(),
      intents: client.options.intents.toArray(),
      messageContent: desk.messageContent,
      settings: desk.store.settings(guildId),
    },
    wordsFor(locale),
  );
}

const MAX_FEEDBACK = 2_000;

function feedback(desk: Desk, { guildId, locale }: AdminCommand): Payload {
  const { catalog } = desk.answerer();
  const nameOf = (topic: string) => (catalog.get(topic) ?? catalog.asset(topic))?.name ?? topic;
  return renderFeedback(desk.store.feedback({ guild: guildId, limit: MAX_FEEDBACK }), nameOf, wordsFor(locale));
}
