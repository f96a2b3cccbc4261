/** What was understood of the last question, and what the bot sent for it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Inspection, RankedRecord } from '../../panel.ts';
import { showPanel } from '../layout.ts';
import type { Asked, Page } from '../page.ts';
import { cross } from './icons.ts';

/** Draws the panel beside the conversation. */
export function panelView(page: Page): TemplateResult {
  const { asked } = page.ui;
  const close = () => showPanel(page, false);
  return html`<aside class="panel" aria-label="What was understood" tabindex="0">
    <div class="panel-head">
      <h2>What was understood</h2>
      <button type="button" class="tool" aria-label="Close the panel" @click=${close}>${cross}</button>
    </div>
    ${asked === undefined ? html`<p class="hint">Ask something: here stands how it was read, what was found, and why.</p>` : askedView(asked)}
  </aside>`;
}

function askedView({ question, inspection, payload, ms, controlMs }: Asked): TemplateResult {
  return html`<p class="question">${question}</p>
    ${inspection === undefined ? html`<p class="hint">Reading…</p>` : readingView(inspection)}
    <h3>Time</h3>
    <dl>
      ${fact('Answer found in', inspection && `${inspection.ms.toFixed(1)} ms`)}
      ${fact('On screen after', ms === undefined ? undefined : `${Math.round(ms)} ms`)}
      ${fact('Last press', controlMs === undefined ? undefined : `${Math.round(controlMs)} ms`)}
    </dl>
    ${inspection === undefined ? nothing : recordsView(inspection)}
    ${payload === undefined ? nothing : payloadView(payload)}`;
}

function readingView({ form, answer, confidence, read, subjects, corrections }: Inspection): TemplateResult {
  return html`<h3>Reading</h3>
    <dl>
      ${fact('It asks for', form)} ${fact('About', subjects.map(({ name }) => name).join(', ') || 'nothing it names')}
      ${fact('Read as', read)}
      ${
        corrections.length > 0
          ? fact('Corrected', corrections.map(({ from, to }) => `${from} → ${to}`).join(', '))
          : nothing
      }
      ${fact('Answer', answer)} ${fact('Confidence', percent(confidence))}
    </dl>`;
}

const fact = (name: string, value: string | undefined) =>
  value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const percent = (value: number) => `${Math.round(value * 100)} %`;

function recordsView({ records }: Inspection): TemplateResult {
  if (records.length === 0) return html`<h3>Found</h3><p class="hint">Nothing in the knowledge base fits.</p>`;
  return html`<h3>Found, best first</h3>
    <ol class="records">${records.map(recordView)}</ol>`;
}

function recordView({ name, kind, score, features, matched, missing }: RankedRecord): TemplateResult {
  const parts = Object.entries(features).filter(([, value]) => value > 0);
  return html`<li>
    <details>
      <summary>
        <span class="record-name">${name}</span> <span class="record-kind">${kind}</span>
        <span class="score">${score.toFixed(3)}</span>
        <span class="bar"><i style="width:${Math.round(score * 100)}%"></i></span>
      </summary>
      <dl>${parts.map(([part, value]) => fact(part, value.toFixed(3)))}</dl>
      ${words('Words that matched', matched)} ${words('Words it lacks', missing)}
    </details>
  </li>`;
}

function words(title: string, list: readonly string[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<p class="words-title">${title}</p>
    <p class="words">${list.map((each) => html`<span>${each}</span>`)}</p>`;
}

function payloadView({
  content,
  embeds,
  components,
  attachments,
  flags,
}: NonNullable<Asked['payload']>): TemplateResult {
  const sent = { content, embeds, components, attachments, flags };
  return html`<details class="payload">
    <summary>The message that was sent</summary>
    <pre tabindex="0" aria-label="JSON of the message">${JSON.stringify(sent, null, 2)}</pre>
  </details>`;
}
