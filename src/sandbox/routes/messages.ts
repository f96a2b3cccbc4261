import { MessageFlag, Permission } from '../constants.ts';
import type { Core } from '../core.ts';
import { invalidField, refusals } from '../errors.ts';
import { isId } from '../ids.ts';
import { createMessage, deleteMessage, editMessage, requireSend } from '../messages.ts';
import { messageFor } from '../objects.ts';
import { requirePermission } from '../permissions.ts';
import { type Call, done, ok, type RestReply, type Route } from '../rest.ts';
import { parseMessage, parseMessageEdit } from '../validate/message.ts';
import type { Message } from '../wire.ts';
import type { Account, ChannelState, MessageState } from '../world.ts';

/** The most messages that one request lists. */
const PAGE = 100;
const NONCES_KEPT = 5_000;
const NONCE_LIFETIME_MS = 5 * 60_000;

/** Gives the routes of messages in channels. */
export function messageRoutes(core: Core): readonly Route[] {
  const sent = createNonces(core);
  const path = '/channels/:channel/messages';
  return [
    { method: 'GET', path, handle: (call) => listMessages(core, call) },
    { method: 'POST', path, handle: (call) => sendMessage(core, call, sent) },
    { method: 'GET', path: `${path}/:message`, handle: (call) => ok(view(core, find(core, call), call.caller)) },
    { method: 'PATCH', path: `${path}/:message`, handle: (call) => changeMessage(core, call) },
    { method: 'DELETE', path: `${path}/:message`, handle: (call) => removeMessage(core, call) },
  ];
}

function listMessages(core: Core, call: Call): RestReply {
  const channel = core.world.channel(call.param('channel'));
  requirePermission(core.world, channel, call.caller.user.id, Permission.ReadMessageHistory);
  const limit = Number(call.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE) {
    throw invalidField(['limit'], 'NUMBER_TYPE_RANGE', `int value should be between 1 and ${PAGE}.`);
  }
  const visible = [...channel.messages.values()].filter((each) => mayRead(each, call.caller));
  return ok(slice(visible, call.query, limit).map((each) => view(core, each, call.caller)));
}

/** Newest first, as Discord lists them: before, after or around a message, or the latest. */
function slice(messages: readonly MessageState[], query: URLSearchParams, limit: number): readonly MessageState[] {
  const id = (name: string) => {
    const value = query.get(name);
    return value !== null && isId(value) ? BigInt(value) : undefined;
  };
  const [before, after, around] = [id('before'), id('after'), id('around')];
  const at = (each: MessageState) => BigInt(each.message.id);
  if (after !== undefined) {
    return messages
      .filter((each) => at(each) > after)
      .slice(0, limit)
      .reverse();
  }
  if (around !== undefined) {
    const older = messages.filter((each) => at(each) <= around).slice(-Math.ceil(limit / 2));
    const newer = messages.filter((each) => at(each) > around).slice(0, Math.floor(limit / 2));
    return [...older, ...newer].reverse();
  }
  return messages
    .filter((each) => before === undefined || at(each) < before)
    .slice(-limit)
    .reverse();
}

function sendMessage(core: Core, call: Call, sent: Nonces): RestReply {
  const channel = core.world.channel(call.param('channel'));
  const { user } = call.caller;
  requireSend(core, channel, user, call.files.length > 0);
  const form = parseMessage(call.body);
  const key = form.nonce === undefined || form.nonce === null ? undefined : `${channel.id}:${user.id}:${form.nonce}`;
  const before = form.enforce_nonce && key !== undefined ? sent.get(key) : undefined;
  const state = before ?? createMessage(core, { channel, author: user, form, files: call.files });
  if (key !== undefined && before === undefined) sent.add(key, state);
  return ok(view(core, state, call.caller));
}

function changeMessage(core: Core, call: Call): RestReply {
  const state = find(core, call);
  if (state.message.author.id !== call.caller.user.id) throw refusals.notYours();
  // An ephemeral answer belongs to its interaction: only the webhook routes reach it.
  if (state.visibleTo !== undefined) throw refusals.unknownMessage();
  const form = parseMessageEdit(call.body, state.message.flags);
  return ok(view(core, editMessage(core, state, form, call.files), call.caller));
}

function removeMessage(core: Core, call: Call): RestReply {
  const state = find(core, call);
  const { id } = call.caller.user;
  if (state.message.author.id !== id && state.visibleTo !== id) {
    requirePermission(core.world, state.channel, id, Permission.ManageMessages);
  }
  deleteMessage(core, state);
  return done();
}

function find(core: Core, call: Call): MessageState {
  const channel: ChannelState = core.world.channel(call.param('channel'));
  requirePermission(core.world, channel, call.caller.user.id, Permission.ViewChannel);
  const state = channel.messages.get(call.param('message'));
  if (state === undefined || !mayRead(state, call.caller)) throw refusals.unknownMessage();
  return state;
}

function mayRead(state: MessageState, caller: Account): boolean {
  return (state.message.flags & MessageFlag.Ephemeral) === 0 || state.visibleTo === caller.user.id;
}

function view(core: Core, state: MessageState, caller: Account): Message {
  const readsContent = caller.user.bot !== true || core.privilegedIntents;
  return messageFor(state, { id: caller.user.id, readsContent });
}

type Nonces = ReturnType<typeof createNonces>;

/** Remembers for some minutes which message a nonce stood for. */
function createNonces(core: Core) {
  const known = new Map<string, { readonly state: MessageState; readonly at: number }>();
  return {
    get: (key: string): MessageState | undefined => {
      const found = known.get(key);
      return found !== undefined && core.world.clock() - found.at < NONCE_LIFETIME_MS ? found.state : undefined;
    },
    add: (key: string, state: MessageState): void => {
      known.set(key, { state, at: core.world.clock() });
      const oldest = known.size > NONCES_KEPT ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}
