import { html, nothing, type TemplateResult } from 'lit';
import { ChannelType } from '../../../constants.ts';
import type { Page, Place } from '../page.ts';
import type { Channel } from '../types.ts';
import { listedChannels, threadsOf } from '../world.ts';
import { bubble, compass, forum, hash, thread } from './icons.ts';

/** Draws the list of places: the guide, the server's channels with their posts, and the direct messages. */
export function sidebarView(page: Page): TemplateResult {
  const { world } = page;
  const dm = world.session.dmChannelId;
  return html`<nav class="sidebar" aria-label="Channels" id="channels">
    ${railView(page)}
    <h2 class="server">Sandbox</h2>
    <div class="places">
      ${placeView(page, 'guide', 'Start here', compass)}
      <h3>Text channels</h3>
      ${listedChannels(world).map((channel) => channelView(page, channel))}
      <h3>Direct messages</h3>
      ${placeView(page, dm, world.nameOf(world.session.botId), botFace(page))}
    </div>
    ${selfView(page)}
  </nav>`;
}

/** The narrow strip of servers, with the direct messages on top. */
function railView(page: Page): TemplateResult {
  const { dmChannelId } = page.world.session;
  const isDm = page.ui.place === dmChannelId;
  const [first] = listedChannels(page.world);
  return html`<div class="rail">
    <button
      type="button"
      class="server-icon ${isDm ? 'here' : ''}"
      aria-label="Direct messages"
      title="Direct messages"
      @click=${() => page.go(dmChannelId)}
    >
      ${bubble}
    </button>
    <span class="rail-line"></span>
    <button
      type="button"
      class="server-icon ${isDm ? '' : 'here'}"
      aria-label="Server Sandbox"
      title="Sandbox"
      @click=${() => page.go(first?.id ?? 'guide')}
    >
      S
    </button>
  </div>`;
}

function channelView(page: Page, channel: Channel): TemplateResult {
  const icon = channel.type === ChannelType.Forum ? forum : hash;
  const threads = threadsOf(page.world, channel.id).slice(0, 8);
  return html`${placeView(page, channel.id, channel.name ?? '', icon)}${
    threads.length > 0
      ? html`<div class="threads">${threads.map(({ id, name }) => placeView(page, id, name ?? '', thread))}</div>`
      : nothing
  }`;
}

function placeView(page: Page, place: Place, name: string, icon: TemplateResult): TemplateResult {
  const isHere = page.ui.place === place;
  const isNew = !isHere && page.world.unread.has(place);
  return html`<button
    type="button"
    class="place ${isHere ? 'here' : ''} ${isNew ? 'new' : ''}"
    aria-current=${isHere ? 'page' : nothing}
    @click=${() => page.go(place)}
  >
    ${icon}<span>${name}</span>${isNew ? html`<b class="sr">unread</b>` : nothing}
  </button>`;
}

/** The bot's picture with its presence. */
export function botFace({ world }: Page): TemplateResult {
  const isOnline = world.online.has(world.session.botId);
  return html`<span class="face"
    ><img src="/page/strata.svg" alt="" width="32" height="32" /><i
      class=${isOnline ? 'online' : 'offline'}
      role="img"
      aria-label=${isOnline ? 'online' : 'offline'}
    ></i
  ></span>`;
}

function selfView({ world, ui }: Page): TemplateResult {
  const words = { online: 'Online', connecting: 'Connecting…', offline: 'Reconnecting…' };
  return html`<div class="self">
    <span class="face"
      ><img src="/page/you.svg" alt="" width="32" height="32" /><i
        class=${ui.status === 'online' ? 'online' : 'offline'}
      ></i
    ></span>
    <div><strong>${world.nameOf(world.session.userId)}</strong><small>${words[ui.status]}</small></div>
  </div>`;
}
