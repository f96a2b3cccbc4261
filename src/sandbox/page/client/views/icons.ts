/** Small drawings, each one stroke or shape on a field of 24 by 24. */
import { html, svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`;

export const arrow = icon(svg`<path d="m6 9 6 6 6-6" />`);
export const hash = icon(svg`<path d="M10 3 8 21M16 3l-2 18M4 9h17M3 15h17" />`);
export const forum = icon(svg`<path d="M4 4h13v9H9l-5 4zM20 8v12l-4-3h-6" />`);
export const thread = icon(svg`<path d="M5 5v7a3 3 0 0 0 3 3h11M15 11l4 4-4 4" />`);
export const compass = icon(svg`<circle cx="12" cy="12" r="9" /><path d="m15.5 8.5-2 5-5 2 2-5z" />`);
export const dots = icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3.5" />`);
export const replyArrow = icon(svg`<path d="M9 5 4 10l5 5M4 10h9a6 6 0 0 1 6 6v3" />`);
export const send = icon(svg`<path d="m4 12 16-8-5 16-3-6z" />`);
export const bars = icon(svg`<path d="M4 7h16M4 12h16M4 17h16" />`);
export const side = icon(svg`<rect x="3" y="4" width="18" height="16" rx="2" /><path d="M15 4v16" />`);
export const phone = icon(svg`<rect x="7" y="2.5" width="10" height="19" rx="2" /><path d="M11 18.5h2" />`);
export const screen = icon(svg`<rect x="3" y="4" width="18" height="12" rx="2" /><path d="M8 20h8M12 16v4" />`);
export const moon = icon(svg`<path d="M20 14a8 8 0 1 1-9-10 6.5 6.5 0 0 0 9 10z" />`);
export const sun = icon(
  svg`<circle cx="12" cy="12" r="4" /><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19" />`,
);
export const cross = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const bubble = icon(svg`<path d="M4 5h16v11H10l-5 4v-4H4z" fill="currentColor" />`);
