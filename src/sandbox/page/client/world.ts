/** What the page knows of the server: channels, people and messages, kept up to date by the gateway's events. */
import { ChannelType, MessageFlag } from '../../constants.ts';
import type { PageSession } from '../panel.ts';
import type { Channel, Guild, Message, Presence, Ready, User } from './types.ts';

/** How long "is typing" stands when nothing follows. */
const TYPING_MS = 10_000;

export interface World {
  readonly session: PageSession;
  readonly users: ReadonlyMap<string, User>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly roles: ReadonlyMap<string, string>;
  readonly online: ReadonlySet<string>;
  readonly unread: ReadonlySet<string>;
  /** Oldest first; undefined until loaded. */
  messages(channelId: string): readonly Message[] | undefined;
  /** Whether everything before the first message is loaded. */
  isWhole(channelId: string): boolean;
  typing(channelId: string): readonly User[];
  nameOf(userId: string): string;
  /** Takes in an event of the gateway; tells whether it was one that shows. */
  hear(name: string, data: unknown): boolean;
  /** Takes in loaded messages, newest first, that stand before those known. */
  add(channelId: string, older: readonly Message[], isWhole: boolean): void;
  /** Removes a message from this page alone. */
  dismiss(message: Message): void;
  read(channelId: string): void;
}

interface Log {
  readonly messages: readonly Message[];
  /** Whether what came before the page was opened has been loaded: the latest, or all. */
  readonly isLoaded: boolean;
  readonly isWhole: boolean;
}

const EMPTY: Log = Object.freeze({ messages: [], isLoaded: false, isWhole: false });

/** Gives an empty world; `changed` is called when something that shows has changed by itself. */
export function createWorld(session: PageSession, changed: () => void): World {
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const roles = new Map<string, string>();
  const online = new Set<string>();
  const unread = new Set<string>();
  const logs = new Map<string, Log>();
  const typists = new Map<string, Map<string, ReturnType<typeof setTimeout>>>();

  function ready({ user, guilds, private_channels }: Ready): void {
    logs.clear();
    users.set(user.id, user);
    for (const guild of guilds) enter(guild);
    for (const channel of private_channels) addChannel(channel);
  }

  function enter(guild: Guild): void {
    for (const { user } of guild.members) users.set(user.id, user);
    for (const channel of [...guild.channels, ...guild.threads]) addChannel(channel);
    for (const role of guild.roles) roles.set(role.id, role.name);
    for (const presence of guild.presences) present(presence);
  }

  function addChannel(channel: Channel): void {
    channels.set(channel.id, channel);
    for (const user of channel.recipients ?? []) users.set(user.id, user);
  }

  function present({ user, status }: Presence): void {
    if (status === 'offline') online.delete(user.id);
    else online.add(user.id);
  }

  function type({ channel_id, user_id }: { readonly channel_id: string; readonly user_id: string }): void {
    if (user_id === session.userId) return;
    const here = typists.get(channel_id) ?? new Map();
    typists.set(channel_id, here);
    clearTimeout(here.get(user_id));
    const stop = () => {
      here.delete(user_id);
      changed();
    };
    here.set(user_id, setTimeout(stop, TYPING_MS));
  }

  function created(message: Message): void {
    users.set(message.author.id, message.author);
    const here = typists.get(message.channel_id);
    clearTimeout(here?.get(message.author.id));
    here?.delete(message.author.id);
    if (message.author.id !== session.userId) unread.add(message.channel_id);
    change(message.channel_id, (all) => [...all.filter(({ id }) => id !== message.id), message]);
    const channel = channels.get(message.channel_id);
    if (channel?.message_count !== undefined)
      channels.set(channel.id, { ...channel, message_count: channel.message_count + 1 });
  }

  function change(channelId: string, edit: (messages: readonly Message[]) => readonly Message[]): void {
    // Kept before anything is loaded too: what comes while the first request is under way must not be lost.
    const log = logs.get(channelId) ?? EMPTY;
    logs.set(channelId, { ...log, messages: edit(log.messages) });
  }

  const updated = (message: Message) =>
    change(message.channel_id, (all) => all.map((each) => (each.id === message.id ? message : each)));
  const deleted = ({ id, channel_id }: { readonly id: string; readonly channel_id: string }) =>
    change(channel_id, (all) => all.filter((each) => each.id !== id));

  const reactions: Readonly<Record<string, (data: never) => void>> = {
    READY: ready,
    GUILD_CREATE: enter,
    GUILD_MEMBER_ADD: ({ user }: { readonly user: User }) => void users.set(user.id, user),
    CHANNEL_CREATE: addChannel,
    CHANNEL_UPDATE: addChannel,
    THREAD_CREATE: addChannel,
    THREAD_UPDATE: addChannel,
    PRESENCE_UPDATE: present,
    TYPING_START: type,
    MESSAGE_CREATE: created,
    MESSAGE_UPDATE: updated,
    MESSAGE_DELETE: deleted,
  };

  return {
    session,
    users,
    channels,
    roles,
    online,
    unread,
    messages(channelId) {
      const log = logs.get(channelId);
      return log?.isLoaded ? log.messages : undefined;
    },
    isWhole: (channelId) => logs.get(channelId)?.isWhole ?? false,
    typing: (channelId) => [...(typists.get(channelId)?.keys() ?? [])].flatMap((id) => users.get(id) ?? []),
    nameOf: (userId) => displayName(users.get(userId)),
    hear(name, data) {
      if (!Object.hasOwn(reactions, name)) return false;
      reactions[name]?.(data as never);
      return true;
    },
    add(channelId, older, isWhole) {
      const known = logs.get(channelId)?.messages ?? [];
      const ids = new Set(known.map(({ id }) => id));
      const fresh = older.filter(({ id, flags }) => !ids.has(id) && (flags & MessageFlag.Ephemeral) === 0).reverse();
      logs.set(channelId, { messages: [...fresh, ...known], isLoaded: true, isWhole });
    },
    dismiss: deleted,
    read: (channelId) => void unread.delete(channelId),
  };
}

const displayName = (user: User | undefined) => user?.global_name ?? user?.username ?? 'unknown-user';

/** Gives the channels that stand in the list, in their order: text and forum channels. */
export function listedChannels({ channels }: World): readonly Channel[] {
  const types: readonly number[] = [ChannelType.Text, ChannelType.Forum];
  return [...channels.values()]
    .filter(({ type }) => types.includes(type))
    .sort((left, right) => (left.position ?? 0) - (right.position ?? 0));
}

/** Gives the threads or posts of a channel, newest first. */
export function threadsOf({ channels }: World, parentId: string): readonly Channel[] {
  return [...channels.values()]
    .filter(({ type, parent_id }) => type === ChannelType.PublicThread && parent_id === parentId)
    .sort((left, right) => (BigInt(left.id) < BigInt(right.id) ? 1 : -1));
}

/** Gives a channel's title: a direct message has the other person's name. */
export function titleOf(world: World, channel: Channel): string {
  const [other] = channel.recipients ?? [];
  return channel.name ?? (other ? world.nameOf(other.id) : 'Direct message');
}
