/** The page as a whole: places on the left, the conversation, and the panel. */
import { html, nothing, type TemplateResult } from 'lit';
import { ChannelType } from '../../../constants.ts';
import { isNarrow, isPanelOpen } from '../layout.ts';
import type { Page } from '../page.ts';
import type { Channel } from '../types.ts';
import { titleOf } from '../world.ts';
import { conversationView, typingView } from './conversation.ts';
import { deletionView, modalView } from './dialogs.ts';
import { forumView } from './forum.ts';
import { guideView } from './guide.ts';
import { headerView } from './header.ts';
import { cross } from './icons.ts';
import { menuView } from './menu.ts';
import { panelView } from './panel.ts';
import { sidebarView } from './sidebar.ts';

/** Draws the page. */
export function shellView(page: Page): TemplateResult {
  const { preferences, drawer } = page.ui;
  const { theme, width } = preferences;
  const hasPanel = isPanelOpen(page.ui);
  return html`<div class="frame ${width}" data-theme=${theme}>
    <div class="app ${drawer ? 'drawer-open' : ''} ${isNarrow(page.ui) ? 'narrow' : ''}">
      ${sidebarView(page)}
      <div class="shade" @click=${() => page.set({ drawer: false })}></div>
      <main class="main">${headerView(page)}${bannerView(page)}${placeView(page)}</main>
      ${hasPanel ? panelView(page) : nothing}
      </div>
    </div>
    ${layerView(page)}`;
}

/** What stands above the page: outside of its frame, so that it measures by the window. */
function layerView(page: Page): TemplateResult | typeof nothing {
  const { menu, modal, deleting, preferences } = page.ui;
  if (menu === undefined && modal === undefined && deleting === undefined) return nothing;
  return html`<section class="layer" data-theme=${preferences.theme} aria-label="In front">
    ${menuView(page)}${modalView(page)}${deletionView(page)}
  </section>`;
}

function bannerView({ ui }: Page): TemplateResult | typeof nothing {
  if (ui.status !== 'offline') return nothing;
  return html`<div class="banner" role="status">Connection lost. Reconnecting…</div>`;
}

function placeView(page: Page): TemplateResult {
  const channel = page.world.channels.get(page.ui.place);
  if (channel === undefined) return guideView(page);
  if (channel.type === ChannelType.Forum) return forumView(page, channel);
  return html`${conversationView(page, channel)}${footView(page, channel)}`;
}

function footView(page: Page, channel: Channel): TemplateResult {
  const { ui, world } = page;
  const isDm = channel.type === ChannelType.Dm;
  const placeholder = `Message ${isDm ? '@' : channel.type === ChannelType.PublicThread ? '' : '#'}${titleOf(world, channel)}`;
  return html`<div class="foot">
    ${world.online.has(world.session.botId) ? nothing : html`<div class="offline-note" role="status">${world.nameOf(world.session.botId)} is offline. It answers again when it is back.</div>`}
    ${
      ui.replyTo === undefined
        ? nothing
        : html`<div class="reply-bar">
            <span>Replying to <strong>${world.nameOf(ui.replyTo.author.id)}</strong></span>
            <button type="button" aria-label="Do not reply" @click=${() => page.set({ replyTo: undefined })}>${cross}</button>
          </div>`
    }
    <strata-composer .page=${page} .channelId=${channel.id} placeholder=${placeholder}></strata-composer>
    ${typingView(page, channel.id)}
  </div>`;
}
