/** Messages in the colors of the page's theme, and in the measures of Discord's client of today. */
import { css } from 'lit';

export const messages = css`
  :host {
    color: var(--text);
    background: none;
    border: 0;
    font-family: var(--font);
    line-height: 1.375rem;
  }
  ::slotted(*),
  ::slotted(*:first-child),
  ::slotted(*:not(:first-child)),
  ::slotted(*:last-child) {
    margin: 0;
    padding: 0;
  }
`;

export const message = css`
  :host {
    color: var(--text);
    font-family: var(--font);
    font-size: 1rem;
    padding: 0.125rem 3rem 0.125rem 1rem;
    margin: 1.0625rem 0 0;
  }
  :host([message-body-only]) {
    padding-top: 0.125rem !important;
    padding-bottom: 0.125rem !important;
  }
  :host(:hover) {
    background-color: var(--hover-message);
  }
  :host([highlight]) {
    background-color: var(--mention-message);
  }
  :host([ephemeral]) {
    background-color: var(--ephemeral-message);
    padding-right: 3rem;
  }
  :host([ephemeral]:hover) {
    background-color: var(--ephemeral-message);
  }
  .discord-author-avatar {
    margin-top: 2px;
  }
  .discord-author-avatar img {
    cursor: default;
  }
  .discord-message-content {
    line-height: 1.375rem;
    padding-top: 0;
    min-width: 0;
  }
  .discord-message-body {
    word-break: break-word;
  }
  .discord-message-timestamp,
  .discord-message-edited,
  .discord-message-ephemeral {
    color: var(--muted);
  }
  .discord-message-timestamp {
    margin-left: 0.25rem;
    font-weight: 500;
  }
  .discord-message-body-only-indent {
    flex: 0 0 56px;
    width: 56px;
    margin-left: 0;
    font-size: 0.6875rem;
    line-height: 1.375rem;
    white-space: nowrap;
    align-self: flex-start;
  }
  .discord-message-ephemeral-link {
    color: var(--link) !important;
  }
  .discord-message-ephemeral-link:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 2px;
  }
`;

export const author = css`
  :host .discord-author-username {
    color: var(--heading);
    line-height: 1.375rem;
  }
  :host .discord-author-username:hover {
    cursor: default;
    text-decoration: none;
  }
`;

export const reply = css`
  :host {
    color: var(--muted);
    font-family: var(--font);
    min-width: 0;
  }
  :host:before {
    border-color: var(--spine) !important;
  }
  .discord-replied-message-username {
    color: var(--heading);
    opacity: 1;
  }
  .discord-replied-message-username:hover,
  .discord-replied-message-content {
    cursor: default;
    text-decoration: none;
  }
  .discord-replied-message-content {
    overflow: hidden;
    white-space: nowrap;
    min-width: 0;
  }
  .discord-replied-message-content:hover {
    color: var(--text);
  }
  :host .discord-slash-command-name {
    color: var(--mention-text) !important;
    background: var(--mention);
    overflow: visible;
  }
  :host .discord-slash-command-name:hover {
    color: var(--mention-text) !important;
    background: var(--mention);
  }
  .discord-context-command-name {
    color: var(--link) !important;
    opacity: 1;
    flex: 0 0 auto;
  }
  .discord-message-margintop,
  .discord-context-user {
    margin-top: 0;
  }
  .discord-context-user {
    flex: 0 0 auto;
    margin-right: 0.25rem;
  }
`;

export const code = css`
  :host {
    background: none;
    font-family: var(--mono);
  }
  code,
  :host([embed]) code {
    background: var(--code);
    font-family: var(--mono);
    margin: 0;
    padding: 0 0.2em;
  }
  :host([multiline]) code,
  :host([embed][multiline]) code {
    background: var(--code);
    border: 1px solid var(--edge);
    border-radius: 4px;
    box-sizing: border-box;
    width: auto;
    padding: 0.5em;
    overflow-x: auto;
  }
`;

export const mention = css`
  :host,
  :host(:hover) {
    color: var(--mention-text);
    background: var(--mention);
    cursor: default;
    transition: none;
  }
`;

export const time = css`
  :host {
    background: var(--code);
  }
`;
