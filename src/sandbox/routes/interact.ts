/** What people do to the bot: use a command, complete an option, press, select, submit; it becomes an INTERACTION_CREATE. */
import {
  ChannelType,
  CommandType,
  ComponentType,
  InteractionType,
  MessageType,
  OptionType,
  Permission,
} from '../constants.ts';
import type { Core } from '../core.ts';
import { deliver, type Told } from '../deliver.ts';
import { refusals } from '../errors.ts';
import { checkOptions, type GivenOption, resolveOptions } from '../options.ts';
import { guildPermissions, requirePermission } from '../permissions.ts';
import { type Call, done, ok, type RestReply, type Route } from '../rest.ts';
import {
  type CommandUseForm,
  type ComponentUseForm,
  type InteractionForm,
  type ModalSubmitForm,
  parseInteraction,
} from '../validate/interaction.ts';
import { checkControl, checkModalValues } from '../validate/submissions.ts';
import type { Account, ChannelState } from '../world.ts';

/** Gives the routes by which people use the application. */
export function interactRoutes(core: Core): readonly Route[] {
  const index = '/channels/:channel/application-command-index';
  return [
    { method: 'POST', path: '/interactions', handle: (call) => interact(core, call) },
    { method: 'GET', path: index, handle: (call) => commandIndex(core, call) },
  ];
}

function commandIndex(core: Core, call: Call): RestReply {
  const channel = core.world.channel(call.param('channel'));
  requirePermission(core.world, channel, call.caller.user.id, Permission.ViewChannel);
  const applications = [{ id: core.applicationId, name: core.bot.user.username, bot: core.bot.user }];
  const usable = core.commands.usableIn(channel).filter((each) => mayUse(core, channel, call.caller, each));
  return ok({ applications, application_commands: hasBot(core, channel) ? usable : [] });
}

function interact(core: Core, call: Call): RestReply {
  if (call.caller === core.bot) throw refusals.unauthorized();
  const given = parseInteraction(call.body);
  if (given.application_id !== core.applicationId) throw refusals.unknownApplication();
  const channel = core.world.channel(given.channel_id);
  requirePermission(core.world, channel, call.caller.user.id, Permission.ViewChannel);
  if (!hasBot(core, channel)) throw refusals.missingAccess();
  const told = tell(core, channel, call.caller, given);
  deliver(core, channel, call.caller, given, told);
  return done();
}

function tell(core: Core, channel: ChannelState, caller: Account, given: InteractionForm): Told {
  switch (given.type) {
    case InteractionType.Command:
    case InteractionType.Autocomplete:
      return command(core, channel, caller, given);
    case InteractionType.Component:
      return component(core, channel, caller, given);
    case InteractionType.ModalSubmit:
      return modal(core, caller, given);
  }
  return given satisfies never;
}

function command(core: Core, channel: ChannelState, caller: Account, given: CommandUseForm): Told {
  requirePermission(core.world, channel, caller.user.id, Permission.UseCommands);
  const { id, name, type, options, target_id } = given.data;
  const known = core.commands.usableIn(channel).find((each) => each.id === id && each.type === type);
  if (known === undefined) throw refusals.unknownCommand();
  if (!mayUse(core, channel, caller, known)) throw refusals.missingPermissions();
  const isPartial = given.type === InteractionType.Autocomplete;
  checkOptions({ known: known.options ?? [], given: options, path: ['options'], isPartial });
  const base = { id, name, type, ...(known.guild_id === undefined ? {} : { guild_id: known.guild_id }) };
  const isMenu = type !== CommandType.ChatInput;
  const resolved = isMenu
    ? target(core, channel, type, target_id)
    : resolveOptions(core.world, channel.guildId, options);
  return {
    data: { ...base, ...(isMenu ? { target_id } : { options }), ...(resolved ? { resolved } : {}) },
    responseType: isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand,
    metadata: {
      name: commandPath(name, options),
      command_type: type,
      ...(type === CommandType.Message && target_id !== undefined ? { target_message_id: target_id } : {}),
    },
  };
}

function commandPath(name: string, options: readonly GivenOption[]): string {
  const branch = options.find((each) => each.value === undefined && each.type <= OptionType.Group);
  return branch === undefined ? name : commandPath(`${name} ${branch.name}`, branch.options ?? []);
}

function target(core: Core, channel: ChannelState, type: number, id = ''): Readonly<Record<string, unknown>> {
  if (type === CommandType.User)
    return resolveOptions(core.world, channel.guildId, [{ name: 'target', type: OptionType.User, value: id }]) ?? {};
  const state = channel.messages.get(id);
  if (state === undefined) throw refusals.unknownMessage();
  return { messages: { [id]: state.message } };
}

function component(core: Core, channel: ChannelState, caller: Account, given: ComponentUseForm): Told {
  const source = channel.messages.get(given.message_id);
  const isHidden = source?.visibleTo !== undefined && source.visibleTo !== caller.user.id;
  if (source === undefined || isHidden) throw refusals.unknownMessage();
  const { custom_id, component_type, values } = given.data;
  const control = checkControl(source.message.components, given.data);
  const chosen = component_type === ComponentType.Button ? {} : { values, ...entities(core, channel, given.data) };
  return {
    data: { custom_id, component_type, id: control.id, ...chosen },
    source,
    responseType: MessageType.Reply,
    metadata: { interacted_message_id: source.message.id },
  };
}

/** Users, roles and channels that were selected are resolved; a bot's own options need no resolving. */
function entities(core: Core, { guildId }: ChannelState, { component_type, values }: ComponentUseForm['data']) {
  if (component_type === ComponentType.StringSelect) return {};
  const named = values.map((value): GivenOption => ({ name: 'selected', type: OptionType.Mentionable, value }));
  return { resolved: resolveOptions(core.world, guildId, named) ?? {} };
}

function modal(core: Core, caller: Account, given: ModalSubmitForm): Told {
  const open = core.interactions.modals.get(given.data.id);
  if (open === undefined || open.userId !== caller.user.id || open.customId !== given.data.custom_id) {
    throw refusals.unknownInteraction();
  }
  const { components, custom_id } = given.data;
  const inputs = components.flatMap((each) => ('component' in each ? [each.component] : each.components));
  checkModalValues(open.form, inputs);
  core.interactions.modals.delete(open.id);
  return {
    data: { custom_id, components },
    source: open.source,
    responseType: open.source === undefined ? MessageType.ChatInputCommand : MessageType.Reply,
    metadata: { triggering_interaction_metadata: open.metadata },
  };
}

function hasBot(core: Core, channel: ChannelState): boolean {
  const { id } = core.bot.user;
  if (channel.type === ChannelType.Dm) return channel.recipientIds.includes(id);
  return channel.guildId !== undefined && core.world.guild(channel.guildId).members.has(id);
}

function mayUse(
  core: Core,
  channel: ChannelState,
  { user }: Account,
  { default_member_permissions: needed }: { readonly default_member_permissions?: string | null | undefined },
): boolean {
  if (needed === null || needed === undefined || channel.guildId === undefined) return true;
  const has = guildPermissions(core.world.guild(channel.guildId), user.id);
  const required = needed === '0' ? Permission.Administrator : BigInt(needed);
  return (has & required) === required;
}
