import { Intent, Permission } from '../constants.ts';
import type { Core } from '../core.ts';
import { refusals } from '../errors.ts';
import { requirePermission } from '../permissions.ts';
import { type Call, done, type RestReply, type Route } from '../rest.ts';
import type { MessageState } from '../world.ts';

/** Gives the routes that add and take back one's own reactions. */
export function reactionRoutes(core: Core): readonly Route[] {
  const path = '/channels/:channel/messages/:message/reactions/:emoji/@me';
  return [
    { method: 'PUT', path, handle: (call) => react(core, call, 'MESSAGE_REACTION_ADD') },
    { method: 'DELETE', path, handle: (call) => react(core, call, 'MESSAGE_REACTION_REMOVE') },
  ];
}

function react(core: Core, call: Call, event: 'MESSAGE_REACTION_ADD' | 'MESSAGE_REACTION_REMOVE'): RestReply {
  const channel = core.world.channel(call.param('channel'));
  const { id } = call.caller.user;
  requirePermission(core.world, channel, id, Permission.AddReactions);
  const state = channel.messages.get(call.param('message'));
  if (state === undefined || state.visibleTo !== undefined) throw refusals.unknownMessage();
  const emoji = emojiOf(call.param('emoji'));
  const users = state.reactions.get(emoji.key) ?? new Set<string>();
  const changes = event === 'MESSAGE_REACTION_ADD' ? !users.has(id) : users.has(id);
  if (!changes) return done();
  if (event === 'MESSAGE_REACTION_ADD') users.add(id);
  else users.delete(id);
  state.reactions.set(emoji.key, users);
  state.message = { ...state.message, reactions: reactionsOf(state) };
  const data = {
    user_id: id,
    channel_id: channel.id,
    message_id: state.message.id,
    emoji: emoji.object,
    burst: false,
    type: 0,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
  };
  const intent = channel.guildId === undefined ? Intent.DirectReactions : Intent.GuildReactions;
  core.gateway.publish(event, { channel, intent }, () => data);
  return done();
}

/** An emoji is itself, or `name:id` for one of a server's own. */
function emojiOf(key: string) {
  const [name = '', id = null] = key.split(':');
  return { key, object: { id, name } };
}

function reactionsOf(state: MessageState) {
  return [...state.reactions]
    .filter(([, users]) => users.size > 0)
    .map(([key, users]) => ({ emoji: emojiOf(key).object, count: users.size, me: false }));
}
