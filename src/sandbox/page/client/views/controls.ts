/** The buttons and selects of a message. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ComponentType } from '../../../constants.ts';
import type { Button, Component, EntitySelect, StringSelect } from '../../../validate/components.ts';
import type { Page } from '../page.ts';
import type { Message } from '../types.ts';

const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive' };
const LINK = 5;

/** Draws the rows of controls under a message. */
export function controlsView(page: Page, message: Message): TemplateResult | typeof nothing {
  const rows = message.components.filter((each) => each.type === ComponentType.Row);
  if (rows.length === 0) return nothing;
  return html`<discord-attachments slot="components"
    >${rows.map((row) => rowView(page, message, row))}${failureView(page, message)}</discord-attachments
  >`;
}

function failureView({ ui }: Page, { id }: Message) {
  const reason = ui.failures[id];
  return reason === undefined ? nothing : html`<div class="failure" role="alert">${reason}</div>`;
}

function rowView(page: Page, message: Message, row: Extract<Component, { type: 1 }>): TemplateResult {
  return html`<discord-action-row
    >${row.components.map((each) =>
      each.type === ComponentType.Button ? buttonView(page, message, each) : selectView(page, message, each),
    )}</discord-action-row
  >`;
}

function buttonView(page: Page, message: Message, button: Button): TemplateResult {
  const { custom_id, label, emoji, disabled, style, url } = button;
  const isBusy = custom_id !== undefined && custom_id !== null && page.ui.busy[message.id] === custom_id;
  const text = html`${emoji?.name ? html`<span class="emoji">${emoji.name}</span>` : nothing}${label ?? ''}`;
  if (style === LINK)
    return html`<discord-button url=${url ?? nothing} ?disabled=${disabled ?? false}>${text}</discord-button>`;
  const press = () => {
    const isFree = page.ui.busy[message.id] === undefined && !disabled;
    if (isFree && custom_id) void page.use(message, { type: button.type, customId: custom_id, values: [] });
  };
  return html`<discord-button type=${STYLES[style] ?? 'secondary'} ?disabled=${disabled ?? false} @click=${press}
    >${isBusy ? html`<span class="thinking" aria-label="waiting"><i></i><i></i><i></i></span>` : text}</discord-button
  >`;
}

function selectView(page: Page, message: Message, select: StringSelect | EntitySelect): TemplateResult {
  const { custom_id, placeholder, disabled, max_values } = select;
  const options = optionsOf(page, select);
  const choose = ({ detail }: CustomEvent<readonly string[]>) =>
    void page.use(message, { type: select.type, customId: custom_id, values: detail });
  return html`${keyed(
    custom_id,
    html`<discord-string-select-menu
      placeholder=${placeholder || 'Make a selection'}
      data-most=${max_values ?? 1}
      ?disabled=${disabled ?? false}
      @choose=${choose}
      >${options.map(
        ({ label, value, description, emoji, isDefault }) =>
          html`<discord-string-select-menu-option
            role="option"
            tabindex="-1"
            aria-selected=${isDefault ? 'true' : 'false'}
            data-value=${value}
            label=${label}
            description=${description ?? nothing}
            emoji=${emoji ?? nothing}
          ></discord-string-select-menu-option>`,
      )}</discord-string-select-menu
    >`,
  )}`;
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly emoji?: string | undefined;
  readonly isDefault?: boolean;
}

function optionsOf({ world }: Page, select: StringSelect | EntitySelect): readonly Option[] {
  if (select.type === ComponentType.StringSelect) {
    return select.options.map(({ label, value, description, emoji, default: isDefault }) => ({
      label,
      value,
      description: description ?? undefined,
      emoji: emoji?.name ?? undefined,
      isDefault: isDefault ?? false,
    }));
  }
  if (select.type === ComponentType.ChannelSelect)
    return [...world.channels.values()].flatMap(({ id, name }) => (name ? [{ label: `#${name}`, value: id }] : []));
  const users = [...world.users.values()].map(({ id }) => ({ label: world.nameOf(id), value: id }));
  const roles = [...world.roles].map(([value, label]) => ({ label, value }));
  if (select.type === ComponentType.UserSelect) return users;
  return select.type === ComponentType.RoleSelect ? roles : [...users, ...roles];
}
