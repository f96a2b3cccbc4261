/** The select menu's working parts: a button that opens a list of options, by mouse and by keyboard. */
import type { DiscordStringSelectMenu } from '@skyra/discord-components-core/discord-string-select-menu.js';
import type { DiscordStringSelectMenuOption } from '@skyra/discord-components-core/discord-string-select-menu-option.js';
import { html, nothing } from 'lit';
import { arrow } from '../views/icons.ts';

const GAP = 4;
const LIST_HEIGHT = 260;

/** Draws the menu: the button shows what was chosen, else the placeholder. */
export function renderSelect(this: DiscordStringSelectMenu) {
  const chosen = optionsOf(this).filter((each) => each.getAttribute('aria-selected') === 'true');
  const text = chosen.map(({ label }) => label).join(', ') || this.placeholder;
  return html`<button
      class="menu"
      type="button"
      aria-haspopup="listbox"
      aria-expanded="false"
      aria-controls="options"
      aria-label=${this.placeholder}
      ?disabled=${this.disabled}
      @click=${() => toggle(this)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open(this);
      }}
    >
      <span class=${chosen.length > 0 ? 'chosen' : 'placeholder'}>${text}</span>${arrow}
    </button>
    <div
      id="options"
      role="listbox"
      popover="manual"
      aria-label=${this.placeholder}
      aria-multiselectable=${mostOf(this) > 1 ? 'true' : nothing}
      @click=${(event: Event) => pick(this, event)}
      @keydown=${(event: KeyboardEvent) => steer(this, event)}
      @focusout=${(event: FocusEvent) => {
        if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) close(this);
      }}
    >
      <slot></slot>
    </div>`;
}

/** Draws one option. */
export function renderOption(this: DiscordStringSelectMenuOption) {
  return html`<div class="option">
    ${this.emoji ? html`<span class="emoji">${this.emoji}</span>` : nothing}
    <div class="words">
      <strong>${this.label}</strong>${this.description ? html`<span>${this.description}</span>` : nothing}
    </div>
  </div>`;
}

const optionsOf = (menu: DiscordStringSelectMenu) => [
  ...menu.querySelectorAll<DiscordStringSelectMenuOption>('discord-string-select-menu-option'),
];
const mostOf = ({ dataset }: DiscordStringSelectMenu) => Number(dataset.most ?? 1);
const listOf = (menu: DiscordStringSelectMenu) => menu.renderRoot.querySelector<HTMLElement>('#options');
const buttonOf = (menu: DiscordStringSelectMenu) => menu.renderRoot.querySelector<HTMLButtonElement>('button');
const isOpen = (menu: DiscordStringSelectMenu) => listOf(menu)?.matches(':popover-open') ?? false;

function toggle(menu: DiscordStringSelectMenu): void {
  if (isOpen(menu)) close(menu);
  else open(menu);
}

function open(menu: DiscordStringSelectMenu): void {
  const list = listOf(menu);
  const button = buttonOf(menu);
  if (list === null || button === null || isOpen(menu)) return;
  const { left, top, bottom, width } = button.getBoundingClientRect();
  const isBelow = bottom + LIST_HEIGHT < innerHeight || top < LIST_HEIGHT;
  const edges = isBelow
    ? { top: `${bottom + GAP}px`, bottom: 'auto' }
    : { bottom: `${innerHeight - top + GAP}px`, top: 'auto' };
  Object.assign(list.style, { left: `${left}px`, width: `${width}px`, ...edges });
  list.showPopover();
  button.setAttribute('aria-expanded', 'true');
  optionsOf(menu)[0]?.focus({ preventScroll: true });
}

function close(menu: DiscordStringSelectMenu): void {
  if (!isOpen(menu)) return;
  listOf(menu)?.hidePopover();
  buttonOf(menu)?.setAttribute('aria-expanded', 'false');
  if (mostOf(menu) > 1) tell(menu);
}

function steer(menu: DiscordStringSelectMenu, event: KeyboardEvent): void {
  const options = optionsOf(menu);
  const at = options.findIndex((each) => each.contains(event.target as Node | null));
  const last = options.length - 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: last,
  };
  const goal = goals[event.key] ?? beginning(options, at, event.key);
  if (goal !== undefined) options[goal]?.focus();
  else if (event.key === 'Enter' || event.key === ' ') pick(menu, event);
  else if (event.key === 'Escape') leave(menu);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Typing a letter goes to the next option that begins with it. */
function beginning(options: readonly DiscordStringSelectMenuOption[], at: number, key: string): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const from = [...options.keys()].map((step) => (at + 1 + step) % options.length);
  return from.find((each) => options[each]?.label.toLowerCase().startsWith(key.toLowerCase()));
}

function leave(menu: DiscordStringSelectMenu): void {
  close(menu);
  buttonOf(menu)?.focus();
}

function pick(menu: DiscordStringSelectMenu, event: Event): void {
  const picked = optionsOf(menu).find((each) => event.composedPath().includes(each));
  if (picked === undefined) return;
  if (mostOf(menu) > 1) {
    picked.setAttribute('aria-selected', String(picked.getAttribute('aria-selected') !== 'true'));
    return;
  }
  for (const each of optionsOf(menu)) each.setAttribute('aria-selected', String(each === picked));
  leave(menu);
  tell(menu);
}

function tell(menu: DiscordStringSelectMenu): void {
  const chosen = optionsOf(menu).filter((each) => each.getAttribute('aria-selected') === 'true');
  menu.requestUpdate();
  if (chosen.length === 0) return;
  const values = chosen.map(({ dataset }) => dataset.value ?? '');
  menu.dispatchEvent(new CustomEvent('choose', { detail: values, bubbles: true }));
}
