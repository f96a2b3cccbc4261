/** Users, servers and channels. */
import * as z from 'zod';
import { Intent, Permission } from '../constants.ts';
import type { Core } from '../core.ts';
import { refusals } from '../errors.ts';
import { channelObject, guildObject, memberObject } from '../objects.ts';
import { canSee, requirePermission } from '../permissions.ts';
import { type Call, done, ok, type RestReply, type Route } from '../rest.ts';
import { parseForm } from '../validate/forms.ts';
import { type ChannelState, type GuildState, raise } from '../world.ts';

/** Gives the routes of users, servers and channels. */
export function placeRoutes(core: Core): readonly Route[] {
  const { world } = core;
  return [
    { method: 'GET', path: '/users/@me', handle: (call) => ok(self(call)) },
    { method: 'GET', path: '/users/@me/guilds', handle: (call) => ok(guildsOf(core, call).map(guildObject)) },
    { method: 'POST', path: '/users/@me/channels', handle: (call) => openDm(core, call) },
    { method: 'GET', path: '/users/:user', handle: (call) => ok(world.account(call.param('user')).user) },
    { method: 'GET', path: '/guilds/:guild', handle: (call) => ok(guildObject(guildFor(core, call))) },
    { method: 'GET', path: '/guilds/:guild/channels', handle: (call) => ok(channelsFor(core, call)) },
    { method: 'GET', path: '/guilds/:guild/roles', handle: (call) => ok([...guildFor(core, call).roles.values()]) },
    { method: 'GET', path: '/guilds/:guild/members', handle: (call) => ok(members(core, guildFor(core, call))) },
    { method: 'GET', path: '/guilds/:guild/members/:user', handle: (call) => ok(member(core, call)) },
    { method: 'GET', path: '/guilds/:guild/threads/active', handle: (call) => ok(activeThreads(core, call)) },
    { method: 'GET', path: '/channels/:channel', handle: (call) => ok(show(core, call)) },
    { method: 'POST', path: '/channels/:channel/typing', handle: (call) => type(core, call) },
  ];
}

function self(call: Call) {
  const { user, locale } = call.caller;
  return { ...user, locale, verified: true, mfa_enabled: true, flags: 0, email: null };
}

function guildsOf(core: Core, call: Call): readonly GuildState[] {
  return [...core.world.guilds.values()].filter((each) => each.members.has(call.caller.user.id));
}

function openDm(core: Core, call: Call): RestReply {
  const { recipient_id } = parseForm(z.object({ recipient_id: z.string() }), call.body);
  const other = core.world.account(recipient_id).user;
  const { user } = call.caller;
  if (other.id === user.id || (user.bot && other.bot)) throw refusals.cannotDm();
  return ok(channelObject(core.world, core.world.dmBetween(user.id, other.id), user.id));
}

function guildFor(core: Core, call: Call): GuildState {
  const guild = core.world.guild(call.param('guild'));
  return guild.members.has(call.caller.user.id) ? guild : raise(refusals.missingAccess());
}

function channelsFor(core: Core, call: Call) {
  return channelStates(core, call)
    .filter((each) => each.thread === undefined)
    .map((each) => channelObject(core.world, each, call.caller.user.id));
}

function activeThreads(core: Core, call: Call) {
  const threads = channelStates(core, call).filter((each) => each.thread?.archived === false);
  return { threads: threads.map((each) => channelObject(core.world, each, call.caller.user.id)), members: [] };
}

function channelStates(core: Core, call: Call): readonly ChannelState[] {
  const all = [...guildFor(core, call).channelIds].map((id) => core.world.channel(id));
  return all.filter((each) => canSee(core.world, each, call.caller.user.id));
}

function members(core: Core, guild: GuildState) {
  return [...guild.members.keys()].map((id) => memberObject(core.world, guild, id));
}

function member(core: Core, call: Call) {
  const userId = call.param('user') === '@me' ? call.caller.user.id : call.param('user');
  return memberObject(core.world, guildFor(core, call), userId) ?? raise(refusals.unknownMember());
}

function show(core: Core, call: Call) {
  const channel = core.world.channel(call.param('channel'));
  requirePermission(core.world, channel, call.caller.user.id, Permission.ViewChannel);
  return channelObject(core.world, channel, call.caller.user.id);
}

function type(core: Core, call: Call): RestReply {
  const channel = core.world.channel(call.param('channel'));
  const { id } = call.caller.user;
  requirePermission(core.world, channel, id, channel.thread ? Permission.SendInThreads : Permission.SendMessages);
  const guild = channel.guildId === undefined ? undefined : core.world.guild(channel.guildId);
  const base = { channel_id: channel.id, user_id: id, timestamp: Math.trunc(core.world.clock() / 1000) };
  const data =
    guild === undefined ? base : { ...base, guild_id: guild.id, member: memberObject(core.world, guild, id) };
  const intent = guild === undefined ? Intent.DirectTyping : Intent.GuildTyping;
  core.gateway.publish('TYPING_START', { channel, intent }, () => data);
  return done();
}
