/** `/layer-admin` as data: for members who may manage the server, in servers only. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ChannelType,
  ApplicationIntegrationType as Install,
  ApplicationCommandOptionType as Option,
  PermissionFlagsBits,
  InteractionContextType as Place,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  ApplicationCommandType as Type,
} from 'discord.js';
import { CHANNEL_MODES } from '../store/store.ts';
import { LOCALES } from './locales/index.ts';
import { choice, titled } from './titled.ts';

/** What an administrator can do. */
export const ADMIN_SUBCOMMANDS = [
  'channel',
  'defaults',
  'floor',
  'language',
  'status',
  'gaps',
  'feedback',
  'preview',
  'forget',
] as const;
export type AdminSubcommand = (typeof ADMIN_SUBCOMMANDS)[number];

/** Channels that can have a mode of their own. */
export const MODE_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildForum,
  ChannelType.GuildAnnouncement,
] as const satisfies readonly ChannelType[];

/** The choice that replies follow the server's own language. */
export const SERVER_LANGUAGE = 'server';

/** The languages of the interface, each once under its first code and by its own name. */
function languages(): readonly { readonly code: string; readonly name: string }[] {
  const all = Object.entries(LOCALES);
  const firsts = all.filter(([, strings], at) => all.findIndex(([, other]) => other === strings) === at);
  return firsts.map(([code]) => ({ code, name: languageName(code) ?? code }));
}

/** The name of a language in itself; undefined where it has none. */
export const languageName = (code: string): string | undefined =>
  new Intl.DisplayNames([code], { type: 'language' }).of(new Intl.Locale(code).language);

const OPTIONS: Readonly<Record<AdminSubcommand, readonly APIApplicationCommandBasicOption[]>> = {
  channel: [
    {
      ...titled('option.channel', 'option.channel.description'),
      type: Option.Channel,
      required: true,
      channel_types: [...MODE_CHANNELS],
    },
    {
      ...titled('option.mode', 'option.mode.description'),
      type: Option.String,
      required: true,
      choices: CHANNEL_MODES.map((mode) => choice(`mode.${mode}`, mode)),
    },
  ],
  defaults: [
    { ...titled('option.private', 'option.private.description'), type: Option.Boolean, required: false },
    {
      ...titled('option.depth', 'option.depth.description'),
      type: Option.String,
      required: false,
      choices: (['simple', 'standard', 'technical'] as const).map((depth) => choice(`depth.${depth}`, depth)),
    },
  ],
  floor: [
    {
      ...titled('option.confidence', 'option.confidence.description'),
      type: Option.Number,
      required: true,
      min_value: 0.5,
      max_value: 1,
    },
  ],
  language: [
    {
      ...titled('option.language', 'option.language.description'),
      type: Option.String,
      required: true,
      choices: [
        choice('language.server', SERVER_LANGUAGE),
        ...languages().map(({ code, name }) => ({ name, value: code })),
      ],
    },
  ],
  status: [],
  gaps: [],
  feedback: [],
  preview: [],
  forget: [{ ...titled('option.user', 'option.user.description'), type: Option.User, required: false }],
};

const subcommand = (name: AdminSubcommand): APIApplicationCommandSubcommandOption => ({
  ...titled(`command.admin.${name}`, `command.admin.${name}.description`),
  type: Option.Subcommand,
  options: [...OPTIONS[name]],
});

/** The command of administrators. */
export const ADMIN_COMMAND = {
  ...titled('command.admin', 'command.admin.description'),
  type: Type.ChatInput,
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  contexts: [Place.Guild],
  integration_types: [Install.GuildInstall],
  options: ADMIN_SUBCOMMANDS.map(subcommand),
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
