import { ALL_PERMISSIONS, ChannelType, Permission } from './constants.ts';
import { refusals } from './errors.ts';
import type { Overwrite } from './wire.ts';
import type { ChannelState, GuildState, World } from './world.ts';

/** What anyone may do in a direct message. */
const DM_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.UseCommands;

/** Gives a member's permissions in the whole server: 0n for who is not a member. */
export function guildPermissions(guild: GuildState, userId: string): bigint {
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const granted = [guild.id, ...member.roles]
    .map((id) => BigInt(guild.roles.get(id)?.permissions ?? 0))
    .reduce((sum, each) => sum | each, 0n);
  return (granted & Permission.Administrator) === 0n ? granted : ALL_PERMISSIONS;
}

/** Gives a user's permissions in a channel, with its overwrites (a thread has its parent's): 0n for who is not in it. */
export function permissionsIn(world: World, channel: ChannelState, userId: string): bigint {
  if (channel.type === ChannelType.Dm) return channel.recipientIds.includes(userId) ? DM_PERMISSIONS : 0n;
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (guild === undefined) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS) return base;
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  const overwrites = channel.thread === undefined ? channel.overwrites : (parent?.overwrites ?? []);
  if (overwrites.length === 0) return base;
  const roles = guild.members.get(userId)?.roles ?? [];
  const everyone = overwrites.filter((each) => each.id === guild.id);
  const ofRoles = overwrites.filter((each) => each.type === 0 && roles.includes(each.id));
  const own = overwrites.filter((each) => each.type === 1 && each.id === userId);
  return [everyone, ofRoles, own].reduce(applyOverwrites, base);
}

function applyOverwrites(permissions: bigint, overwrites: readonly Overwrite[]): bigint {
  const deny = overwrites.reduce((sum, each) => sum | BigInt(each.deny), 0n);
  const allow = overwrites.reduce((sum, each) => sum | BigInt(each.allow), 0n);
  return (permissions & ~deny) | allow;
}

/** Tells whether the user may see the channel. */
export function canSee(world: World, channel: ChannelState, userId: string): boolean {
  return (permissionsIn(world, channel, userId) & Permission.ViewChannel) !== 0n;
}

/** Throws 50001 where the user can't see the channel and 50013 where they see it but lack the permission. */
export function requirePermission(world: World, channel: ChannelState, userId: string, permission: bigint): void {
  const has = permissionsIn(world, channel, userId);
  if ((has & Permission.ViewChannel) === 0n) throw refusals.missingAccess();
  if ((has & permission) !== permission) throw refusals.missingPermissions();
}
