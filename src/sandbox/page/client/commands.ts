/** The bot's commands as a person meets them: each subcommand is one entry, its options filled one by one. */
import { OptionType } from '../../constants.ts';
import type { SentOption } from './interactions.ts';
import type { Command, CommandOption } from './types.ts';

/** A command that can be typed: "layer explain". */
export interface Entry {
  readonly path: string;
  readonly description: string;
  readonly command: Command;
  readonly branches: readonly CommandOption[];
  readonly options: readonly CommandOption[];
}

/** An option while it is filled: what is typed, and the value that was chosen for it. */
export interface Filled {
  readonly option: CommandOption;
  readonly text: string;
  readonly value: string | number | boolean | undefined;
}

/** Gives every chat command, subcommands opened up. */
export function entriesOf(commands: readonly Command[]): readonly Entry[] {
  return commands.filter(({ type }) => type === 1).flatMap((command) => open(command, [], command));
}

function open(command: Command, branches: readonly CommandOption[], node: Command | CommandOption): readonly Entry[] {
  const options = node.options ?? [];
  const inner = options.filter(({ type }) => type <= OptionType.Group);
  if (inner.length > 0) return inner.flatMap((each) => open(command, [...branches, each], each));
  const path = [command.name, ...branches.map(({ name }) => name)].join(' ');
  return [{ path, description: node.description ?? '', command, branches, options }];
}

/** Gives the entries that fit what is typed behind the slash, those that begin so first. */
export function findEntries(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = typed.trim().toLowerCase();
  const begins = entries.filter(({ path }) => path.startsWith(wanted));
  const words = wanted.split(/\s+/);
  const holds = entries.filter((entry) => !begins.includes(entry) && words.every((word) => entry.path.includes(word)));
  return [...begins, ...holds];
}

/** Gives the options as they are sent; `focus` names the one that is being completed. */
export function sentOptions(entry: Entry, filled: readonly Filled[], focus?: string): readonly SentOption[] {
  const values = filled
    .filter(({ option, text, value }) => option.name === focus || value !== undefined || text !== '')
    .map(({ option, text, value }): SentOption => {
      const base = { name: option.name, type: option.type };
      if (option.name === focus) return { ...base, value: text, focused: true };
      return { ...base, value: value ?? typedValue(option, text) };
    });
  return entry.branches.reduceRight<readonly SentOption[]>(
    (options, { name, type }) => [{ name, type, options }],
    values,
  );
}

function typedValue({ type, choices }: CommandOption, text: string): string | number | boolean {
  const chosen = choices?.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  if (chosen) return chosen.value;
  if (type === OptionType.Boolean) return text.trim().toLowerCase() === 'true';
  return type === OptionType.Integer || type === OptionType.Number ? Number(text) : text;
}

/** Gives the first required option that is still empty. */
export function missingOption(entry: Entry, filled: readonly Filled[]): CommandOption | undefined {
  const has = new Set(filled.filter(({ text }) => text.trim() !== '').map(({ option }) => option.name));
  return entry.options.find(({ name, required }) => required && !has.has(name));
}

/** Gives a command as a question in words, for the panel. */
export function questionOf(entry: Entry, filled: readonly Filled[]): string {
  const texts = filled
    .filter(({ option }) => option.type === OptionType.String && option.name !== 'depth')
    // A choice is offered as "name — description"; the name is what is asked about.
    .map(({ text }) => text.split(' — ')[0]?.trim() ?? '');
  const words = texts.filter((text) => text !== '');
  if (entry.path.endsWith('compare')) return words.join(' vs ');
  if (entry.path.endsWith('classify')) return `what layer is ${words.join(' ')}`;
  return words.join(' ');
}
