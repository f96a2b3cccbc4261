import { ChannelType, CommandType } from './constants.ts';
import { refusals } from './errors.ts';
import type { CommandForm } from './validate/commands.ts';
import { type ChannelState, raise } from './world.ts';

/** A registered application command, as Discord lists it. */
export interface Command extends Readonly<CommandForm> {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly guild_id?: string;
}

const EVERYWHERE = 'everywhere';
const CONTEXT_OF_SERVER = 0;
const CONTEXT_OF_BOT_DM = 1;

export type CommandStore = ReturnType<typeof createCommands>;

/** Gives the commands that the application registered: everywhere, and for single servers. */
export function createCommands(applicationId: string, nextId: () => string) {
  const scopes = new Map<string, Map<string, Command>>();

  function scope(guildId: string | undefined): Map<string, Command> {
    const key = guildId ?? EVERYWHERE;
    const known = scopes.get(key) ?? new Map<string, Command>();
    scopes.set(key, known);
    return known;
  }

  function twin(guildId: string | undefined, form: CommandForm): Command | undefined {
    return [...scope(guildId).values()].find((each) => each.name === form.name && each.type === form.type);
  }

  function make(guildId: string | undefined, form: CommandForm, id: string): Command {
    const placed = guildId === undefined ? {} : { guild_id: guildId };
    return {
      ...form,
      id,
      application_id: applicationId,
      version: nextId(),
      ...placed,
      description: form.description ?? '',
      default_member_permissions: form.default_member_permissions ?? null,
      integration_types: form.integration_types ?? [0],
      contexts: form.contexts ?? null,
      nsfw: form.nsfw ?? false,
    };
  }

  /** Adds a command, or replaces the one with its name and type; `isNew` tells which. */
  function put(guildId: string | undefined, form: CommandForm, id?: string): { command: Command; isNew: boolean } {
    const before = id ?? twin(guildId, form)?.id;
    const command = make(guildId, form, before ?? nextId());
    scope(guildId).set(command.id, command);
    return { command, isNew: before === undefined };
  }

  /** Replaces all commands of the scope; those that keep their name and type keep their id. */
  function replace(guildId: string | undefined, forms: readonly CommandForm[]): readonly Command[] {
    const next = forms.map((form) => make(guildId, form, twin(guildId, form)?.id ?? nextId()));
    scopes.set(guildId ?? EVERYWHERE, new Map(next.map((each) => [each.id, each])));
    return next;
  }

  /** Gives what a person may use in a channel. */
  function usableIn(channel: ChannelState): readonly Command[] {
    const isDm = channel.type === ChannelType.Dm;
    const context = isDm ? CONTEXT_OF_BOT_DM : CONTEXT_OF_SERVER;
    const global = [...scope(undefined).values()].filter((each) =>
      each.contexts ? each.contexts.includes(context) : !isDm || each.dm_permission !== false,
    );
    return isDm ? global : [...global, ...scope(channel.guildId).values()];
  }

  return {
    put,
    replace,
    usableIn,
    list: (guildId: string | undefined) => [...scope(guildId).values()],
    remove: (guildId: string | undefined, id: string) => scope(guildId).delete(id),
    get: (guildId: string | undefined, id: string): Command =>
      scope(guildId).get(id) ?? raise(refusals.unknownCommand()),
    /** Gives the chat command of that name in the channel. */
    named: (channel: ChannelState, name: string) =>
      usableIn(channel).find((each) => each.name === name && each.type === CommandType.ChatInput),
  };
}
