/** The life of a message, whoever sends it: create, edit, delete, and the events that tell of it. */
import {
  flagsOf,
  type NewMessage,
  nonceField,
  placeFiles,
  referenceFields,
  repliedMessage,
  responseFields,
  SENDER_FLAGS,
  storeFiles,
} from './compose.ts';
import { ChannelType, Intent, MessageFlag, MessageType, Permission } from './constants.ts';
import type { Core } from './core.ts';
import { refusals } from './errors.ts';
import type { UploadedFile } from './files.ts';
import { findPinged } from './mentions.ts';
import { gatewayMessage } from './objects.ts';
import { requirePermission } from './permissions.ts';
import { numbered } from './validate/layout.ts';
import type { MessageEditForm } from './validate/message.ts';
import type { Message, User } from './wire.ts';
import type { ChannelState, MessageState, Pinged } from './world.ts';

/** Throws where the user may not send this into the channel: 50001, 50007, 50008, 50013 or 50083. */
export function requireSend(core: Core, channel: ChannelState, author: User, hasFiles: boolean): void {
  if (channel.type === ChannelType.Forum) throw refusals.notText();
  const others = channel.recipientIds.filter((id) => id !== author.id);
  const inThread = channel.thread === undefined ? Permission.SendMessages : Permission.SendInThreads;
  requirePermission(core.world, channel, author.id, hasFiles ? inThread | Permission.AttachFiles : inThread);
  if (others.some((id) => !core.world.account(id).acceptsDms)) throw refusals.cannotDm();
  if (channel.thread?.locked) throw refusals.archivedThread();
}

/** Stores a message and tells everyone who may see it; throws 50006 for an empty one. */
export function createMessage(core: Core, request: NewMessage): MessageState {
  const { channel, form, response } = request;
  const replied = repliedMessage(core, request);
  const attachments = storeFiles(core, channel, form, request.files ?? []);
  const content = form.content?.trim() ?? '';
  const isEmpty = !content && !form.embeds?.length && !form.components?.length && attachments.length === 0;
  if (isEmpty && !response?.isLoading) throw refusals.emptyMessage();
  const pinged = findPinged(core.world, channel, {
    content,
    authorId: request.author.id,
    allowed: form.allowed_mentions ?? undefined,
    fallback: request.mentionDefault ?? 'everything',
    repliedTo: form.message_reference ? replied?.message.author.id : undefined,
  });
  const message: Message = {
    ...frame(core, request, replied),
    content,
    ...mentionFields(core, pinged),
    ...placeFiles(form.embeds ?? [], attachments),
    components: numbered(form.components ?? []),
    ...referenceFields(request, replied),
  };
  const visible = response?.visibleTo === undefined ? {} : { visibleTo: response.visibleTo };
  const state: MessageState = { message, pinged, channel, reactions: new Map(), ...visible };
  core.world.addMessage(state);
  if (channel.thread !== undefined) channel.thread.messageCount += 1;
  publishMessage(core, 'MESSAGE_CREATE', state);
  return state;
}

/** Gives what a message has apart from what it says. */
function frame(core: Core, { id, channel, author, form, response }: NewMessage, replied: MessageState | undefined) {
  return {
    id: id ?? core.world.nextId(),
    channel_id: channel.id,
    type: response?.type ?? (replied ? MessageType.Reply : MessageType.Default),
    author,
    timestamp: core.world.now(),
    edited_timestamp: null,
    tts: form.tts ?? false,
    pinned: false,
    flags: flagsOf(form, response),
    ...(response ? responseFields(core, response) : nonceField(form.nonce)),
  };
}

/** Changes a message in place and tells of it; undefined fields stay. Throws 50006 where nothing would be left. */
export function editMessage(
  core: Core,
  state: MessageState,
  form: MessageEditForm,
  files: readonly UploadedFile[] = [],
): MessageState {
  const before = state.message;
  const wasLoading = (before.flags & MessageFlag.Loading) !== 0;
  const content = form.content === undefined ? before.content : (form.content?.trim() ?? '');
  const pinged = pingedByEdit(core, state, content, form);
  const next: Message = {
    ...before,
    content,
    ...mentionFields(core, pinged),
    ...editedParts(core, state, form, files),
    edited_timestamp: wasLoading ? null : core.world.now(),
  };
  const isEmpty = !content && !next.embeds.length && !next.components.length && !next.attachments.length;
  if (isEmpty) throw refusals.emptyMessage();
  state.message = next;
  // An edit pings nobody, save the one that fills in a deferred answer.
  if (wasLoading) state.pinged = pinged;
  publishMessage(core, 'MESSAGE_UPDATE', state);
  return state;
}

function pingedByEdit(core: Core, { message, channel }: MessageState, content: string, form: MessageEditForm): Pinged {
  const isResponse = message.interaction_metadata !== undefined;
  return findPinged(core.world, channel, {
    content,
    authorId: message.author.id,
    allowed: form.allowed_mentions ?? undefined,
    fallback: isResponse ? 'users' : 'everything',
    repliedTo: isResponse ? undefined : message.referenced_message?.author.id,
  });
}

function editedParts(core: Core, state: MessageState, form: MessageEditForm, files: readonly UploadedFile[]) {
  const before = state.message;
  const listed = form.attachments?.map((each) => each.id);
  const kept = before.attachments.filter((each) => listed === undefined || listed.includes(each.id));
  const attachments = [...kept, ...storeFiles(core, state.channel, form, files)];
  const lasting = before.flags & (MessageFlag.Ephemeral | MessageFlag.ComponentsV2);
  return {
    ...placeFiles(form.embeds === undefined ? before.embeds : (form.embeds ?? []), attachments),
    components: form.components === undefined ? before.components : numbered(form.components ?? []),
    flags: ((form.flags ?? before.flags) & SENDER_FLAGS) | lasting,
  };
}

/** Removes a message and tells of it. */
export function deleteMessage(core: Core, state: MessageState): void {
  const { message, channel } = state;
  core.world.removeMessage(message.id);
  const data = {
    id: message.id,
    channel_id: channel.id,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
  };
  core.gateway.publish('MESSAGE_DELETE', audienceOf(state), () => data);
}

function publishMessage(core: Core, event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', state: MessageState): void {
  core.gateway.publish(event, audienceOf(state), (session) => gatewayMessage(core.world, state, session));
}

function audienceOf({ channel, visibleTo }: MessageState) {
  const intent = channel.guildId === undefined ? Intent.DirectMessages : Intent.GuildMessages;
  return { channel, intent, userId: visibleTo };
}

function mentionFields({ world }: Core, { users, roles, everyone }: Pinged) {
  const mentions = users.map((id) => world.account(id).user);
  return { mentions, mention_roles: roles, mention_everyone: everyone };
}
