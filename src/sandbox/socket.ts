/** The gateway's protocol over a web socket: hello, identify, heartbeat, resume, and Discord's close codes. */
import type { IncomingMessage } from 'node:http';
import { WebSocket, type WebSocketServer } from 'ws';
import * as z from 'zod';
import { Opcode, PRIVILEGED_INTENTS } from './constants.ts';
import type { Core } from './core.ts';
import type { Packet, Session, Transport } from './gateway.ts';
import { memberObject } from './objects.ts';
import { welcome } from './welcome.ts';

const HEARTBEAT_MS = 41_250;
const LARGEST_INTENT = (1 << 26) - 1;

const packet = z.object({ op: z.int(), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.int().min(0).default(0),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nullable() });
const memberRequest = z.object({
  guild_id: z.string(),
  user_ids: z.array(z.string()).optional(),
  nonce: z.string().optional(),
});

interface Connection {
  readonly socket: WebSocket;
  readonly transport: Transport;
  session: Session | undefined;
  readonly silence: NodeJS.Timeout;
}

/** Makes the socket server speak the gateway's protocol. */
export function serveGateway(core: Core, server: WebSocketServer): void {
  server.on('connection', (socket: WebSocket, _request: IncomingMessage) => {
    const transport = overSocket(socket);
    // A client that misses two heartbeats is gone.
    const silence = setTimeout(() => socket.close(4009, 'Session timed out.'), HEARTBEAT_MS * 2).unref();
    const connection: Connection = { socket, transport, session: undefined, silence };
    socket.on('message', (data) => {
      const closing = receive(core, connection, String(data));
      if (closing !== undefined) socket.close(closing.code, closing.reason);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearTimeout(silence);
      const wasGoodbye = code === 1000 || code === 1001;
      if (connection.session) core.gateway.detach(connection.session, transport, wasGoodbye);
    });
    send(transport, Opcode.Hello, { heartbeat_interval: HEARTBEAT_MS, _trace: [] });
  });
}

function overSocket(socket: WebSocket): Transport {
  return {
    send: (each: Packet) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(each));
    },
    close: (code, reason) => socket.close(code, reason),
  };
}

function send(transport: Transport, op: number, d: unknown = null): void {
  transport.send({ op, d, s: null, t: null });
}

/** Why a connection is closed, with Discord's code. */
interface Closing {
  readonly code: number;
  readonly reason: string;
}

const closings = {
  opcode: { code: 4001, reason: 'Unknown opcode.' },
  decode: { code: 4002, reason: 'Error while decoding payload.' },
  anonymous: { code: 4003, reason: 'Not authenticated.' },
  token: { code: 4004, reason: 'Authentication failed.' },
  twice: { code: 4005, reason: 'Already authenticated.' },
  shard: { code: 4010, reason: 'Invalid shard.' },
  intents: { code: 4013, reason: 'Invalid intent(s).' },
  disallowed: { code: 4014, reason: 'Disallowed intent(s).' },
} as const satisfies Readonly<Record<string, Closing>>;

function receive(core: Core, connection: Connection, text: string): Closing | undefined {
  const parsed = packet.safeParse(parseJson(text));
  if (!parsed.success) return closings.decode;
  const { op, d } = parsed.data;
  const { session } = connection;
  if (op === Opcode.Heartbeat) return beat(connection);
  if (op === Opcode.Identify) return session ? closings.twice : greet(core, connection, d);
  if (op === Opcode.Resume) return session ? closings.twice : goOn(core, connection, d);
  if (session === undefined) return closings.anonymous;
  if (op === Opcode.RequestMembers) return sendMembers(core, session, d);
  const isQuiet = op === Opcode.PresenceUpdate || op === Opcode.VoiceState;
  return isQuiet ? undefined : closings.opcode;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function beat({ transport, silence }: Connection): undefined {
  silence.refresh();
  send(transport, Opcode.HeartbeatAck);
}

function greet(core: Core, connection: Connection, data: unknown): Closing | undefined {
  const form = identify.safeParse(data);
  if (!form.success) return closings.decode;
  const { token, intents, shard } = form.data;
  const account = core.world.accountOf(token.replace(/^Bot /, ''));
  if (account === undefined) return closings.token;
  if (shard !== undefined && shard[0] >= shard[1]) return closings.shard;
  if (account.user.bot && intents > LARGEST_INTENT) return closings.intents;
  const isDisallowed = !core.privilegedIntents && (intents & PRIVILEGED_INTENTS) !== 0;
  if (account.user.bot && isDisallowed) return closings.disallowed;
  const { transport } = connection;
  connection.session = core.gateway.open({ account, intents, transport, ...(shard === undefined ? {} : { shard }) });
  welcome(core, connection.session);
  return undefined;
}

function goOn(core: Core, connection: Connection, data: unknown): Closing | undefined {
  const form = resume.safeParse(data);
  if (!form.success) return closings.decode;
  const { session_id, token, seq } = form.data;
  const { transport } = connection;
  connection.session = core.gateway.resume(session_id, token.replace(/^Bot /, ''), seq ?? 0, transport);
  if (connection.session === undefined) send(transport, Opcode.InvalidSession, false);
  return undefined;
}

function sendMembers(core: Core, session: Session, data: unknown): Closing | undefined {
  const form = memberRequest.safeParse(data);
  const guild = form.success ? core.world.guilds.get(form.data.guild_id) : undefined;
  if (!form.success || guild === undefined) return closings.decode;
  const wanted = form.data.user_ids ?? [...guild.members.keys()];
  const members = wanted.flatMap((id) => memberObject(core.world, guild, id) ?? []);
  const chunk = { guild_id: guild.id, members, chunk_index: 0, chunk_count: 1, nonce: form.data.nonce };
  core.gateway.dispatch(session, 'GUILD_MEMBERS_CHUNK', chunk);
  return undefined;
}
