/** Files, images and what hides them, in the colors of the page's theme. */
import { css } from 'lit';

export const file = css`
  .discord-file-attachment-mosaic-style {
    background: var(--embed);
    border-color: var(--edge);
    color: var(--text);
  }
  .discord-file-attachment-metadata {
    color: var(--muted);
  }
`;

export const image = css`
  .discord-image-attachment img {
    border-radius: 8px;
    max-width: 100%;
    height: auto;
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
