import { html, nothing, type TemplateResult } from 'lit';
import { MessageFlag, MessageType } from '../../../constants.ts';
import type { Attachment } from '../../../wire.ts';
import { type Scene, showLine, showMarkdown } from '../markdown/show.ts';
import type { Page } from '../page.ts';
import { clockTime, messageTime } from '../time.ts';
import type { Message } from '../types.ts';
import { controlsView } from './controls.ts';
import { editorView } from './editor.ts';
import { embedView, ownPath } from './embed.ts';
import { dots, replyArrow } from './icons.ts';

/** How a message stands among its neighbors. */
export interface Standing {
  /** It follows one of the same author and shows no head of its own. */
  readonly isGrouped: boolean;
}

/** Draws a message with its small toolbar. */
export function messageView(page: Page, message: Message, { isGrouped }: Standing): TemplateResult {
  const { world } = page;
  const { author } = message;
  const name = world.nameOf(author.id);
  const has = (flag: number) => (message.flags & flag) !== 0;
  const isOpen = page.ui.menu?.message.id === message.id;
  return html`<div
    class="row ${isGrouped ? 'grouped' : ''} ${isOpen ? 'marked' : ''}"
    role="article"
    aria-label="${name}, ${messageTime(message.timestamp)}"
    data-message=${message.id}
    @contextmenu=${(event: MouseEvent) => openMenu(page, message, event)}
  >
    <discord-message
      author=${name}
      avatar=${avatarOf(page, author.id)}
      ?bot=${author.bot ?? false}
      ?verified=${false}
      .timestamp=${isGrouped ? clockTime(message.timestamp) : messageTime(message.timestamp)}
      ?message-body-only=${isGrouped}
      ?ephemeral=${has(MessageFlag.Ephemeral)}
      ?edited=${message.edited_timestamp !== null && !has(MessageFlag.Loading)}
      .highlight=${mentionsMe(page, message)}
      .dismissMessageClicked=${() => {
        world.dismiss(message);
        page.set({});
      }}
      >${contextView(page, message)}${bodyView(page, message)}${message.attachments.map(attachmentView)}${message.embeds.map(
        (embed) => embedView(embed, world),
      )}${controlsView(page, message)}</discord-message
    >
    ${toolbarView(page, message, name)}
  </div>`;
}

/** The picture of an account. */
export const avatarOf = ({ world }: Pick<Page, 'world'>, userId: string): string =>
  world.users.get(userId)?.bot ? '/page/strata.svg' : '/page/you.svg';

const mentionsMe = ({ world }: Page, { mentions, mention_everyone, author }: Message) =>
  author.id !== world.session.userId && (mention_everyone || mentions.some(({ id }) => id === world.session.userId));

function openMenu(page: Page, message: Message, event: MouseEvent): void {
  if (event.target instanceof HTMLTextAreaElement || page.ui.editing === message.id) return;
  event.preventDefault();
  page.set({ menu: { message, x: event.clientX, y: event.clientY } });
}

function toolbarView(page: Page, message: Message, name: string): TemplateResult {
  const more = (event: MouseEvent) => {
    const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    page.set({ menu: { message, x: left, y: bottom + 4 } });
  };
  return html`<div class="toolbar">
    <button type="button" aria-label="Reply to ${name}" @click=${() => page.set({ replyTo: message })}>${replyArrow}</button>
    <button type="button" aria-label="More about the message of ${name}" aria-haspopup="menu" @click=${more}>${dots}</button>
  </div>`;
}

/** What the message answers: a command that was used, or another message. */
function contextView(page: Page, message: Message): TemplateResult | typeof nothing {
  const { interaction_metadata: used, referenced_message: quoted, type } = message;
  const isCommand = type === MessageType.ChatInputCommand || type === MessageType.ContextMenuCommand;
  if (isCommand && used?.name !== undefined) {
    const target = page.world.messages(message.channel_id)?.find(({ id }) => id === used.target_message_id);
    return html`<discord-command
      slot="reply"
      type=${type === MessageType.ChatInputCommand ? 'slash_command' : 'message_command'}
      author=${page.world.nameOf(used.user.id)}
      avatar=${avatarOf(page, used.user.id)}
      command=${used.name}
      .contextUserName=${target === undefined ? '' : page.world.nameOf(target.author.id)}
      .contextUserAvatar=${avatarOf(page, target?.author.id ?? used.user.id)}
      .contextUserBot=${target?.author.bot ?? false}
      .contextMessageDeleted=${type === MessageType.ContextMenuCommand && target === undefined}
      .contextMessageReply=${target?.content ?? ''}
    ></discord-command>`;
  }
  if (type !== MessageType.Reply || quoted === undefined) return nothing;
  if (quoted === null) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  const isPinged = message.mentions.some(({ id }) => id === quoted.author.id);
  return html`<discord-reply
    slot="reply"
    author=${page.world.nameOf(quoted.author.id)}
    avatar=${avatarOf(page, quoted.author.id)}
    ?bot=${quoted.author.bot ?? false}
    ?mentions=${isPinged}
    ?attachment=${quoted.attachments.length > 0 || quoted.embeds.length > 0}
    >${quoteText(page, quoted)}</discord-reply
  >`;
}

function quoteText(page: Page, quoted: Message): TemplateResult {
  if (quoted.content === '') return html`<em>Click to see attachment</em>`;
  const scene: Scene = { names: page.world, isEmbed: false };
  return html`<span class="one-line">${showLine(quoted.content.replaceAll('```', '').replaceAll('\n', ' ').slice(0, 300), scene)}</span>`;
}

function bodyView(page: Page, message: Message): TemplateResult | typeof nothing {
  if (page.ui.editing === message.id) return editorView(page, message);
  if ((message.flags & MessageFlag.Loading) !== 0)
    return html`<span class="thinking-text"><span class="thinking"><i></i><i></i><i></i></span> ${page.world.nameOf(message.author.id)} is thinking…</span>`;
  if (message.content === '') return nothing;
  return html`<span class="markup">${showMarkdown(message.content, { names: page.world, isEmbed: false })}</span>`;
}

function attachmentView(attachment: Attachment): TemplateResult {
  const path = ownPath(attachment.url);
  const isPicture = /^image\/(?:png|jpeg|gif|webp)/.test(attachment.content_type ?? '');
  if (isPicture && path !== undefined) {
    const { width, height, description, filename } = attachment;
    return html`<discord-attachments slot="attachments"
      ><discord-image-attachment
        url=${path}
        alt=${description ?? filename}
        width=${width ?? nothing}
        height=${height ?? nothing}
      ></discord-image-attachment
    ></discord-attachments>`;
  }
  return html`<discord-attachments slot="attachments"
    ><discord-file-attachment
      name=${attachment.filename}
      bytes=${attachment.size}
      bytes-unit="bytes"
      href=${path ?? nothing}
      target="_blank"
    ></discord-file-attachment
  ></discord-attachments>`;
}
