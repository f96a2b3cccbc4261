/** The world at the start: one server with its channels, and the bot in it. */
import { ChannelType, Permission } from './constants.ts';
import type { Member, Overwrite, Role, User } from './wire.ts';
import { type ChannelState, type GuildState, newChannel, type World } from './world.ts';

/** What everyone may do in a server unless told otherwise: what Discord grants by default. */
const EVERYONE_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.UseCommands |
  Permission.CreateThreads |
  Permission.SendInThreads;

export interface NewChannel {
  readonly name: string;
  readonly type?: 'text' | 'forum';
  readonly topic?: string;
  readonly overwrites?: readonly Overwrite[];
}

/** Fills an empty world: the bot, its owner "you", and a server with both and three channels. */
export function seedWorld(world: World, botName: string) {
  const bot = world.addAccount(newUser(world.nextId(), botName, true));
  const owner = world.addAccount(newUser(world.nextId(), 'you'));
  const guild = addGuild(world, 'Sandbox', owner.user.id);
  addMember(world, guild, owner.user.id);
  addMember(world, guild, bot.user.id, [addRole(world, guild, botName).id]);
  const channels = {
    general: addChannel(world, guild, { name: 'general' }).id,
    help: addChannel(world, guild, { name: 'layer-help', topic: 'Ask anything about layers.' }).id,
    forum: addChannel(world, guild, { name: 'help-forum', type: 'forum' }).id,
  };
  return { bot, owner, guild, channels };
}

/** Gives a user's object. */
export function newUser(id: string, name: string, isBot = false): User {
  const username = name.toLowerCase().replace(/[^a-z0-9_.]+/g, '_') || 'someone';
  const names = { username, global_name: isBot ? null : name, discriminator: '0' };
  const base = { id, ...names, avatar: null, public_flags: 0, flags: 0, primary_guild: null };
  return isBot ? { ...base, username: name, bot: true } : base;
}

/** Adds a server with an @everyone role. */
export function addGuild(world: World, name: string, ownerId: string): GuildState {
  const id = world.nextId();
  const everyone = newRole(id, '@everyone', EVERYONE_PERMISSIONS);
  const guild: GuildState = {
    id,
    name,
    ownerId,
    locale: 'en-US',
    roles: new Map([[id, everyone]]),
    members: new Map(),
    channelIds: new Set(),
  };
  world.guilds.set(id, guild);
  return guild;
}

function newRole(id: string, name: string, permissions: bigint, mentionable = false): Role {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** Adds a role to a server. */
export function addRole(world: World, guild: GuildState, name: string, permissions = 0n, mentionable = false): Role {
  const role = newRole(world.nextId(), name, permissions, mentionable);
  guild.roles.set(role.id, role);
  return role;
}

/** Makes a user a member of a server. */
export function addMember(world: World, guild: GuildState, userId: string, roles: readonly string[] = []): Member {
  const member: Member = {
    roles,
    joined_at: world.now(),
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
  guild.members.set(userId, member);
  return member;
}

/** Adds a channel to a server. */
export function addChannel(world: World, guild: GuildState, given: NewChannel): ChannelState {
  return world.addChannel(
    newChannel({
      id: world.nextId(),
      type: given.type === 'forum' ? ChannelType.Forum : ChannelType.Text,
      name: given.name,
      topic: given.topic ?? null,
      position: guild.channelIds.size,
      guildId: guild.id,
      overwrites: given.overwrites ?? [],
    }),
  );
}
