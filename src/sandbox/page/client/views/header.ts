import { html, type TemplateResult } from 'lit';
import { ChannelType } from '../../../constants.ts';
import { isPanelOpen, showPanel } from '../layout.ts';
import type { Page } from '../page.ts';
import { type Preferences, savePreferences } from '../prefs.ts';
import { titleOf } from '../world.ts';
import { bars, compass, forum, hash, moon, phone, screen, side, sun, thread } from './icons.ts';
import { botFace } from './sidebar.ts';

/** Draws the bar above the conversation: where one is, and the switches of the page. */
export function headerView(page: Page): TemplateResult {
  const { ui, world } = page;
  const channel = world.channels.get(ui.place);
  const title = ui.place === 'guide' ? 'Start here' : channel ? titleOf(world, channel) : '';
  return html`<header class="header">
    <button
      type="button"
      class="tool drawer-button"
      aria-label="Channels"
      aria-expanded=${ui.drawer ? 'true' : 'false'}
      aria-controls="channels"
      @click=${() => page.set({ drawer: !ui.drawer })}
    >
      ${bars}
    </button>
    <h1>${iconOf(page)}<span>${title}</span></h1>
    ${channel?.topic ? html`<p class="topic">${channel.topic}</p>` : html`<p class="topic"></p>`}
    ${switches(page)}
  </header>`;
}

function iconOf(page: Page): TemplateResult {
  const type = page.world.channels.get(page.ui.place)?.type;
  if (page.ui.place === 'guide') return compass;
  if (type === ChannelType.Dm) return botFace(page);
  if (type === ChannelType.Forum) return forum;
  return type === ChannelType.PublicThread ? thread : hash;
}

function switches(page: Page): TemplateResult {
  const { preferences } = page.ui;
  const choose = (change: Partial<Preferences>) => {
    const next = { ...preferences, ...change };
    savePreferences(next);
    page.set({ preferences: next });
  };
  const isDark = preferences.theme === 'dark';
  const isPhone = preferences.width === 'phone';
  const isOpen = isPanelOpen(page.ui);
  return html`<div class="switches" role="group" aria-label="Looks">
    ${tool(isPhone ? 'Desktop width' : 'Phone width', isPhone ? screen : phone, 'width', () =>
      choose({ width: isPhone ? 'desktop' : 'phone' }),
    )}
    ${tool(isDark ? 'Light theme' : 'Dark theme', isDark ? sun : moon, 'theme', () =>
      choose({ theme: isDark ? 'light' : 'dark' }),
    )}
    <button
      type="button"
      class="tool ${isOpen ? 'on' : ''}"
      aria-label="What was understood"
      title="What was understood"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => showPanel(page, !isOpen)}
    >
      ${side}
    </button>
  </div>`;
}

function tool(label: string, icon: TemplateResult, name: string, act: () => void): TemplateResult {
  return html`<button type="button" class="tool ${name}-button" aria-label=${label} title=${label} @click=${act}>
    ${icon}
  </button>`;
}
