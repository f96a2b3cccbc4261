import { Permission } from './constants.ts';
import { permissionsIn } from './permissions.ts';
import type { AllowedMentions } from './validate/message.ts';
import type { ChannelState, Pinged, World } from './world.ts';

/** What `allowed_mentions` defaults to: webhooks and interactions never ping more than users. */
export type MentionDefault = 'everything' | 'users';

export interface MentionRequest {
  readonly content: string;
  readonly authorId: string;
  readonly allowed: AllowedMentions | undefined;
  readonly fallback: MentionDefault;
  /** The author of the message that this one replies to. */
  readonly repliedTo?: string | undefined;
}

/** Gives whom a message pings, as Discord decides it from the text, `allowed_mentions` and the author's permissions. */
export function findPinged(world: World, channel: ChannelState, request: MentionRequest): Pinged {
  const text = withoutCode(request.content);
  const mayPingAll = (permissionsIn(world, channel, request.authorId) & Permission.MentionEveryone) !== 0n;
  const users = idsIn(text, /<@!?(\d+)>/g).filter(
    (id) => world.accounts.has(id) && permits(request, 'users', request.allowed?.users, id),
  );
  const roles = rolesIn(world, channel, text, mayPingAll).filter((id) =>
    permits(request, 'roles', request.allowed?.roles, id),
  );
  const replied = request.repliedTo !== undefined && (request.allowed?.replied_user ?? request.allowed === undefined);
  const withReplied = replied && request.repliedTo !== undefined ? [request.repliedTo] : [];
  return {
    users: [...new Set([...users, ...withReplied])],
    roles,
    everyone: mayPingAll && permits(request, 'everyone', [], '') && /@(everyone|here)\b/.test(text),
  };
}

function permits(
  request: MentionRequest,
  kind: 'users' | 'roles' | 'everyone',
  listed: readonly string[] | undefined,
  id: string,
): boolean {
  if (request.allowed === undefined) return request.fallback === 'everything' || kind === 'users';
  const { parse } = request.allowed;
  if (parse === undefined && listed === undefined) return false;
  return (parse?.includes(kind) ?? false) || (listed?.includes(id) ?? false);
}

function rolesIn(world: World, channel: ChannelState, text: string, mayPingAll: boolean): string[] {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  return idsIn(text, /<@&(\d+)>/g).filter((id) => {
    const role = guild?.roles.get(id);
    return role !== undefined && (role.mentionable || mayPingAll);
  });
}

/** Mentions inside code are text. */
function withoutCode(content: string): string {
  return content.replace(/```[\s\S]*?```|``[\s\S]*?``|`[^`\n]*`/g, ' ');
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
