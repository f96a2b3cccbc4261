/** The messages of a channel, from its beginning to the last, and what is going on in it. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { ChannelType, MessageType } from '../../../constants.ts';
import type { Page } from '../page.ts';
import { dayOf } from '../time.ts';
import type { Channel, Message } from '../types.ts';
import { titleOf } from '../world.ts';
import { messageView } from './message.ts';
import { followBottom } from './scroll.ts';

/** Messages of one author within seven minutes stand under one head. */
const GROUP_MS = 7 * 60_000;

/** Draws a channel's conversation. */
export function conversationView(page: Page, channel: Channel): TemplateResult {
  const { world, ui } = page;
  const messages = world.messages(channel.id) ?? [];
  const name = titleOf(world, channel);
  const onScroll = ({ currentTarget }: Event) => {
    const scroller = currentTarget as HTMLElement;
    if (scroller.scrollTop > 600 || messages.length === 0 || world.isWhole(channel.id)) return;
    // Only below the very top does the browser hold the reader's place when messages come in above.
    if (scroller.scrollTop === 0) scroller.scrollTop = 1;
    void page.loadOlder(channel.id);
  };
  return html`<div class="scroller" role="log" aria-label="Messages in ${name}" tabindex="0" @scroll=${onScroll} ${ref(followBottom)} data-channel=${channel.id}>
    <div class="stack">
      ${world.isWhole(channel.id) ? beginningView(channel, name) : nothing}
      <discord-messages>
        ${repeat(
          messages,
          ({ id }) => id,
          (message, at) => entryView(page, message, messages[at - 1]),
        )}
      </discord-messages>
      ${noticeView(page, channel)}
      ${ui.sending[channel.id] === undefined ? nothing : html`<p class="sending">Sending command: ${ui.sending[channel.id]}</p>`}
    </div>
  </div>`;
}

function entryView(page: Page, message: Message, before: Message | undefined): unknown {
  const { ui } = page;
  const isNewDay = before === undefined || dayOf(before.timestamp) !== dayOf(message.timestamp);
  const isGrouped = !isNewDay && follows(message, before);
  const { id } = message;
  const isMarked = ui.menu?.message.id === id;
  // Times are worded anew each minute.
  const minute = Math.floor(Date.now() / 60_000);
  const facts = [minute, message, isGrouped, isNewDay, ui.busy[id], ui.failures[id], ui.editing === id, isMarked];
  return guard(
    facts,
    () =>
      html`${isNewDay ? html`<div class="day" role="separator">${dayOf(message.timestamp)}</div>` : nothing}${messageView(page, message, { isGrouped })}`,
  );
}

function follows(message: Message, before: Message): boolean {
  const gap = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return message.author.id === before.author.id && message.type === MessageType.Default && gap < GROUP_MS;
}

function beginningView(channel: Channel, name: string): TemplateResult {
  if (channel.type === ChannelType.Dm) {
    return html`<div class="beginning">
      <img src="/page/strata.svg" alt="" width="80" height="80" />
      <h2>${name}</h2>
      <p>This is the beginning of your direct message history with <strong>${name}</strong>. Ask anything, in your own words.</p>
    </div>`;
  }
  const isPost = channel.type === ChannelType.PublicThread;
  return html`<div class="beginning">
    <h2>${isPost ? name : `Welcome to #${name}!`}</h2>
    <p>
      ${isPost ? 'A post in the help forum.' : `This is the start of the #${name} channel.`} Mention
      <strong>@Strata</strong> to ask, or type <kbd>/</kbd> for its commands.
    </p>
  </div>`;
}

function noticeView(page: Page, { id }: Channel): TemplateResult | typeof nothing {
  const notice = page.ui.notices[id];
  if (notice === undefined) return nothing;
  const close = () => {
    const { [id]: _, ...rest } = page.ui.notices;
    page.set({ notices: rest });
  };
  return html`<div class="notice" role="alert">
    <img src="/page/strata.svg" alt="" width="40" height="40" />
    <div>
      <strong>${page.world.nameOf(page.world.session.botId)}</strong> <span class="app-tag">APP</span>
      <p>${notice}</p>
      <small>Only you can see this • <button type="button" @click=${close}>Dismiss message</button></small>
    </div>
  </div>`;
}

/** Draws who is typing. */
export function typingView({ world }: Page, channelId: string): TemplateResult {
  const names = world.typing(channelId).map(({ id }) => world.nameOf(id));
  const words = names.length > 1 ? 'Several people are typing…' : `${names[0]} is typing…`;
  return html`<div class="typing" aria-live="polite">
    ${names.length > 0 ? html`<span class="thinking"><i></i><i></i><i></i></span><span>${words}</span>` : nothing}
  </div>`;
}
