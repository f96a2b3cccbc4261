/** What is pressed and chosen, in the colors of the page's theme. */
import { css } from 'lit';

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
