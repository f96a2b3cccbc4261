/** The parts of a message that the server works out: files in their places, the quoted message, flags. */
import { MessageFlag } from './constants.ts';
import type { Core } from './core.ts';
import { invalidField } from './errors.ts';
import type { UploadedFile } from './files.ts';
import type { MentionDefault } from './mentions.ts';
import type { Embed } from './validate/embeds.ts';
import type { MessageEditForm, MessageForm } from './validate/message.ts';
import type { Attachment, InteractionMetadata, Message, User } from './wire.ts';
import type { ChannelState, MessageState } from './world.ts';

export interface NewMessage {
  readonly channel: ChannelState;
  readonly author: User;
  readonly form: MessageForm;
  readonly files?: readonly UploadedFile[];
  readonly mentionDefault?: MentionDefault;
  /** Set where the message answers an interaction. */
  readonly response?: {
    readonly metadata: InteractionMetadata;
    readonly type: number;
    readonly visibleTo?: string | undefined;
    readonly isLoading?: boolean;
    readonly nonce?: string | undefined;
    readonly replyTo?: string | undefined;
  };
  /** The id to use, where it is given: a forum post's first message has the post's. */
  readonly id?: string;
}

/** Flags that a sender may set; the rest are the server's. */
export const SENDER_FLAGS = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.ComponentsV2;

/** Keeps the uploads; gives the attachments for the message. */
export function storeFiles(
  core: Core,
  channel: ChannelState,
  form: MessageEditForm,
  files: readonly UploadedFile[],
): Attachment[] {
  return files.map((file) => {
    const described = form.attachments?.find((each) => each.id === file.key);
    return core.files.add(channel.id, file, described?.description);
  });
}

/** Gives embeds and attachments in their places: files that an embed shows by `attachment://name` get their address and leave the list of attachments. */
export function placeFiles(embeds: readonly Embed[], attachments: readonly Attachment[]) {
  const used = new Set<string>();
  const place = (picture: { url: string } | null | undefined) => {
    const file = attachments.find((each) => picture?.url === `attachment://${each.filename}`);
    if (file === undefined) return picture;
    used.add(file.id);
    return { url: file.url, width: file.width, height: file.height };
  };
  const placed = embeds.map((each): Embed => {
    const image = place(each.image);
    const thumbnail = place(each.thumbnail);
    const fields = each.fields?.map((field) => ({ ...field, inline: field.inline ?? false }));
    const shaped = { ...each, type: 'rich', ...(fields ? { fields } : {}) };
    return { ...shaped, ...(image ? { image } : {}), ...(thumbnail ? { thumbnail } : {}) };
  });
  return { embeds: placed, attachments: attachments.filter((each) => !used.has(each.id)) };
}

/** Gives the message that a new one replies to; throws 50035 where it must exist and does not. */
export function repliedMessage(core: Core, { form, channel, response }: NewMessage): MessageState | undefined {
  const reference = form.message_reference;
  const id = reference?.message_id ?? response?.replyTo;
  if (id === undefined) return undefined;
  const found = core.world.messages.get(id);
  const usable = found?.channel === channel && (found.visibleTo === undefined || response !== undefined);
  if (usable) return found;
  if (reference && reference.fail_if_not_exists !== false) {
    throw invalidField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }
  return undefined;
}

/** Gives the fields that point to the replied message and quote it, one level deep. */
export function referenceFields({ channel, response }: NewMessage, replied: MessageState | undefined) {
  const id = replied?.message.id ?? response?.replyTo;
  if (id === undefined) return {};
  const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  return {
    message_reference: { type: 0, message_id: id, channel_id: channel.id, ...guild },
    referenced_message: replied === undefined ? null : withoutQuote(replied.message),
  };
}

function withoutQuote({ referenced_message: _, ...message }: Message): Message {
  return message;
}

/** Gives a new message's flags. */
export function flagsOf(form: MessageForm, response: NewMessage['response']): number {
  const ephemeral = response?.visibleTo === undefined ? 0 : MessageFlag.Ephemeral;
  return ((form.flags ?? 0) & SENDER_FLAGS) | ephemeral | (response?.isLoading ? MessageFlag.Loading : 0);
}

/** Gives the fields of an answer to an interaction. */
export function responseFields(core: Core, response: NonNullable<NewMessage['response']>) {
  return {
    application_id: core.applicationId,
    webhook_id: core.applicationId,
    interaction_metadata: response.metadata,
    ...nonceField(response.nonce),
  };
}

/** Gives the sender's nonce back. */
export function nonceField(nonce: string | number | null | undefined) {
  return nonce === undefined || nonce === null ? {} : { nonce };
}
