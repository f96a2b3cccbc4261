/** A person's command options, checked against the registration as Discord's client and server do. */
import { OptionType } from './constants.ts';
import { type FieldError, invalidForm } from './errors.ts';
import { isId } from './ids.ts';
import type { CommandOption } from './validate/commands.ts';
import type { World } from './world.ts';

export type OptionValue = string | number | boolean;

/** An option as it travels in an interaction. */
export interface GivenOption {
  readonly name: string;
  readonly type: number;
  readonly value?: OptionValue | undefined;
  readonly focused?: boolean | undefined;
  readonly options?: readonly GivenOption[] | undefined;
}

interface Level {
  readonly known: readonly CommandOption[];
  readonly given: readonly GivenOption[];
  readonly path: readonly (string | number)[];
  /** While an option is being completed, nothing is required yet and the focused value is partial. */
  readonly isPartial: boolean;
}

/** Throws 50035 for options that the registration does not allow: unknown, missing, of a wrong type or out of range. */
export function checkOptions(level: Level): void {
  const faults = faultsOf(level);
  if (faults.length > 0) throw invalidForm(...faults);
}

function faultsOf(level: Level): readonly FieldError[] {
  const { known, given, path, isPartial } = level;
  const branches = known.filter((each) => each.type <= OptionType.Group);
  if (branches.length > 0 && given.length !== 1) return [fault(path, 'A subcommand is required')];
  const missing = known.filter((each) => each.required && !given.some((one) => one.name === each.name));
  const ofGiven = given.flatMap((one, index) => {
    const at = [...path, index];
    const option = known.find((each) => each.name === one.name && each.type === one.type);
    if (option === undefined) return [fault(at, `Unknown option "${one.name}"`)];
    if (option.type > OptionType.Group) return one.focused ? [] : valueFaults(option, one.value, at);
    const inner = { known: option.options ?? [], given: one.options ?? [], path: [...at, 'options'], isPartial };
    return faultsOf(inner);
  });
  const required = missing.map((each) => fault([...path, each.name], `Option "${each.name}" is required`));
  return isPartial ? ofGiven : [...required, ...ofGiven];
}

function valueFaults(option: CommandOption, value: OptionValue | undefined, path: FieldError['path']): FieldError[] {
  const at = [...path, 'value'];
  if (!hasType(option.type, value)) return [fault(at, `The value of "${option.name}" has the wrong type`)];
  const isChosen = !option.choices?.length || option.choices.some((choice) => choice.value === value);
  if (!isChosen) return [fault(at, `The value of "${option.name}" is not one of its choices`)];
  const size = typeof value === 'string' ? [...value].length : Number(value);
  const isText = option.type === OptionType.String;
  const least = (isText ? option.min_length : option.min_value) ?? Number.NEGATIVE_INFINITY;
  const most = (isText ? (option.max_length ?? 6000) : option.max_value) ?? Number.POSITIVE_INFINITY;
  const isNumber = option.type === OptionType.Integer || option.type === OptionType.Number;
  const inRange = !(isText || isNumber) || (size >= least && size <= most);
  return inRange ? [] : [fault(at, `The value of "${option.name}" is out of range`)];
}

function hasType(type: number, value: OptionValue | undefined): boolean {
  if (type === OptionType.Boolean) return typeof value === 'boolean';
  if (type === OptionType.Integer) return Number.isSafeInteger(value);
  if (type === OptionType.Number) return typeof value === 'number' && Number.isFinite(value);
  if (type === OptionType.String) return typeof value === 'string' && value !== '';
  return typeof value === 'string' && isId(value);
}

function fault(path: FieldError['path'], message: string): FieldError {
  return { path: ['data', ...path], code: 'APPLICATION_COMMAND_OPTIONS_VALUE_INVALID', message };
}

/** Gives the users, members, roles and channels that the options name, as `resolved` carries them. */
export function resolveOptions(world: World, guildId: string | undefined, given: readonly GivenOption[]) {
  const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
  const ids = entityIds(given);
  const collect = (look: (id: string) => unknown): Readonly<Record<string, unknown>> =>
    Object.fromEntries(ids.map((id) => [id, look(id)]).filter(([, found]) => found !== undefined));
  const all = {
    users: collect((id) => world.accounts.get(id)?.user),
    members: collect((id) => guild?.members.get(id)),
    roles: collect((id) => guild?.roles.get(id)),
    channels: collect((id) => {
      const channel = world.channels.get(id);
      return channel && { id, type: channel.type, name: channel.name, permissions: '0' };
    }),
  };
  const filled = Object.entries(all).filter(([, part]) => Object.keys(part).length > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function entityIds(given: readonly GivenOption[]): readonly string[] {
  const named: readonly number[] = [OptionType.User, OptionType.Role, OptionType.Channel, OptionType.Mentionable];
  return given.flatMap((each) => [
    ...(named.includes(each.type) && each.value !== undefined ? [String(each.value)] : []),
    ...entityIds(each.options ?? []),
  ]);
}
