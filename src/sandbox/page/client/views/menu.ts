/** The context menu of a message. */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { CommandType, MessageFlag } from '../../../constants.ts';
import type { OpenMenu, Page } from '../page.ts';

interface Item {
  readonly label: string;
  readonly act: () => void;
  readonly isDanger?: boolean;
}

/** Draws the menu where it was asked for, within the window. */
export function menuView(page: Page): TemplateResult | typeof nothing {
  const { menu } = page.ui;
  if (menu === undefined) return nothing;
  const own = ownItems(page, menu);
  const apps = appItems(page, menu);
  const close = () => page.set({ menu: undefined });
  return html`<div class="menu-shade" @click=${close} @contextmenu=${(event: Event) => {
    event.preventDefault();
    close();
  }}></div>
    <div
      class="context-menu"
      role="menu"
      aria-label="Message"
      @keydown=${(event: KeyboardEvent) => steer(event, close)}
      ${ref((element) => place(element, menu))}
    >
      ${own.map((item) => itemView(item, close))}
      ${apps.length > 0 ? html`<div role="separator"></div><div class="menu-title" role="presentation">Apps</div>` : nothing}
      ${apps.map((item) => itemView(item, close))}
    </div>`;
}

function itemView({ label, act, isDanger = false }: Item, close: () => void): TemplateResult {
  const choose = () => {
    close();
    act();
  };
  return html`<button type="button" role="menuitem" tabindex="-1" class=${isDanger ? 'danger' : ''} @click=${choose}>
    ${label}
  </button>`;
}

function ownItems(page: Page, { message }: OpenMenu): readonly Item[] {
  const isOwn = message.author.id === page.world.session.userId;
  const isEphemeral = (message.flags & MessageFlag.Ephemeral) !== 0;
  const items: (Item | undefined)[] = [
    isEphemeral ? undefined : { label: 'Reply', act: () => page.set({ replyTo: message }) },
    isOwn ? { label: 'Edit message', act: () => page.set({ editing: message.id }) } : undefined,
    message.content === ''
      ? undefined
      : { label: 'Copy text', act: () => void navigator.clipboard?.writeText(message.content).catch(() => undefined) },
    isEphemeral ? undefined : { label: 'Delete message', act: () => page.set({ deleting: message }), isDanger: true },
  ];
  return items.filter((item) => item !== undefined);
}

function appItems(page: Page, { message }: OpenMenu): readonly Item[] {
  return page.ui.commands
    .filter(({ type }) => type === CommandType.Message)
    .map((command) => ({ label: command.name, act: () => void page.menu(message, command) }));
}

function steer(event: KeyboardEvent, close: () => void): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const goal = goals[event.key];
  if (goal !== undefined) items[goal]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
}

const placed = new WeakMap<Element, OpenMenu>();

function place(element: Element | undefined, menu: OpenMenu): void {
  if (!(element instanceof HTMLElement) || placed.get(element) === menu) return;
  placed.set(element, menu);
  // The element is measured and focused once it stands in the page.
  queueMicrotask(() => settle(element, menu));
}

function settle(element: HTMLElement, menu: OpenMenu): void {
  const { offsetWidth, offsetHeight } = element;
  element.style.left = `${Math.max(8, Math.min(menu.x, innerWidth - offsetWidth - 8))}px`;
  element.style.top = `${Math.max(8, Math.min(menu.y, innerHeight - offsetHeight - 8))}px`;
  element.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
}
