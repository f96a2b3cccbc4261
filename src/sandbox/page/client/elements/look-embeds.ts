/** Embeds in the colors of the page's theme. */
import { css } from 'lit';

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
