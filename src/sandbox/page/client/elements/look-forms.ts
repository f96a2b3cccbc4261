/** What is opened and filled in, in the colors of the page's theme. */
import { css } from 'lit';

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
