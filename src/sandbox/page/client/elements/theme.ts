/** The message elements in the colors of the page's theme, and in the measures of Discord's client of today. */
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
    white-space: nowrap;
    overflow: visible;
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
    margin-left: 0.25rem;
  }
  :host .discord-slash-command-name:hover {
    color: var(--mention-text) !important;
    background: var(--mention);
  }
  .discord-context-command-name {
    color: var(--link) !important;
    opacity: 1;
    margin-left: 0.25rem;
  }
  .discord-message-margintop,
  .discord-context-user {
    margin-top: 0;
  }
`;

export const embed = css`
  :host {
    color: var(--text);
    margin: 4px 0;
    font-size: 0.875rem;
    line-height: 1.125rem;
  }
  :host .discord-embed-wrapper {
    background: var(--embed);
    border: 1px solid var(--embed-edge);
    border-left: 0;
    max-width: 516px;
  }
  :host .discord-left-border {
    background-color: var(--spine);
  }
  :host .discord-embed-author {
    color: var(--heading);
    font-size: 0.875rem;
  }
  :host .discord-embed-title {
    color: var(--heading);
    line-height: 1.375rem;
  }
  :host .discord-embed-title a {
    color: var(--link);
  }
  :host .discord-embed-image {
    max-width: 100%;
    height: auto;
  }
`;

export const embedText = css`
  :host {
    word-break: break-word;
  }
`;

export const embedFields = css`
  :host {
    grid-template-columns: repeat(12, minmax(0, 1fr));
  }
`;

export const embedField = css`
  :host .discord-field-title {
    color: var(--heading);
  }
`;

export const embedFooter = css`
  :host {
    color: var(--text);
  }
  :host .discord-footer-separator {
    color: var(--muted);
  }
`;

export const button = css`
  :host > *:first-child {
    box-sizing: border-box;
    min-width: 60px;
    height: 32px;
    margin: 4px 8px 4px 0;
    padding: 2px 16px;
    border-radius: 4px;
    font-family: var(--font);
    white-space: nowrap;
  }
  .secondary {
    color: var(--button-text);
    background: var(--button);
  }
  .secondary.hoverable:hover {
    background: var(--button-hover);
  }
  .primary,
  .primary.hoverable {
    background: #5865f2;
  }
  .success {
    background: #248046;
  }
  .destructive {
    background: #da373c;
  }
  button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
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

export const spoiler = css`
  :host {
    background: var(--spine) !important;
    border-radius: 4px;
  }
  :host([activated]) {
    background: var(--code) !important;
  }
`;

export const time = css`
  :host {
    background: var(--code);
  }
`;

export const file = css`
  .discord-file-attachment-mosaic-style {
    background: var(--embed);
    border-color: var(--edge);
    color: var(--text);
  }
`;

export const image = css`
  .discord-image-attachment img {
    border-radius: 8px;
    max-width: 100%;
    height: auto;
  }
`;

export const select = css`
  :host {
    display: block;
    width: 100%;
  }
  .menu {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    box-sizing: border-box;
    width: 100%;
    max-width: 400px;
    height: 40px;
    margin: 4px 0;
    padding: 0 10px 0 12px;
    border: 1px solid var(--field-edge);
    border-radius: 4px;
    background: var(--field);
    color: var(--text);
    font: 500 1rem/1.25rem var(--font);
    text-align: left;
    cursor: pointer;
  }
  .menu:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .menu span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .placeholder {
    color: var(--muted);
  }
  .menu:focus-visible {
    outline: 2px solid var(--focus);
  }
  #options {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    box-sizing: border-box;
    max-height: 260px;
    overflow-y: auto;
    border: 1px solid var(--edge);
    border-radius: 4px;
    background: var(--popout);
    color: var(--text);
    scrollbar-width: thin;
  }
  svg {
    flex: 0 0 auto;
  }
`;

export const selectOption = css`
  :host {
    display: block;
    outline: 0;
    cursor: pointer;
  }
  :host(:hover),
  :host(:focus) {
    background: var(--hover);
  }
  :host(:focus-visible) {
    box-shadow: inset 2px 0 0 var(--focus);
  }
  :host([aria-selected='true']) {
    background: var(--selected);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 12px;
    font: 400 0.875rem/1.125rem var(--font);
  }
  .words {
    min-width: 0;
  }
  strong,
  .words span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  strong {
    color: var(--heading);
    font-weight: 500;
  }
  .words span {
    color: var(--muted);
  }
`;

export const modal = css`
  .discord-modal {
    color: var(--text);
    max-width: 440px;
    width: calc(100vw - 32px);
    margin: auto;
    font-family: var(--font);
  }
  .discord-modal-button {
    font-family: var(--font);
  }
  .discord-modal-root {
    background: var(--surface) !important;
    max-width: 100%;
  }
  .discord-modal-title,
  .discord-modal-warning,
  .discord-modal-warning-author {
    color: var(--heading);
  }
  .discord-modal-title {
    font-size: 20px;
    line-height: 24px;
  }
  .discord-modal-actions-container {
    background: var(--side);
  }
  .discord-modal-close-button {
    color: var(--text);
    opacity: 1;
  }
  .discord-modal-button-submit {
    background: #5865f2;
  }
  .discord-modal-button-cancel {
    color: var(--heading);
  }
  .discord-modal-button:focus-visible,
  .discord-modal-close-button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
`;

export const input = css`
  .discord-label-input-text {
    color: var(--text);
    letter-spacing: 0.02em;
  }
  .discord-text-input-paragraph,
  .discord-text-input-short {
    background: var(--field);
    border: 1px solid var(--field-edge);
    border-radius: 4px;
  }
  .discord-text-input-paragraph:focus-visible,
  .discord-text-input-short:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 0;
  }
  input,
  textarea {
    color: var(--text);
    opacity: 1;
  }
  ::placeholder,
  .discord-text-input-textarea-max-length {
    color: var(--muted);
    opacity: 1;
  }
`;
