import * as z from 'zod';
import { ChannelType, Intent, Permission } from '../constants.ts';
import type { Core } from '../core.ts';
import { refusals } from '../errors.ts';
import { createMessage } from '../messages.ts';
import { channelObject } from '../objects.ts';
import { requirePermission } from '../permissions.ts';
import { type Call, done, ok, type RestReply, type Route } from '../rest.ts';
import { parseForm, text } from '../validate/forms.ts';
import { parseMessage } from '../validate/message.ts';
import type { User } from '../wire.ts';
import { type ChannelState, newChannel } from '../world.ts';

const threadForm = z.object({
  name: text(1, 100),
  auto_archive_duration: z.literal([60, 1440, 4320, 10080]).nullish(),
  applied_tags: z.array(z.string()).max(5).nullish(),
  message: z.unknown().optional(),
});

const threadChange = z.object({
  name: text(1, 100).nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
});

type ThreadForm = z.output<typeof threadForm>;

/** Gives the routes of threads and forum posts. */
export function threadRoutes(core: Core): readonly Route[] {
  return [
    { method: 'POST', path: '/channels/:channel/threads', handle: (call) => startThread(core, call) },
    { method: 'POST', path: '/channels/:channel/messages/:message/threads', handle: (call) => startFrom(core, call) },
    { method: 'PATCH', path: '/channels/:channel', handle: (call) => changeThread(core, call) },
    { method: 'PUT', path: '/channels/:channel/thread-members/@me', handle: (call) => joinThread(core, call) },
  ];
}

function startThread(core: Core, call: Call): RestReply {
  const parent = core.world.channel(call.param('channel'));
  const { user } = call.caller;
  const isForum = parent.type === ChannelType.Forum;
  requirePermission(core.world, parent, user.id, isForum ? Permission.SendMessages : Permission.CreateThreads);
  if (parent.thread !== undefined || parent.guildId === undefined) throw refusals.notText();
  const form = parseForm(threadForm, call.body);
  const first = isForum ? parseMessage(form.message, 'message') : undefined;
  const thread = addThread(core, parent, user, form);
  const shown = () => channelObject(core.world, thread, user.id);
  if (first === undefined) return ok(shown(), 201);
  // The first message of a forum post has the post's own id.
  const { message } = createMessage(core, {
    channel: thread,
    author: user,
    form: first,
    files: call.files,
    id: thread.id,
  });
  return ok({ ...shown(), message }, 201);
}

/** A thread that starts from a message has that message's id. */
function startFrom(core: Core, call: Call): RestReply {
  const parent = core.world.channel(call.param('channel'));
  const { user } = call.caller;
  requirePermission(core.world, parent, user.id, Permission.CreateThreads);
  if (parent.thread !== undefined || parent.guildId === undefined) throw refusals.notText();
  const id = call.param('message');
  if (!parent.messages.has(id)) throw refusals.unknownMessage();
  if (core.world.channels.has(id)) throw refusals.threadExists();
  const thread = addThread(core, parent, user, parseForm(threadForm, call.body), id);
  return ok(channelObject(core.world, thread, user.id), 201);
}

function addThread(core: Core, parent: ChannelState, owner: User, form: ThreadForm, id?: string): ChannelState {
  const { world, gateway } = core;
  const thread = world.addChannel(
    newChannel({
      id: id ?? world.nextId(),
      type: ChannelType.PublicThread,
      name: form.name,
      ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
      parentId: parent.id,
      thread: {
        ownerId: owner.id,
        createdAt: world.now(),
        appliedTags: form.applied_tags ?? [],
        archived: false,
        locked: false,
        messageCount: 0,
        members: new Set([owner.id]),
      },
    }),
  );
  const data = { ...channelObject(world, thread, owner.id), newly_created: true };
  gateway.publish('THREAD_CREATE', { channel: thread, intent: Intent.Guilds }, () => data);
  return thread;
}

function changeThread(core: Core, call: Call): RestReply {
  const channel = core.world.channel(call.param('channel'));
  const { id } = call.caller.user;
  if (channel.thread?.ownerId !== id) requirePermission(core.world, channel, id, Permission.ManageThreads);
  const form = parseForm(threadChange, call.body);
  channel.name = form.name ?? channel.name;
  if (channel.thread !== undefined) {
    channel.thread.archived = form.archived ?? channel.thread.archived;
    channel.thread.locked = form.locked ?? channel.thread.locked;
  }
  const event = channel.thread === undefined ? 'CHANNEL_UPDATE' : 'THREAD_UPDATE';
  core.gateway.publish(event, { channel, intent: Intent.Guilds }, ({ account }) =>
    channelObject(core.world, channel, account.user.id),
  );
  return ok(channelObject(core.world, channel, id));
}

function joinThread(core: Core, call: Call): RestReply {
  const { thread } = core.world.channel(call.param('channel'));
  if (thread === undefined) throw refusals.unknownChannel();
  thread.members.add(call.caller.user.id);
  return done();
}
