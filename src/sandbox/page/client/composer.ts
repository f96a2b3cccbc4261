/**
 * The message box: plain text, or a command whose options are filled one by one. What is offered stands in a list above
 * it; arrows choose, Tab and Enter take, Escape closes.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { type Entry, entriesOf, type Filled, missingOption } from './commands.ts';
import type { Page } from './page.ts';
import { addableOptions, askedValues, ownValues, type Suggestion, textSuggestions } from './suggestions.ts';
import type { CommandOption } from './types.ts';
import { cross, send } from './views/icons.ts';

const DEBOUNCE_MS = 150;
/** The field behind the last option, where further options are added. */
const MORE = 'more';
const drafts = new Map<string, string>();

class Composer extends LitElement {
  static override properties = {
    page: { attribute: false },
    channelId: { attribute: false },
    placeholder: {},
    version: { attribute: false },
  };
  declare page: Page;
  declare channelId: string;
  declare placeholder: string;

  private text = '';
  private entry: Entry | undefined;
  private filled: readonly Filled[] = [];
  private more = '';
  private focused = '';
  private offered: readonly Suggestion[] = [];
  private active = -1;
  private isOpen = false;
  private isAsking = false;
  private fault = '';
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('channelId')) return;
    const before = changed.get('channelId');
    if (typeof before === 'string') drafts.set(before, this.text);
    this.reset(drafts.get(this.channelId) ?? '');
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('channelId')) this.field()?.focus({ preventScroll: true });
    this.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    return html`${this.listView()}
      <div class="composer ${this.fault ? 'faulty' : ''}">
        ${this.entry ? this.commandView(this.entry) : this.textView()}
        <button type="button" class="tool send" aria-label="Send" @click=${() => this.submit()}>${send}</button>
      </div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}`;
  }

  private textView(): TemplateResult {
    const id = this.activeId();
    return html`<textarea
      rows="1"
      data-field="text"
      aria-label=${this.placeholder}
      placeholder=${this.placeholder}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls=${this.isOpen ? 'suggestions' : nothing}
      aria-activedescendant=${id ?? nothing}
      maxlength="2000"
      autocomplete="off"
      .value=${this.text}
      @input=${(event: Event) => this.typeText((event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      @blur=${() => this.closeList()}
    ></textarea>`;
  }

  private commandView({ path, options }: Entry): TemplateResult {
    const rest = options.length - this.filled.length;
    return html`<div class="command" role="group" aria-label="Command /${path}">
      <span class="command-name">/${path}</span>
      ${this.filled.map((each) => this.optionView(each))}
      ${this.fieldView(MORE, this.more, { label: 'Add an option', placeholder: rest > 0 ? `+${rest} optional` : '' })}
    </div>`;
  }

  private optionView({ option, text }: Filled): TemplateResult {
    const { name, description, required } = option;
    return html`<span class="pill ${this.focused === name ? 'focused' : ''}">
      <span class="pill-name">${name}</span>
      ${this.fieldView(name, text, { label: `${name}: ${description ?? ''}`, placeholder: '' })}
      ${
        required
          ? nothing
          : html`<button type="button" tabindex="-1" aria-label="Remove ${name}" @click=${() => this.removeOption(name)}>${cross}</button>`
      }
    </span>`;
  }

  private fieldView(name: string, text: string, words: { label: string; placeholder: string }): TemplateResult {
    const isHere = this.isOpen && this.focused === name;
    return html`<input
      data-field=${name}
      role="combobox"
      aria-label=${words.label}
      placeholder=${words.placeholder}
      aria-autocomplete="list"
      aria-expanded=${isHere ? 'true' : 'false'}
      aria-controls="suggestions"
      aria-activedescendant=${(isHere && this.activeId()) || nothing}
      autocomplete="off"
      size=${Math.max(text.length, words.placeholder.length, 4)}
      .value=${text}
      @focus=${() => this.enterField(name)}
      @blur=${() => this.closeList()}
      @input=${(event: Event) => this.typeField(name, (event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
    />`;
  }

  private listView(): TemplateResult {
    const title = this.listTitle();
    const isEmpty = !this.isOpen || (this.offered.length === 0 && !this.isAsking);
    return html`<div class="suggestions" ?hidden=${isEmpty} @mousedown=${(event: Event) => event.preventDefault()}>
      <div class="suggestions-title">${title}</div>
      <div role="listbox" id="suggestions" tabindex=${this.entry ? nothing : 0} aria-label=${title || 'Suggestions'}>
        ${this.offered.map(
          ({ label, description }, at) => html`<div
            role="option"
            id="suggestion-${at}"
            aria-selected=${at === this.active ? 'true' : 'false'}
            @click=${() => this.take(at)}
            @mousemove=${() => this.point(at)}
          ><strong>${label}</strong>${description ? html`<span>${description}</span>` : nothing}</div>`,
        )}
      </div>
    </div>`;
  }

  private listTitle(): string {
    if (this.entry === undefined) return this.text.startsWith('/') ? 'Strata' : 'Members';
    if (this.focused === MORE) return 'Optional';
    const option = this.optionOf(this.focused);
    if (this.isAsking && this.offered.length === 0) return 'Loading options…';
    return option ? `${option.name}: ${option.description ?? ''}` : '';
  }

  private activeId(): string | undefined {
    return this.isOpen && this.active >= 0 ? `suggestion-${this.active}` : undefined;
  }

  private field(name = 'text'): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  }

  private focusField(name: string): void {
    void this.updateComplete.then(() => this.field(name)?.focus());
  }

  private optionOf(name: string): CommandOption | undefined {
    return this.entry?.options.find((each) => each.name === name);
  }

  private typeText(text: string): void {
    this.text = text;
    this.fault = '';
    this.offer(textSuggestions(this.page, entriesOf(this.page.ui.commands), text), 0);
  }

  private typeField(name: string, text: string): void {
    this.fault = '';
    if (name === MORE) this.more = text;
    else this.change(name, { text, value: undefined });
    this.refresh(name, text);
  }

  private change(name: string, change: Pick<Filled, 'text' | 'value'>): void {
    this.filled = this.filled.map((each) => (each.option.name === name ? { ...each, ...change } : each));
  }

  private enterField(name: string): void {
    this.focused = name;
    this.refresh(name, name === MORE ? this.more : (this.filled.find((each) => each.option.name === name)?.text ?? ''));
  }

  /** Offers what fits the field, asking the bot where only it knows. */
  private refresh(name: string, text: string): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.isAsking = false;
    const { entry } = this;
    if (entry === undefined) return;
    const option = this.optionOf(name);
    const own = option && ownValues(this.page, option, text);
    if (name === MORE) this.offer(addableOptions(entry, this.filled, text), text === '' ? -1 : 0);
    else if (own !== undefined) this.offer(own, 0);
    else if (option !== undefined) this.askLater(entry, option);
  }

  private askLater(entry: Entry, option: CommandOption): void {
    this.isAsking = true;
    this.isOpen = true;
    const turn = this.asked;
    this.timer = setTimeout(() => void this.ask(entry, option, turn), DEBOUNCE_MS);
    this.requestUpdate();
  }

  private async ask(entry: Entry, option: CommandOption, turn: number): Promise<void> {
    const found = await askedValues(this.page, { entry, filled: this.filled, option });
    if (turn !== this.asked) return;
    this.isAsking = false;
    this.offer(found ?? [], 0);
  }

  private offer(offered: readonly Suggestion[], active: number): void {
    this.offered = offered;
    this.active = offered.length === 0 ? -1 : active;
    this.isOpen = offered.length > 0;
    this.requestUpdate();
  }

  private point(at: number): void {
    if (this.active === at) return;
    this.active = at;
    this.requestUpdate();
  }

  private closeList(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.isOpen = false;
    this.isAsking = false;
    this.requestUpdate();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const handled = this.isOpen && this.offered.length > 0 ? this.keyInList(event.key) : false;
    if (handled || this.keyInField(event)) event.preventDefault();
  }

  private keyInList(key: string): boolean {
    const { length } = this.offered;
    if (key === 'ArrowDown') this.point((this.active + 1) % length);
    else if (key === 'ArrowUp') this.point((this.active - 1 + length) % length);
    else if (key === 'Escape') this.closeList();
    else if ((key === 'Enter' || key === 'Tab') && this.active >= 0) this.take(this.active);
    else return false;
    return true;
  }

  private keyInField(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === 'Enter' && !event.shiftKey) {
      this.submit();
      return true;
    }
    if (key === 'Escape') return this.leave();
    if (key === 'ArrowUp' && this.entry === undefined && this.text === '') return this.editLast();
    const field = event.target as HTMLInputElement;
    return key === 'Backspace' && this.entry !== undefined && field.value === '' && this.stepBack();
  }

  private leave(): boolean {
    if (this.entry) {
      this.reset('');
      this.focusField('text');
    } else this.page.set({ replyTo: undefined });
    return true;
  }

  private editLast(): boolean {
    const { world } = this.page;
    const own = world.messages(this.channelId)?.findLast(({ author }) => author.id === world.session.userId);
    if (own !== undefined) this.page.set({ editing: own.id });
    return own !== undefined;
  }

  /** Backspace in an empty field goes to the one before, taking away an option that need not be there. */
  private stepBack(): boolean {
    const names = [...this.filled.map(({ option }) => option.name), MORE];
    const at = names.indexOf(this.focused);
    const before = names[at - 1];
    if (before === undefined || at === 0) {
      const path = this.entry?.path ?? '';
      this.reset(`/${path}`);
      this.typeText(this.text);
      this.focusField('text');
      return true;
    }
    if (this.focused !== MORE && !this.optionOf(this.focused)?.required) this.removeOption(this.focused);
    this.focusField(before);
    return true;
  }

  private removeOption(name: string): void {
    this.filled = this.filled.filter(({ option }) => option.name !== name);
    this.requestUpdate();
    this.focusField(MORE);
  }

  private take(at: number): void {
    const chosen = this.offered[at];
    if (chosen === undefined) return;
    this.closeList();
    if (chosen.kind === 'command') this.begin(chosen.entry);
    else if (chosen.kind === 'person') this.takePerson(chosen.name);
    else if (chosen.kind === 'option') this.addOption(chosen.option);
    else this.takeValue(chosen.label, chosen.value);
  }

  private begin(entry: Entry): void {
    this.reset('');
    this.entry = entry;
    this.filled = entry.options
      .filter(({ required }) => required)
      .map((option) => ({ option, text: '', value: undefined }));
    this.requestUpdate();
    this.focusField(this.filled[0]?.option.name ?? MORE);
  }

  private takePerson(name: string): void {
    this.text = this.text.replace(/@[\w.]*$/, `@${name} `);
    this.requestUpdate();
    this.focusField('text');
  }

  private addOption(option: CommandOption): void {
    this.more = '';
    this.filled = [...this.filled, { option, text: '', value: undefined }];
    this.requestUpdate();
    this.focusField(option.name);
  }

  private takeValue(text: string, value: string | number | boolean): void {
    this.change(this.focused, { text, value });
    this.requestUpdate();
    const next = this.filled.find((each) => each.text === '' && each.option.name !== this.focused);
    this.focusField(next?.option.name ?? MORE);
  }

  private submit(): void {
    const { entry, page, channelId } = this;
    if (entry === undefined) {
      const text = this.text.trim();
      if (text !== '') void this.say(text);
      return;
    }
    const missing = missingOption(entry, this.filled);
    if (missing !== undefined) {
      this.fault = `${missing.name}: this option is required. Specify a value.`;
      this.requestUpdate();
      this.focusField(missing.name);
      return;
    }
    const { filled } = this;
    this.reset('');
    this.focusField('text');
    void page.command(channelId, entry, filled);
  }

  private async say(text: string): Promise<void> {
    this.reset('');
    if (await this.page.say(this.channelId, text)) return;
    this.text = text;
    this.fault = 'The message was not sent.';
    this.requestUpdate();
  }

  private reset(text: string): void {
    this.closeList();
    Object.assign(this, {
      text,
      entry: undefined,
      filled: [],
      more: '',
      focused: '',
      offered: [],
      active: -1,
      fault: '',
    });
    this.requestUpdate();
  }
}

/** Makes the message box known to the page. */
export function defineComposer(): void {
  customElements.define('strata-composer', Composer);
}
