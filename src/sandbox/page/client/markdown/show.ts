import { html, type TemplateResult } from 'lit';
import { styledTime } from '../time.ts';
import type { World } from '../world.ts';
import { type Block, type Inline, parseInline, parseMarkdown } from './parse.ts';

/** Whom and what the mentions of a text name. */
export type Names = Pick<World, 'nameOf' | 'channels' | 'roles'>;

/** Where a text stands: code looks different in an embed. */
export interface Scene {
  readonly names: Names;
  readonly isEmbed: boolean;
}

type Shown = TemplateResult | readonly TemplateResult[];

/** Gives a text of Discord's markdown for display; nothing in it can be more than what it says. */
export function showMarkdown(text: string, scene: Scene): Shown {
  return parseMarkdown(text).map((block) => showBlock(block, scene));
}

/** Gives one line of markdown, as in titles. */
export function showLine(text: string, scene: Scene): TemplateResult {
  return html`<span>${showParts(parseInline(text), scene)}</span>`;
}

function showBlock(block: Block, scene: Scene): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<span class="paragraph">${showParts(block.children, scene)}</span>`;
    case 'heading':
      return html`<strong class="heading level-${block.level}">${showParts(block.children, scene)}</strong>`;
    case 'subtext':
      return html`<small class="subtext">${showParts(block.children, scene)}</small>`;
    case 'quote':
      return html`<discord-quote>${block.children.map((each) => showBlock(each, scene))}</discord-quote>`;
    case 'list': {
      const items = block.items.map((each) => html`<li>${showParts(each, scene)}</li>`);
      return block.start === undefined ? html`<ul>${items}</ul>` : html`<ol start=${block.start}>${items}</ol>`;
    }
    case 'codeblock':
      return html`<discord-code multiline ?embed=${scene.isEmbed}>${block.text}</discord-code>`;
    default:
      return block satisfies never;
  }
}

const showParts = (parts: readonly Inline[], scene: Scene) => parts.map((part) => showPart(part, scene));

function showPart(part: Inline, scene: Scene): TemplateResult {
  const { names } = scene;
  switch (part.kind) {
    case 'text':
      return html`<span class="text">${part.text}</span>`;
    case 'code':
      return html`<discord-code ?embed=${scene.isEmbed}>${part.text}</discord-code>`;
    case 'bold':
      return html`<strong>${showParts(part.children, scene)}</strong>`;
    case 'italic':
      return html`<em>${showParts(part.children, scene)}</em>`;
    case 'underline':
      return html`<u>${showParts(part.children, scene)}</u>`;
    case 'strike':
      return html`<s>${showParts(part.children, scene)}</s>`;
    case 'spoiler':
      return html`<discord-spoiler tabindex="0">${showParts(part.children, scene)}</discord-spoiler>`;
    case 'link':
      return html`<a href=${part.href} target="_blank" rel="noreferrer noopener">${showParts(part.children, scene)}</a>`;
    case 'user':
      return html`<discord-mention type="user">${names.nameOf(part.id)}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${names.roles.get(part.id) ?? 'deleted-role'}</discord-mention>`;
    case 'channel':
      return html`<discord-mention type="channel">${names.channels.get(part.id)?.name ?? 'unknown'}</discord-mention>`;
    case 'command':
      return html`<discord-mention type="slash">${part.name}</discord-mention>`;
    case 'everyone':
      return html`<discord-mention>${part.text}</discord-mention>`;
    case 'time':
      return html`<discord-time>${styledTime(part.unix, part.style)}</discord-time>`;
    default:
      return part satisfies never;
  }
}
