/** The message box as it is drawn: the text or the command's fields, and the list of what is offered above. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Filled } from '../commands.ts';
import { cross, send } from '../views/icons.ts';
import { type Draft, MORE, optionOf } from './draft.ts';
import type { Suggestion } from './suggestions.ts';

/** What is offered at the moment. */
export interface Offer {
  readonly list: readonly Suggestion[];
  readonly active: number;
  readonly isOpen: boolean;
  /** Whether the bot is being asked. */
  readonly isAsking: boolean;
}

export interface ComposerView {
  readonly draft: Draft;
  readonly offer: Offer;
  readonly placeholder: string;
  readonly on: {
    readonly text: (text: string) => void;
    readonly field: (name: string, text: string) => void;
    readonly enter: (name: string) => void;
    readonly leave: () => void;
    readonly key: (event: KeyboardEvent) => void;
    readonly take: (at: number) => void;
    readonly point: (at: number) => void;
    readonly remove: (name: string) => void;
    readonly submit: () => void;
  };
}

/** Draws the message box. */
export function composerView(view: ComposerView): TemplateResult {
  const { draft, on } = view;
  return html`${listView(view)}
    <div class="composer ${draft.fault ? 'faulty' : ''}">
      ${draft.entry ? commandView(view, draft.entry) : textView(view)}
      <button type="button" class="tool send" aria-label="Send" @click=${on.submit}>${send}</button>
    </div>
    ${draft.fault ? html`<p class="fault" role="alert">${draft.fault}</p>` : nothing}`;
}

const activeId = ({ isOpen, active }: Offer) => (isOpen && active >= 0 ? `suggestion-${active}` : nothing);

function textView({ draft, offer, placeholder, on }: ComposerView): TemplateResult {
  return html`<textarea
    rows="1"
    data-field="text"
    aria-label=${placeholder}
    placeholder=${placeholder}
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls=${offer.isOpen ? 'suggestions' : nothing}
    aria-activedescendant=${activeId(offer)}
    maxlength="2000"
    autocomplete="off"
    .value=${draft.text}
    @input=${(event: Event) => on.text((event.target as HTMLTextAreaElement).value)}
    @keydown=${on.key}
    @blur=${on.leave}
  ></textarea>`;
}

function commandView(view: ComposerView, { path, options }: Entry): TemplateResult {
  const { filled, more } = view.draft;
  const rest = options.length - filled.length;
  const words = { label: 'Add an option', placeholder: rest > 0 ? `+${rest} optional` : '' };
  return html`<div class="command" role="group" aria-label="Command /${path}">
    <span class="command-name">/${path}</span>
    ${filled.map((each) => optionView(view, each))} ${fieldView(view, MORE, more, words)}
  </div>`;
}

function optionView(view: ComposerView, { option, text }: Filled): TemplateResult {
  const { name, description, required } = option;
  const remove = html`<button
    type="button"
    tabindex="-1"
    aria-label="Remove ${name}"
    @click=${() => view.on.remove(name)}
  >
    ${cross}
  </button>`;
  return html`<span class="pill ${view.draft.focused === name ? 'focused' : ''}">
    <span class="pill-name">${name}</span>
    ${fieldView(view, name, text, { label: `${name}: ${description ?? ''}`, placeholder: '' })}
    ${required ? nothing : remove}
  </span>`;
}

function fieldView(
  { draft, offer, on }: ComposerView,
  name: string,
  text: string,
  words: { readonly label: string; readonly placeholder: string },
): TemplateResult {
  const isHere = offer.isOpen && draft.focused === name;
  return html`<input
    data-field=${name}
    role="combobox"
    aria-label=${words.label}
    placeholder=${words.placeholder}
    aria-autocomplete="list"
    aria-expanded=${isHere ? 'true' : 'false'}
    aria-controls="suggestions"
    aria-activedescendant=${isHere ? activeId(offer) : nothing}
    autocomplete="off"
    size=${Math.max(text.length, words.placeholder.length, 4)}
    .value=${text}
    @focus=${() => on.enter(name)}
    @blur=${on.leave}
    @input=${(event: Event) => on.field(name, (event.target as HTMLInputElement).value)}
    @keydown=${on.key}
  />`;
}

function listView({ draft, offer, on }: ComposerView): TemplateResult {
  const title = titleOf(draft, offer);
  const isEmpty = !offer.isOpen || (offer.list.length === 0 && !offer.isAsking);
  return html`<div class="suggestions" ?hidden=${isEmpty} @mousedown=${(event: Event) => event.preventDefault()}>
    <div class="suggestions-title">${title}</div>
    <div role="listbox" id="suggestions" tabindex=${draft.entry ? nothing : 0} aria-label=${title || 'Suggestions'}>
      ${offer.list.map(
        ({ label, description }, at) => html`<div
          role="option"
          id="suggestion-${at}"
          aria-selected=${at === offer.active ? 'true' : 'false'}
          @click=${() => on.take(at)}
          @mousemove=${() => on.point(at)}
        ><strong>${label}</strong>${description ? html`<span>${description}</span>` : nothing}</div>`,
      )}
    </div>
  </div>`;
}

function titleOf(draft: Draft, { isAsking, list }: Offer): string {
  if (draft.entry === undefined) return draft.text.startsWith('/') ? 'Strata' : 'Members';
  if (draft.focused === MORE) return 'Optional';
  if (isAsking && list.length === 0) return 'Loading options…';
  const option = optionOf(draft, draft.focused);
  return option ? `${option.name}: ${option.description ?? ''}` : '';
}
