/** What is offered while one types: commands, people, and values of options. */
import { OptionType } from '../../../constants.ts';
import { type Entry, type Filled, findEntries, sentOptions } from '../commands.ts';
import type { Page } from '../page.ts';
import type { CommandOption } from '../types.ts';

const MOST = 25;

/** One thing to choose from the list. */
export type Suggestion = {
  readonly label: string;
  readonly description?: string;
} & (
  | { readonly kind: 'command'; readonly entry: Entry }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'option'; readonly option: CommandOption }
);

/** Gives the commands for a text that begins with a slash, or the people for one whose last word begins with @. */
export function textSuggestions(page: Page, entries: readonly Entry[], text: string): readonly Suggestion[] {
  const slash = /^\/([^\n]*)$/.exec(text)?.[1];
  if (slash !== undefined) {
    return findEntries(entries, slash).map((entry) => ({
      kind: 'command',
      label: `/${entry.path}`,
      description: entry.description,
      entry,
    }));
  }
  const typed = /(?:^|\s)@([\w.]*)$/.exec(text)?.[1];
  return typed === undefined ? [] : people(page, typed).map((name) => ({ kind: 'person', label: `@${name}`, name }));
}

function people({ world }: Page, typed: string): readonly string[] {
  const names = [...world.users.values()].map(({ id }) => world.nameOf(id));
  return names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase())).slice(0, MOST);
}

/** Gives the values that an option offers by itself; undefined where the bot must be asked. */
export function ownValues(page: Page, option: CommandOption, text: string): readonly Suggestion[] | undefined {
  if (option.autocomplete) return undefined;
  const typed = text.trim().toLowerCase();
  return choicesOf(page, option)
    .filter(({ label }) => label.toLowerCase().includes(typed))
    .slice(0, MOST);
}

function choicesOf({ world }: Page, { type, choices }: CommandOption): readonly Suggestion[] {
  if (choices?.length) return choices.map(({ name, value }) => ({ kind: 'value', label: name, value }));
  if (type === OptionType.Boolean) {
    return [
      { kind: 'value', label: 'True', value: true },
      { kind: 'value', label: 'False', value: false },
    ];
  }
  if (type === OptionType.User || type === OptionType.Mentionable)
    return [...world.users.values()].map(({ id }) => ({ kind: 'value', label: world.nameOf(id), value: id }));
  if (type === OptionType.Role) return [...world.roles].map(([value, label]) => ({ kind: 'value', label, value }));
  if (type !== OptionType.Channel) return [];
  return [...world.channels.values()].flatMap(({ id, name }) =>
    name ? [{ kind: 'value' as const, label: name, value: id }] : [],
  );
}

/** Asks the bot what an option may be; undefined where it does not answer. */
export async function askedValues(
  page: Page,
  { entry, filled, option }: { entry: Entry; filled: readonly Filled[]; option: CommandOption },
): Promise<readonly Suggestion[] | undefined> {
  const choices = await page.complete(page.ui.place, entry.command, sentOptions(entry, filled, option.name));
  return choices?.map(({ name, value }) => ({ kind: 'value', label: name, value }));
}

/** Gives the options that may still be added. */
export function addableOptions(entry: Entry, filled: readonly Filled[], text: string): readonly Suggestion[] {
  const has = new Set(filled.map(({ option }) => option.name));
  return entry.options
    .filter(({ name }) => !has.has(name) && name.includes(text.trim().toLowerCase()))
    .map((option) => ({ kind: 'option', label: option.name, description: option.description ?? '', option }));
}
