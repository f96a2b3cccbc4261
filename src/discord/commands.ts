/** The commands as data. Registered as they stand; names and descriptions in every language of the interface. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationIntegrationType as Install,
  ApplicationCommandOptionType as Option,
  InteractionContextType as Place,
  type RESTPostAPIApplicationCommandsJSONBody,
  ApplicationCommandType as Type,
} from 'discord.js';
import { ATTRIBUTES } from '../knowledge/vocabulary.ts';
import { ADMIN_COMMAND } from './admin-commands.ts';
import { en, type StringKey } from './locales/en.ts';
import { localizationsOf } from './locales/index.ts';
import { choice, titled } from './titled.ts';

type Subcommand = 'explain' | 'compare' | 'ask' | 'classify' | 'attribute' | 'list' | 'about' | 'help' | 'privacy';
type OptionName =
  | 'topic'
  | 'depth'
  | 'first'
  | 'second'
  | 'third'
  | 'fourth'
  | 'question'
  | 'subject'
  | 'fact'
  | 'category'
  | 'private'
  | 'for'
  | 'optout';

const option = (name: OptionName, describedBy: StringKey = `option.${name}.description` as StringKey) =>
  titled(`option.${name}`, describedBy);
const topic = (name: OptionName, required: boolean, describedBy?: StringKey) => ({
  ...option(name, describedBy),
  type: Option.String as const,
  required,
  autocomplete: true,
  min_length: 1,
  max_length: 100,
});
const side = (name: OptionName, required: boolean) => topic(name, required, 'option.side.description');

const addressing: readonly APIApplicationCommandBasicOption[] = [
  { ...option('private'), type: Option.Boolean, required: false },
  { ...option('for'), type: Option.User, required: false },
];

const depths = (['simple', 'standard', 'technical'] as const).map((depth) => choice(`depth.${depth}`, depth));

const facts = Object.entries(ATTRIBUTES).map(([value, { label }]) => ({ name: label, value }));

function subcommand(
  name: Subcommand,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return {
    ...titled(`command.${name}`, `command.${name}.description`),
    type: Option.Subcommand,
    options: [...options],
  };
}

const everywhere = {
  contexts: [Place.Guild, Place.BotDM, Place.PrivateChannel],
  integration_types: [Install.GuildInstall, Install.UserInstall],
};

/** Everything that people can call. */
export const COMMANDS = [
  {
    ...titled('command.layer', 'command.layer.description'),
    type: Type.ChatInput,
    ...everywhere,
    options: [
      subcommand('explain', [
        topic('topic', true),
        { ...option('depth'), type: Option.String, required: false, choices: depths },
        ...addressing,
      ]),
      subcommand('compare', [
        side('first', true),
        side('second', true),
        side('third', false),
        side('fourth', false),
        ...addressing,
      ]),
      subcommand('ask', [
        { ...option('question'), type: Option.String, required: true, min_length: 1, max_length: 1000 },
        ...addressing,
      ]),
      subcommand('classify', [topic('subject', true), ...addressing]),
      subcommand('attribute', [
        topic('subject', true),
        { ...option('fact'), type: Option.String, required: true, choices: facts },
        ...addressing,
      ]),
      subcommand('list', [topic('category', false), ...addressing]),
      subcommand('about'),
      subcommand('help'),
      subcommand('privacy', [{ ...option('optout'), type: Option.Boolean, required: false }]),
    ],
  },
  {
    type: Type.Message,
    name: en['command.menu.explain'],
    name_localizations: localizationsOf('command.menu.explain'),
    ...everywhere,
  },
  {
    type: Type.Message,
    name: en['command.menu.claim'],
    name_localizations: localizationsOf('command.menu.claim'),
    ...everywhere,
  },
  ADMIN_COMMAND,
] satisfies readonly RESTPostAPIApplicationCommandsJSONBody[];
