import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Page } from '../page.ts';
import type { Message } from '../types.ts';

/** Draws the field in which a person changes a message of theirs: Enter saves, Escape leaves it as it was. */
export function editorView(page: Page, message: Message): TemplateResult {
  const leave = () => page.set({ editing: undefined });
  const save = (text: string) => {
    if (text.trim() === '') page.set({ editing: undefined, deleting: message });
    else void page.edit(message, text.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    save((event.currentTarget as HTMLTextAreaElement).value);
  };
  return html`<span class="editor">
    <textarea aria-label="Edit the message" rows="2" .value=${message.content} @keydown=${onKey} ${ref(focusAtEnd)}></textarea>
    <small>
      escape to <button type="button" @click=${leave}>cancel</button> • enter to
      <button type="button" @click=${(event: Event) => save(fieldBeside(event))}>save</button>
    </small>
  </span>`;
}

function fieldBeside({ currentTarget }: Event): string {
  const editor = (currentTarget as HTMLElement).closest('.editor');
  return editor?.querySelector('textarea')?.value ?? '';
}

function focusAtEnd(element: Element | undefined): void {
  if (!(element instanceof HTMLTextAreaElement) || element.dataset.focused) return;
  element.dataset.focused = 'yes';
  queueMicrotask(() => {
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
}
