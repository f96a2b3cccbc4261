/** What the sandbox's Discord holds: people, servers, channels and messages, all in memory and bounded. */
import { randomBytes } from 'node:crypto';
import { ChannelType } from './constants.ts';
import { refusals } from './errors.ts';
import { type Clock, createIds } from './ids.ts';
import type { Member, Message, Overwrite, Role, User } from './wire.ts';

const MESSAGES_KEPT_PER_CHANNEL = 2_000;

/** Whom a message pinged: the truth behind `mentions`, never on the wire. */
export interface Pinged {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface MessageState {
  message: Message;
  pinged: Pinged;
  /** The only person who sees it, for an ephemeral message. */
  readonly visibleTo?: string;
  readonly channel: ChannelState;
  reactions: Map<string, Set<string>>;
}

export interface ThreadState {
  readonly ownerId: string;
  readonly createdAt: string;
  readonly appliedTags: readonly string[];
  archived: boolean;
  locked: boolean;
  messageCount: number;
  readonly members: Set<string>;
}

export interface ChannelState {
  readonly id: string;
  readonly type: number;
  name: string;
  readonly topic: string | null;
  readonly position: number;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly overwrites: readonly Overwrite[];
  readonly recipientIds: readonly string[];
  readonly messages: Map<string, MessageState>;
  readonly thread?: ThreadState;
  lastMessageId: string | null;
}

export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channelIds: Set<string>;
}

export interface Account {
  readonly user: User;
  readonly token: string;
  readonly locale: string;
  readonly acceptsDms: boolean;
}

export type World = ReturnType<typeof createWorld>;

/** Gives an empty world; look-ups throw Discord's "unknown" refusals. */
export function createWorld(clock: Clock) {
  const nextId = createIds(clock);
  const accounts = new Map<string, Account>();
  const byToken = new Map<string, Account>();
  const guilds = new Map<string, GuildState>();
  const channels = new Map<string, ChannelState>();
  const messages = new Map<string, MessageState>();
  const dms = new Map<string, ChannelState>();

  function addAccount(user: User, options: { locale?: string; acceptsDms?: boolean } = {}): Account {
    const token = makeToken(user.id);
    const account = { user, token, locale: options.locale ?? 'en-US', acceptsDms: options.acceptsDms ?? true };
    accounts.set(user.id, account);
    byToken.set(token, account);
    return account;
  }

  function addChannel(channel: ChannelState): ChannelState {
    channels.set(channel.id, channel);
    if (channel.guildId !== undefined) guilds.get(channel.guildId)?.channelIds.add(channel.id);
    return channel;
  }

  function dmBetween(first: string, second: string): ChannelState {
    const key = [first, second].sort().join(':');
    const known = dms.get(key);
    if (known !== undefined) return known;
    const made = addChannel(
      newChannel({ id: nextId(), type: ChannelType.Dm, name: '', recipientIds: [first, second] }),
    );
    dms.set(key, made);
    return made;
  }

  function addMessage(state: MessageState): void {
    const { channel, message } = state;
    messages.set(message.id, state);
    channel.messages.set(message.id, state);
    if (state.visibleTo === undefined) channel.lastMessageId = message.id;
    if (channel.messages.size <= MESSAGES_KEPT_PER_CHANNEL) return;
    const oldest = channel.messages.keys().next().value;
    if (oldest !== undefined) removeMessage(oldest);
  }

  function removeMessage(id: string): void {
    messages.get(id)?.channel.messages.delete(id);
    messages.delete(id);
  }

  return {
    clock,
    nextId,
    accounts,
    guilds,
    channels,
    messages,
    addAccount,
    addChannel,
    addMessage,
    removeMessage,
    dmBetween,
    accountOf: (token: string) => byToken.get(token),
    now: () => new Date(clock()).toISOString(),
    account: (id: string): Account => accounts.get(id) ?? raise(refusals.unknownUser()),
    channel: (id: string): ChannelState => channels.get(id) ?? raise(refusals.unknownChannel()),
    guild: (id: string): GuildState => guilds.get(id) ?? raise(refusals.unknownGuild()),
  };
}

/** Throws, as an expression. */
export function raise(error: Error): never {
  throw error;
}

/** Gives a channel with everything unsaid left empty. */
export function newChannel(
  given: Partial<Omit<ChannelState, 'messages'>> & Pick<ChannelState, 'id' | 'type' | 'name'>,
): ChannelState {
  return {
    topic: null,
    position: 0,
    overwrites: [],
    recipientIds: [],
    lastMessageId: null,
    ...given,
    messages: new Map(),
  };
}

/** Gives a token of Discord's form: the user's id, a time and a secret, each base64url. */
function makeToken(userId: string): string {
  const name = Buffer.from(userId).toString('base64url');
  return `${name}.${randomBytes(5).toString('base64url').slice(0, 6)}.${randomBytes(28).toString('base64url')}`;
}
