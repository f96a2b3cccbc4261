/** The first screen: what to ask, everything there is to ask about, and how to have the bot in a server of one's own. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MapGroup } from '../../panel.ts';
import type { Page } from '../page.ts';
import { botFace } from './sidebar.ts';

const STARTERS = [
  'What is a zk rollup?',
  'Arbitrum vs Optimism',
  'Why does it take a week to withdraw?',
  'Is Polygon a layer 2?',
  'block time of Base',
  'optmistic rolup',
] as const;

const STEPS: readonly TemplateResult[] = [
  html`Create an application in the
    <a href="https://discord.com/developers/applications" target="_blank" rel="noreferrer noopener">developer portal</a>,
    open its page <em>Bot</em> and copy the token.`,
  html`On its page <em>OAuth2</em>, have the URL generator make a link with the scopes <code>bot</code> and
    <code>applications.commands</code>; open it and choose your server.`,
  html`Set <code>DISCORD_TOKEN</code> to the token (<code>.env.example</code> lists every setting) and run
    <code>npm run register</code>, which registers the commands.`,
  html`Run <code>npm start</code>: Strata is online in your server. Try <code>/layer explain</code>.`,
];

/** Draws the first screen. */
export function guideView(page: Page): TemplateResult {
  return html`<div class="scroller guide" tabindex="0" role="region" aria-label="Start here">
    <section class="hero">
      ${botFace(page)}
      <div>
        <h2>Ask Strata how blockchain layers fit together</h2>
        <p>This is Discord on your own machine, with the real bot logged in. Nothing you type leaves it.</p>
      </div>
    </section>
    <section aria-labelledby="starters">
      <h2 id="starters">Try one</h2>
      <div class="starters">
        ${STARTERS.map((each) => html`<button type="button" @click=${() => page.ask(each)}>${each}</button>`)}
      </div>
      <p class="hint">
        In a channel, mention <strong>@Strata</strong> or type <kbd>/</kbd> for its commands; right-click a message for
        more.
      </p>
    </section>
    <section aria-labelledby="map">
      <h2 id="map">The layer map</h2>
      ${mapView(page)}
    </section>
    <section aria-labelledby="own">
      <h2 id="own">Put Strata in your server</h2>
      <ol class="steps">
        ${STEPS.map((each) => html`<li>${each}</li>`)}
      </ol>
    </section>
  </div>`;
}

function mapView(page: Page): TemplateResult {
  const { map } = page.ui;
  if (map === undefined) return html`<p class="hint">Loading…</p>`;
  const part = (kind: MapGroup['kind']) => map.filter((group) => group.kind === kind);
  const count = (groups: readonly MapGroup[]) => groups.reduce((sum, { items }) => sum + items.length, 0);
  const topics = part('topics');
  const networks = part('networks');
  return html`<p class="hint">
      ${count(topics)} topics and ${count(networks)} networks; each is a click away.
    </p>
    ${networks.length > 0 ? html`<h3>Networks, by layer</h3>` : nothing}
    <div class="map">${networks.map((group) => groupView(page, group))}</div>
    ${topics.length > 0 ? html`<h3>Topics</h3>` : nothing}
    <div class="map">${topics.map((group) => groupView(page, group))}</div>`;
}

function groupView(page: Page, { title, items }: MapGroup): TemplateResult {
  return html`<div class="group">
    <h4>${title} <span>${items.length}</span></h4>
    <div class="chips">
      ${items.map(
        ({ id, name, short }) =>
          html`<button type="button" title=${short} @click=${() => page.explain(id, name)}>${name}</button>`,
      )}
    </div>
  </div>`;
}
