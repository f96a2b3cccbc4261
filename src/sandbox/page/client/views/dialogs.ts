/** What stands above the page: the bot's forms, and the question before a message is deleted. */
import type { DiscordInputText } from '@skyra/discord-components-core/discord-input-text.js';
import type { DiscordModal } from '@skyra/discord-components-core/discord-modal.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { ComponentType } from '../../../constants.ts';
import { showMarkdown } from '../markdown/show.ts';
import type { Page } from '../page.ts';
import type { Modal, ModalInput, ModalPart } from '../types.ts';

/** Draws the form that the bot has opened. */
export function modalView(page: Page): TemplateResult | typeof nothing {
  const { modal } = page.ui;
  if (modal === undefined) return nothing;
  const submit = () => void page.submit(modal, filledParts(modal));
  return html`${keyed(
    modal.id,
    html`<discord-modal
      modal-id="form"
      modal-title=${modal.title}
      author=${page.world.nameOf(page.world.session.botId)}
      avatar="/page/strata.svg"
      .originalBodyOverflow=${''}
      .submitForm=${submit}
      .closeForm=${() => page.set({ modal: undefined })}
      ${ref(openModal)}
      >${modal.components.map((part) => partView(page, part))}</discord-modal
    >`,
  )}`;
}

function openModal(element: Element | undefined): void {
  const modal = element as DiscordModal | undefined;
  void modal?.updateComplete.then(() => {
    const dialog = modal.renderRoot.querySelector('dialog');
    const box = modal.renderRoot.querySelector<HTMLElement>('.discord-modal-box');
    if (dialog === null || box === null || dialog.open) return;
    box.style.display = 'flex';
    dialog.showModal();
    const field = modal.querySelector<DiscordInputText>('discord-input-text');
    void field?.updateComplete.then(() => field.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus());
  });
}

function partView(page: Page, part: ModalPart): TemplateResult {
  if (part.type === ComponentType.Text) {
    return html`<p class="modal-text">${showMarkdown(part.content ?? '', { names: page.world, isEmbed: false })}</p>`;
  }
  const inputs = part.component ? [part.component] : (part.components ?? []);
  return html`${inputs.map((input) => inputView(input, part.label ?? input.label ?? '', part.description))}`;
}

function inputView(input: ModalInput, label: string, description: string | null | undefined): TemplateResult {
  const isRequired = input.required ?? true;
  if (input.type === ComponentType.StringSelect) {
    return html`<label class="modal-select"
      ><span>${label}</span>${description ? html`<small>${description}</small>` : nothing}
      <select data-input=${input.custom_id} ?multiple=${(input.max_values ?? 1) > 1} ?required=${isRequired}>
        ${(input.options ?? []).map((each) => html`<option value=${each.value}>${each.label}</option>`)}
      </select></label
    >`;
  }
  return html`<discord-input-text
    data-input=${input.custom_id}
    type=${input.style === 2 ? 'paragraph' : 'short'}
    label=${label}
    placeholder=${input.placeholder ?? ''}
    default-value=${input.value ?? ''}
    .value=${input.value ?? ''}
    .minLength=${input.min_length ?? 0}
    .maxLength=${input.max_length ?? 4000}
    .required=${isRequired}
  ></discord-input-text>`;
}

/** Gives the parts of the form as Discord's client sends them, read from what stands in the fields. */
function filledParts({ components }: Modal): readonly unknown[] {
  return components.flatMap((part): readonly unknown[] => {
    if (part.component) return [{ type: part.type, component: filledInput(part.component) }];
    return part.components ? [{ type: part.type, components: part.components.map(filledInput) }] : [];
  });
}

function filledInput({ type, custom_id }: ModalInput) {
  const field = document.querySelector(`discord-modal [data-input="${CSS.escape(custom_id)}"]`);
  if (field instanceof HTMLSelectElement) {
    return { type, custom_id, values: [...field.selectedOptions].map(({ value }) => value) };
  }
  const typed = (field as DiscordInputText | null)?.renderRoot.querySelector<HTMLInputElement>('input, textarea');
  return { type, custom_id, value: typed?.value ?? '' };
}

/** Draws the question whether a message is to be deleted. */
export function deletionView(page: Page): TemplateResult | typeof nothing {
  const { deleting } = page.ui;
  if (deleting === undefined) return nothing;
  const close = () => page.set({ deleting: undefined });
  const remove = () => {
    close();
    void page.remove(deleting);
  };
  return html`<dialog class="dialog" aria-labelledby="deletion" @close=${close} ${ref(showDialog)}>
    <h2 id="deletion">Delete message</h2>
    <p>Are you sure you want to delete this message?</p>
    <div class="dialog-actions">
      <button type="button" class="quiet" @click=${close}>Cancel</button>
      <button type="button" class="danger" @click=${remove}>Delete</button>
    </div>
  </dialog>`;
}

function showDialog(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
  });
}
