/** Sessions of the gateway and the delivery of events to those who may have them; transports are in socket.ts and person.ts. */
import { randomBytes } from 'node:crypto';
import { Intent, Opcode } from './constants.ts';
import { shardOf } from './ids.ts';
import { canSee } from './permissions.ts';
import type { Account, ChannelState, World } from './world.ts';

const EVENTS_KEPT_FOR_RESUME = 1_000;
const DETACHED_SESSION_LIFETIME_MS = 120_000;

export interface Packet {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/** Where a session's packets go. */
export interface Transport {
  readonly send: (packet: Packet) => void;
  readonly close: (code: number, reason: string) => void;
}

export interface Session {
  readonly id: string;
  readonly account: Account;
  readonly isBot: boolean;
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
  sequence: number;
  transport: Transport | undefined;
  /** What was sent of late, for a resume; nothing where the session can't break off. */
  readonly sent: Packet[];
  readonly isResumable: boolean;
  /** Ends the session, once its connection is gone. */
  expiry: NodeJS.Timeout | undefined;
}

export interface SessionRequest {
  readonly account: Account;
  readonly intents: number;
  readonly shard?: readonly [number, number];
  readonly transport: Transport;
  /** Sessions are, unless told. */
  readonly isResumable?: boolean;
}

/** Who hears an event: a channel's viewers, a server's members, or one user; bots only with the intent. */
export interface Audience {
  readonly channel?: ChannelState;
  readonly guildId?: string | undefined;
  readonly userId?: string | undefined;
  readonly intent?: number;
}

export type Gateway = ReturnType<typeof createGateway>;

/** Gives the gateway's sessions of a world: open, resume, detach, and publish events to them. */
export function createGateway(world: World) {
  const sessions = new Map<string, Session>();

  function open(request: SessionRequest): Session {
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      account: request.account,
      isBot: request.account.user.bot === true,
      intents: request.intents,
      shard: request.shard ?? [0, 1],
      sequence: 0,
      transport: request.transport,
      sent: [],
      isResumable: request.isResumable ?? true,
      expiry: undefined,
    };
    sessions.set(session.id, session);
    if (session.isBot) announcePresence(session.account);
    return session;
  }

  /** Gives the session with its missed events sent, or undefined where it can't be resumed. */
  function resume(id: string, token: string, sequence: number, transport: Transport): Session | undefined {
    const session = sessions.get(id);
    const oldest = session?.sent[0]?.s ?? (session?.sequence ?? 0) + 1;
    if (session === undefined || session.account.token !== token) return undefined;
    if (sequence > session.sequence || sequence + 1 < oldest) return undefined;
    session.transport?.close(4000, 'Resumed elsewhere');
    clearTimeout(session.expiry);
    session.transport = transport;
    for (const packet of session.sent) if ((packet.s ?? 0) > sequence) transport.send(packet);
    dispatch(session, 'RESUMED', { _trace: [] });
    if (session.isBot) announcePresence(session.account);
    return session;
  }

  /** Ends the connection of a session; it may be resumed for two minutes unless it is forgotten. */
  function detach(session: Session, transport: Transport, forget: boolean): void {
    if (session.transport !== transport) return;
    session.transport = undefined;
    if (forget) sessions.delete(session.id);
    else session.expiry = setTimeout(() => sessions.delete(session.id), DETACHED_SESSION_LIFETIME_MS).unref();
    if (session.isBot) announcePresence(session.account);
  }

  /** Ends a session for good: its client must identify anew. */
  function forget(session: Session): void {
    sessions.delete(session.id);
    session.transport?.send({ op: Opcode.InvalidSession, d: false, s: null, t: null });
    session.transport = undefined;
    if (session.isBot) announcePresence(session.account);
  }

  function dispatch(session: Session, event: string, data: unknown): void {
    session.sequence += 1;
    const packet: Packet = { op: Opcode.Dispatch, t: event, s: session.sequence, d: data };
    if (session.isResumable) session.sent.push(packet);
    if (session.sent.length > EVENTS_KEPT_FOR_RESUME * 2) session.sent.splice(0, EVENTS_KEPT_FOR_RESUME);
    session.transport?.send(packet);
  }

  function hears(session: Session, audience: Audience): boolean {
    const intent = audience.intent ?? 0;
    if (session.isBot && (session.intents & intent) !== intent) return false;
    const userId = session.account.user.id;
    if (audience.userId !== undefined && audience.userId !== userId) return false;
    const guildId = audience.channel?.guildId ?? audience.guildId;
    const [index, count] = session.shard;
    if (session.isBot && index !== (guildId === undefined ? 0 : shardOf(guildId, count))) return false;
    if (audience.channel !== undefined) return canSee(world, audience.channel, userId);
    return guildId === undefined || world.guilds.get(guildId)?.members.has(userId) === true;
  }

  /** Sends an event to every session of the audience; `data` shapes it for each. */
  function publish(event: string, audience: Audience, data: (session: Session) => unknown): void {
    for (const session of sessions.values()) if (hears(session, audience)) dispatch(session, event, data(session));
  }

  function isOnline(userId: string): boolean {
    return [...sessions.values()].some((each) => each.transport !== undefined && each.account.user.id === userId);
  }

  function presenceOf(userId: string) {
    const status = isOnline(userId) ? 'online' : 'offline';
    return { user: { id: userId }, status, activities: [], client_status: status === 'online' ? { web: status } : {} };
  }

  function announcePresence({ user }: Account): void {
    for (const guild of world.guilds.values()) {
      if (!guild.members.has(user.id)) continue;
      const presence = { ...presenceOf(user.id), guild_id: guild.id };
      publish('PRESENCE_UPDATE', { guildId: guild.id, intent: Intent.GuildPresences }, () => presence);
    }
  }

  return { sessions, open, resume, detach, forget, dispatch, publish, isOnline, presenceOf };
}
