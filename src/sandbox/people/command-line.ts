/** From "layer explain" and named values to the options of an interaction, as Discord's slash picker makes them. */
import type { Command } from '../commands.ts';
import { OptionType } from '../constants.ts';
import type { GivenOption, OptionValue } from '../options.ts';
import type { CommandOption } from '../validate/commands.ts';

export interface CommandUse {
  readonly command: Command;
  readonly options: readonly GivenOption[];
}

/** The option that is being typed, for autocomplete. */
export interface Focus {
  readonly name: string;
  readonly text: string;
}

/** Gives the command that the path names with its options; throws an Error that says what is registered instead. */
export function resolveCommand(
  commands: readonly Command[],
  path: string,
  values: Readonly<Record<string, OptionValue>>,
  focus?: Focus,
): CommandUse {
  const [name, ...rest] = path.trim().replace(/^\//, '').split(/\s+/);
  const command = commands.find((each) => each.type === 1 && each.name === name);
  if (command === undefined) {
    throw new Error(`No command "${path}"; registered are: ${names(commands.filter((each) => each.type === 1))}`);
  }
  return { command, options: descend(command.options ?? [], rest, path, (known) => fill(known, path, values, focus)) };
}

function descend(
  known: readonly CommandOption[],
  steps: readonly string[],
  path: string,
  leaf: (known: readonly CommandOption[]) => readonly GivenOption[],
): readonly GivenOption[] {
  const branches = known.filter((each) => each.type <= OptionType.Group);
  const [step, ...rest] = steps;
  const next = branches.find((each) => each.name === step);
  if (next !== undefined) {
    return [{ name: next.name, type: next.type, options: descend(next.options ?? [], rest, path, leaf) }];
  }
  if (branches.length > 0) throw new Error(`"${path}" needs one of: ${names(branches)}`);
  if (step !== undefined) throw new Error(`"${path}" has no subcommand "${step}"`);
  return leaf(known);
}

function fill(
  known: readonly CommandOption[],
  path: string,
  values: Readonly<Record<string, OptionValue>>,
  focus: Focus | undefined,
): readonly GivenOption[] {
  const type = (name: string) => {
    const option = known.find((each) => each.name === name);
    if (option === undefined) throw new Error(`"${path}" has no option "${name}"; it has: ${names(known) || 'none'}`);
    return option.type;
  };
  const given = Object.entries(values).map(([name, value]): GivenOption => ({ name, type: type(name), value }));
  if (focus === undefined) return given;
  return [...given, { name: focus.name, type: type(focus.name), value: focus.text, focused: true }];
}

function names(all: readonly { readonly name: string }[]): string {
  return all.map((each) => each.name).join(', ');
}
