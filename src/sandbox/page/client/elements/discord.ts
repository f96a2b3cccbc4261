/**
 * The message elements, made fit for use: they were drawn to be looked at, so the parts that a person works with get
 * names, focus and keys here, and their colors follow the page's theme.
 */
import './config.ts';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-quote.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCode } from '@skyra/discord-components-core/discord-code.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordFileAttachment } from '@skyra/discord-components-core/discord-file-attachment.js';
import { DiscordImageAttachment } from '@skyra/discord-components-core/discord-image-attachment.js';
import { DiscordInputText } from '@skyra/discord-components-core/discord-input-text.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordModal } from '@skyra/discord-components-core/discord-modal.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordSpoiler } from '@skyra/discord-components-core/discord-spoiler.js';
import { DiscordStringSelectMenu } from '@skyra/discord-components-core/discord-string-select-menu.js';
import { DiscordStringSelectMenuOption } from '@skyra/discord-components-core/discord-string-select-menu-option.js';
import { DiscordTime } from '@skyra/discord-components-core/discord-time.js';
import type { CSSResult, LitElement } from 'lit';
import * as control from './look-controls.ts';
import * as embed from './look-embeds.ts';
import * as form from './look-forms.ts';
import * as media from './look-media.ts';
import * as look from './look-messages.ts';
import { renderOption, renderSelect } from './select-menu.ts';

interface ElementClass {
  readonly elementStyles: (CSSResult | CSSStyleSheet)[];
  readonly prototype: object;
}

const LOOKS: readonly (readonly [ElementClass, CSSResult])[] = [
  [DiscordAuthorInfo as ElementClass, look.author],
  [DiscordButton as ElementClass, control.button],
  [DiscordCode as ElementClass, look.code],
  [DiscordCommand as ElementClass, look.reply],
  [DiscordEmbed as ElementClass, embed.embed],
  [DiscordEmbedDescription as ElementClass, embed.embedText],
  [DiscordEmbedField as ElementClass, embed.embedField],
  [DiscordEmbedFields as ElementClass, embed.embedFields],
  [DiscordEmbedFooter as ElementClass, embed.embedFooter],
  [DiscordFileAttachment as ElementClass, media.file],
  [DiscordImageAttachment as ElementClass, media.image],
  [DiscordInputText as ElementClass, form.input],
  [DiscordMention as ElementClass, look.mention],
  [DiscordMessage as ElementClass, look.message],
  [DiscordMessages as ElementClass, look.messages],
  [DiscordModal as ElementClass, form.modal],
  [DiscordReply as ElementClass, look.reply],
  [DiscordSpoiler as ElementClass, media.spoiler],
  [DiscordStringSelectMenu as ElementClass, control.select],
  [DiscordStringSelectMenuOption as ElementClass, control.selectOption],
  [DiscordTime as ElementClass, look.time],
];

/** Dresses and mends the elements; to be called once, before the first is made. */
export function prepareElements(): void {
  for (const [element, style] of LOOKS) element.elementStyles.push(style);
  replace(DiscordStringSelectMenu, 'render', renderSelect);
  replace(DiscordStringSelectMenuOption, 'render', renderOption);
  // Titles come as templates already; the element's own reading would take long numbers for pictures elsewhere.
  replace(DiscordEmbed, 'parseTitle', (title: unknown) => title);
  replace(DiscordEmbedField, 'parseTitle', (title: unknown) => (title ? [title] : null));
  replace(DiscordButton, 'updated', disableButton);
  replace(DiscordMessage, 'updated', openDismissal);
  replace(DiscordInputText, 'updated', nameInput);
  replace(DiscordModal, 'updated', nameModal);
}

function replace<E extends LitElement, A extends readonly never[]>(
  element: { readonly prototype: E },
  method: string,
  value: (this: E, ...given: A) => unknown,
): void {
  Object.defineProperty(element.prototype, method, { value, configurable: true });
}

function disableButton(this: DiscordButton): void {
  this.renderRoot.querySelector('button')?.toggleAttribute('disabled', this.disabled);
}

/** "Dismiss message" is a span with a mouse handler; the keyboard must reach it too. */
function openDismissal(this: DiscordMessage): void {
  const link = this.renderRoot.querySelector<HTMLElement>('.discord-message-ephemeral-link');
  if (link === null || link.tabIndex === 0) return;
  link.tabIndex = 0;
  link.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') link.click();
  });
}

/** The label is drawn as a heading that belongs to no field. */
function nameInput(this: DiscordInputText): void {
  const field = this.renderRoot.querySelector('input, textarea');
  field?.setAttribute('aria-label', this.label);
  field?.removeAttribute('type');
  for (const heading of this.renderRoot.querySelectorAll('h2')) heading.setAttribute('role', 'presentation');
}

function nameModal(this: DiscordModal): void {
  this.renderRoot.querySelector('dialog')?.setAttribute('aria-label', this.modalTitle);
  const inner = this.renderRoot.querySelector('[role="dialog"]');
  for (const name of ['role', 'aria-modal', 'aria-labelledby', 'tabindex']) inner?.removeAttribute(name);
}
