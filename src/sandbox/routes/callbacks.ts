/** The bot's answers to interactions: the first one, and the webhook routes for what follows. */
import { CallbackType, InteractionType, MessageFlag, MessageType } from '../constants.ts';
import type { Core } from '../core.ts';
import { invalidField, refusals } from '../errors.ts';
import type { Interaction } from '../interactions.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import { type Call, done, ok, type RestReply, type Route } from '../rest.ts';
import { parseCallback, parseChoices, parseModal } from '../validate/callback.ts';
import { type MessageForm, parseMessage, parseMessageEdit } from '../validate/message.ts';
import type { MessageState } from '../world.ts';

/** Gives the routes that answer interactions; their paths hold the interaction's token. */
export function callbackRoutes(core: Core): readonly Route[] {
  const webhook = '/webhooks/:app/:token';
  const message = `${webhook}/messages/:message`;
  return [
    { method: 'POST', path: '/interactions/:id/:token/callback', open: true, handle: (call) => callback(core, call) },
    { method: 'POST', path: webhook, open: true, handle: (call) => followUp(core, call) },
    { method: 'GET', path: message, open: true, handle: (call) => ok(named(core, call).message) },
    { method: 'PATCH', path: message, open: true, handle: (call) => changeAnswer(core, call) },
    { method: 'DELETE', path: message, open: true, handle: (call) => removeAnswer(core, call) },
  ];
}

function callback(core: Core, call: Call): RestReply {
  const interaction = core.interactions.forCallback(call.param('id'), call.param('token'));
  const { type, data } = parseCallback(call.body);
  requireFitting(interaction, type);
  const message = answer(core, interaction, type, data ?? undefined, call);
  if (interaction.state === 'waiting') succeed(core, interaction);
  if (call.query.get('with_response') !== 'true') return done();
  return ok({ interaction: summary(interaction, message), resource: { type, ...(message ? { message } : {}) } });
}

function summary(interaction: Interaction, message: MessageState['message'] | undefined) {
  const base = { id: interaction.id, type: interaction.type };
  if (message === undefined) return base;
  return {
    ...base,
    response_message_id: message.id,
    response_message_loading: (message.flags & MessageFlag.Loading) !== 0,
    response_message_ephemeral: (message.flags & MessageFlag.Ephemeral) !== 0,
  };
}

function succeed(core: Core, interaction: Interaction): void {
  core.interactions.settle(interaction, 'answered');
  core.interactions.tell(interaction, 'INTERACTION_SUCCESS');
}

type AnswerType = ReturnType<typeof parseCallback>['type'];

/** Throws for an answer that this kind of interaction can't have. */
function requireFitting(interaction: Interaction, type: AnswerType): void {
  const isAutocomplete = interaction.type === InteractionType.Autocomplete;
  const isUpdate = type === CallbackType.Update || type === CallbackType.DeferredUpdate;
  const fits =
    isAutocomplete === (type === CallbackType.Choices) &&
    !(isUpdate && interaction.source === undefined) &&
    !(type === CallbackType.Modal && interaction.type === InteractionType.ModalSubmit);
  if (fits) return;
  const message = 'Invalid interaction response type for this interaction.';
  throw invalidField(['type'], 'INTERACTION_RESPONSE_TYPE_INVALID', message);
}

function answer(core: Core, interaction: Interaction, type: AnswerType, data: unknown, call: Call) {
  switch (type) {
    case CallbackType.Message:
      return firstMessage(core, interaction, parseMessage(data, 'data'), call.files).message;
    case CallbackType.DeferredMessage:
      return firstMessage(core, interaction, { flags: deferredFlags(data) }, [], true).message;
    case CallbackType.DeferredUpdate:
      interaction.originalId = interaction.source?.message.id;
      return undefined;
    case CallbackType.Update:
      return update(core, interaction, data, call);
    case CallbackType.Choices:
      return offer(core, interaction, data);
    case CallbackType.Modal:
      return openModal(core, interaction, data);
  }
  return type satisfies never;
}

function firstMessage(
  core: Core,
  interaction: Interaction,
  form: MessageForm,
  files: Call['files'],
  isLoading = false,
) {
  const state = respond(core, interaction, form, files, {
    type: interaction.responseType,
    isLoading,
    nonce: interaction.nonce,
    replyTo: interaction.source?.message.id,
  });
  interaction.originalId = state.message.id;
  return state;
}

interface ResponseKind {
  readonly type: number;
  readonly isLoading?: boolean;
  readonly nonce?: string | undefined;
  readonly replyTo?: string | undefined;
}

function respond(
  core: Core,
  interaction: Interaction,
  form: MessageForm,
  files: Call['files'],
  kind: ResponseKind,
): MessageState {
  const isEphemeral = ((form.flags ?? 0) & MessageFlag.Ephemeral) !== 0;
  return createMessage(core, {
    channel: interaction.channel,
    author: core.bot.user,
    form,
    files,
    mentionDefault: 'users',
    response: {
      ...kind,
      metadata: interaction.metadata,
      visibleTo: isEphemeral ? interaction.userId : undefined,
    },
  });
}

/** Of a deferral only the ephemeral flag counts. */
function deferredFlags(data: unknown): number {
  const flags = typeof data === 'object' && data !== null && 'flags' in data ? Number(data.flags) : 0;
  return flags & MessageFlag.Ephemeral;
}

function update(core: Core, interaction: Interaction, data: unknown, call: Call) {
  const source = interaction.source;
  if (source === undefined) throw refusals.unknownMessage();
  const state = editMessage(core, source, parseMessageEdit(data, source.message.flags, 'data'), call.files);
  interaction.originalId = source.message.id;
  return state.message;
}

function offer(core: Core, interaction: Interaction, data: unknown): undefined {
  const choices = parseChoices(data);
  core.interactions.settle(interaction, 'answered');
  core.interactions.tell(interaction, 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE', { choices });
}

function openModal(core: Core, interaction: Interaction, data: unknown): undefined {
  const form = parseModal(data);
  const { id, userId, channel, source, metadata } = interaction;
  core.interactions.openModal({ id, userId, channel, source, metadata, customId: form.custom_id, form });
  core.interactions.settle(interaction, 'answered');
  const application = { id: core.applicationId, name: core.bot.user.username };
  core.interactions.tell(interaction, 'INTERACTION_MODAL_CREATE', { channel_id: channel.id, application, ...form });
}

function followUp(core: Core, call: Call): RestReply {
  const interaction = core.interactions.forWebhook(call.param('token'));
  const original = core.world.messages.get(interaction.originalId ?? '');
  const form = parseMessage(call.body);
  // The first message after a deferral takes the place of "is thinking…".
  if (original && (original.message.flags & MessageFlag.Loading) !== 0) {
    return ok(editMessage(core, original, form, call.files).message);
  }
  const kind = { type: MessageType.Reply, replyTo: interaction.originalId };
  const state = respond(core, interaction, form, call.files, kind);
  if (interaction.originalId === undefined) interaction.originalId = state.message.id;
  return ok(state.message);
}

function changeAnswer(core: Core, call: Call): RestReply {
  const state = named(core, call);
  return ok(editMessage(core, state, parseMessageEdit(call.body, state.message.flags), call.files).message);
}

function removeAnswer(core: Core, call: Call): RestReply {
  deleteMessage(core, named(core, call));
  return done();
}

/** Gives the message that a webhook path names; it must be an answer of the application in that channel. */
function named(core: Core, call: Call): MessageState {
  const interaction = core.interactions.forWebhook(call.param('token'));
  const id = call.param('message');
  const state = core.world.messages.get(id === '@original' ? (interaction.originalId ?? '') : id);
  const isOwn = state?.message.author.id === core.bot.user.id && state.channel === interaction.channel;
  if (state === undefined || !isOwn) throw refusals.unknownMessage();
  return state;
}
