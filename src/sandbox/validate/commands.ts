/** The bodies that register application commands. */
import * as z from 'zod';
import { CommandType, OptionType } from '../constants.ts';
import { list, refuse, text } from './forms.ts';

const CHARACTERS_OF_A_COMMAND = 8_000;
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

const localizations = z.record(z.string(), text(1, 100)).nullish();

const chatName = z.string().superRefine((value, context) => {
  if (CHAT_NAME.test(value) && value === value.toLowerCase()) return;
  refuse(context, [], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
});

const choice = z.object({
  name: text(1, 100),
  name_localizations: localizations,
  value: z.union([text(1, 100), z.number()]),
});

const optionFields = {
  type: z.int().min(OptionType.Subcommand).max(OptionType.Attachment),
  name: chatName,
  name_localizations: localizations,
  description: text(1, 100),
  description_localizations: localizations,
  required: z.boolean().nullish(),
  choices: list(choice, 0, 25).nullish(),
  autocomplete: z.boolean().nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
  channel_types: z.array(z.int()).nullish(),
};

export interface CommandOption extends z.output<z.ZodObject<typeof optionFields>> {
  readonly options?: readonly CommandOption[] | null | undefined;
}

const option: z.ZodType<CommandOption> = z
  .object({
    ...optionFields,
    get options() {
      return list(option, 0, 25).nullish();
    },
  })
  .superRefine((value, context) => {
    checkOptions(value.options ?? [], value.type, context);
    if (value.autocomplete && value.choices?.length) {
      const message = 'Autocomplete options cannot have choices';
      refuse(context, ['autocomplete'], 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message);
    }
  });

const command = z
  .object({
    name: z.string(),
    name_localizations: localizations,
    description: z.string().nullish(),
    description_localizations: localizations,
    type: z.int().min(1).max(3).default(CommandType.ChatInput),
    options: list(option, 0, 25).nullish(),
    default_member_permissions: z.union([z.string().regex(/^\d+$/), z.int().transform(String)]).nullish(),
    dm_permission: z.boolean().nullish(),
    integration_types: z.array(z.int().min(0).max(1)).nullish(),
    contexts: z.array(z.int().min(0).max(2)).nullish(),
    nsfw: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    if (value.type === CommandType.ChatInput) checkChatCommand(value, context);
    else checkMenuCommand(value, context);
    checkOptions(value.options ?? [], undefined, context);
    if (charactersIn(value) > CHARACTERS_OF_A_COMMAND) {
      const message = `Command exceeds maximum size (${CHARACTERS_OF_A_COMMAND})`;
      refuse(context, [], 'APPLICATION_COMMAND_TOO_LARGE', message);
    }
  });

export type CommandForm = z.output<typeof command>;

export const commandForm = command;

/** A bulk overwrite: each name once a type. */
export const commandList = z.array(command).superRefine((value, context) => {
  value.forEach((each, index) => {
    const first = value.findIndex((other) => other.name === each.name && other.type === each.type);
    if (first === index) return;
    const message = 'Application command names must be unique';
    refuse(context, [index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
  });
});

interface Named {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly options?: readonly CommandOption[] | null | undefined;
}

function checkChatCommand(value: Named, context: z.core.$RefinementCtx): void {
  if (!CHAT_NAME.test(value.name) || value.name !== value.name.toLowerCase()) {
    refuse(context, ['name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  const length = [...(value.description ?? '')].length;
  if (length === 0) refuse(context, ['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  if (length > 100) refuse(context, ['description'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
}

function checkMenuCommand(value: Named, context: z.core.$RefinementCtx): void {
  if (value.name.trim() === '' || [...value.name].length > 32) {
    refuse(context, ['name'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 32 in length.');
  }
  for (const field of ['description', 'options'] as const) {
    if (!value[field]?.length) continue;
    const message = 'Context menu commands cannot have this field';
    refuse(context, [field], 'APPLICATION_COMMAND_CONTEXT_MENU_FIELD', message);
  }
}

/** Options under one parent: names once, required ones first, subcommands apart from values and not too deep. */
function checkOptions(
  options: readonly CommandOption[],
  parent: number | undefined,
  context: z.core.$RefinementCtx,
): void {
  const isBranch = (each: CommandOption) => each.type <= OptionType.Group;
  options.forEach((each, index) => {
    const at = ['options', index];
    const previous = options[index - 1];
    if (options.findIndex((other) => other.name === each.name) !== index) {
      refuse(context, [...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    if (each.required && previous !== undefined && !previous.required) {
      const message = 'Required options must be placed before non-required options';
      refuse(context, at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    const misplaced =
      (previous !== undefined && isBranch(each) !== isBranch(previous)) ||
      (parent === OptionType.Subcommand && isBranch(each)) ||
      (parent === OptionType.Group && each.type !== OptionType.Subcommand) ||
      (parent !== undefined && parent > OptionType.Group);
    if (misplaced) {
      refuse(
        context,
        at,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
    }
  });
}

interface Counted {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly options?: readonly Counted[] | null | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | null | undefined;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
  readonly description_localizations?: Readonly<Record<string, string>> | null | undefined;
}

/** Names, descriptions and values count, in the longest of their languages. */
function charactersIn(each: Counted): number {
  const longest = (own: string, others: Readonly<Record<string, string>> | null | undefined) =>
    Math.max(own.length, ...Object.values(others ?? {}).map((other) => other.length));
  const choices = (each.choices ?? []).reduce((sum, { name, value }) => sum + name.length + String(value).length, 0);
  const inner = (each.options ?? []).reduce((sum, option) => sum + charactersIn(option), 0);
  const own = longest(each.name, each.name_localizations);
  return own + longest(each.description ?? '', each.description_localizations) + choices + inner;
}
