/** The message box at work: arrows choose from what is offered, Tab and Enter take, Escape closes, Enter sends. */
import { LitElement, type TemplateResult } from 'lit';
import { type Entry, entriesOf } from '../commands.ts';
import type { Page } from '../page.ts';
import type { CommandOption } from '../types.ts';
import * as drafts from './draft.ts';
import { addableOptions, askedValues, ownValues, type Suggestion, textSuggestions } from './suggestions.ts';
import { type ComposerView, composerView, type Offer } from './view.ts';

const DEBOUNCE_MS = 150;
const NOTHING: Offer = Object.freeze({ list: [], active: -1, isOpen: false, isAsking: false });
/** Texts that were begun in other channels. */
const kept = new Map<string, string>();

class Composer extends LitElement {
  static override properties = { page: { attribute: false }, channelId: { attribute: false }, placeholder: {} };
  declare page: Page;
  declare channelId: string;
  declare placeholder: string;

  private draft = drafts.textDraft('');
  private offer = NOTHING;
  /** Counts what was asked for, so that a late answer is known as one. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly on: ComposerView['on'] = {
    text: (text) => this.typeText(text),
    field: (name, text) => this.typeField(name, text),
    enter: (name) => this.enterField(name),
    leave: () => this.closeList(),
    key: (event) => this.onKey(event),
    take: (at) => this.take(at),
    point: (at) => this.show({ ...this.offer, active: at }),
    remove: (name) => this.write(drafts.removeOption(this.draft, name), true),
    submit: () => this.submit(),
  };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('channelId')) return;
    const before = changed.get('channelId');
    if (typeof before === 'string') kept.set(before, this.draft.text);
    this.draft = drafts.textDraft(kept.get(this.channelId) ?? '');
    this.offer = NOTHING;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('channelId')) this.focusField();
    this.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { draft, offer, placeholder, on } = this;
    return composerView({ draft, offer, placeholder, on });
  }

  /** Takes a new draft; `moves` puts the caret where the draft has its focus. */
  private write(draft: drafts.Draft, moves = false): void {
    this.draft = draft;
    this.requestUpdate();
    if (moves) void this.updateComplete.then(() => this.focusField());
  }

  private focusField(): void {
    const name = this.draft.entry === undefined ? 'text' : this.draft.focused;
    this.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
  }

  private show(offer: Offer): void {
    this.offer = offer;
    this.requestUpdate();
  }

  private offerList(list: readonly Suggestion[], active = 0): void {
    const isOpen = list.length > 0;
    this.show({ list, active: isOpen ? active : -1, isOpen, isAsking: false });
  }

  private closeList(): void {
    clearTimeout(this.timer);
    this.turn += 1;
    this.show(NOTHING);
  }

  private typeText(text: string): void {
    this.write(drafts.textDraft(text));
    this.offerList(textSuggestions(this.page, entriesOf(this.page.ui.commands), text));
  }

  private typeField(name: string, text: string): void {
    this.write(drafts.typeInto(this.draft, name, text));
    this.refresh(name);
  }

  private enterField(name: string): void {
    this.write({ ...this.draft, focused: name });
    this.refresh(name);
  }

  /** Offers what fits the field, asking the bot where only it knows. */
  private refresh(name: string): void {
    clearTimeout(this.timer);
    this.turn += 1;
    const { entry, filled } = this.draft;
    if (entry === undefined) return;
    const text = drafts.fieldText(this.draft, name);
    const option = drafts.optionOf(this.draft, name);
    const own = option && ownValues(this.page, option, text);
    if (name === drafts.MORE) this.offerList(addableOptions(entry, filled, text), text === '' ? -1 : 0);
    else if (own !== undefined) this.offerList(own);
    else if (option !== undefined) this.askLater(entry, option);
  }

  private askLater(entry: Entry, option: CommandOption): void {
    this.show({ ...this.offer, isOpen: true, isAsking: true });
    const { turn } = this;
    this.timer = setTimeout(() => void this.ask(entry, option, turn), DEBOUNCE_MS);
  }

  private async ask(entry: Entry, option: CommandOption, turn: number): Promise<void> {
    const found = await askedValues(this.page, { entry, filled: this.draft.filled, option });
    if (turn === this.turn) this.offerList(found ?? []);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isListed = this.offer.isOpen && this.offer.list.length > 0;
    if ((isListed && this.keyInList(event.key)) || this.keyInField(event)) event.preventDefault();
  }

  private keyInList(key: string): boolean {
    const { list, active } = this.offer;
    const { length } = list;
    if (key === 'ArrowDown') this.on.point((active + 1) % length);
    else if (key === 'ArrowUp') this.on.point((active - 1 + length) % length);
    else if (key === 'Escape') this.closeList();
    else if ((key === 'Enter' || key === 'Tab') && active >= 0) this.take(active);
    else return false;
    return true;
  }

  private keyInField({ key, shiftKey, target }: KeyboardEvent): boolean {
    const isEmpty = (target as HTMLInputElement).value === '';
    const { entry } = this.draft;
    if (key === 'Enter' && !shiftKey) this.submit();
    else if (key === 'Escape') this.leave();
    else if (key === 'ArrowUp' && entry === undefined && isEmpty) return this.editLast();
    else if (key === 'Backspace' && entry !== undefined && isEmpty) this.stepBack();
    else return false;
    return true;
  }

  private leave(): void {
    if (this.draft.entry) this.write(drafts.textDraft(''), true);
    else this.page.set({ replyTo: undefined });
  }

  private stepBack(): void {
    const before = drafts.stepBack(this.draft);
    this.write(before, true);
    if (before.entry === undefined) this.typeText(before.text);
  }

  private editLast(): boolean {
    const { world } = this.page;
    const own = world.messages(this.channelId)?.findLast(({ author }) => author.id === world.session.userId);
    if (own !== undefined) this.page.set({ editing: own.id });
    return own !== undefined;
  }

  private take(at: number): void {
    const chosen = this.offer.list[at];
    if (chosen === undefined) return;
    this.closeList();
    this.write(taken(this.draft, chosen), true);
  }

  private submit(): void {
    const faulty = drafts.hindered(this.draft);
    if (faulty !== undefined) this.write(faulty, true);
    else if (this.draft.entry !== undefined || this.draft.text.trim() !== '') this.send(this.draft);
  }

  private send({ entry, filled, text }: drafts.Draft): void {
    this.closeList();
    this.write(drafts.textDraft(''), true);
    if (entry === undefined) void this.say(text.trim());
    else void this.page.command(this.channelId, entry, filled);
  }

  private async say(text: string): Promise<void> {
    if (await this.page.say(this.channelId, text)) return;
    this.write({ ...drafts.textDraft(text), fault: 'The message was not sent.' });
  }
}

function taken(draft: drafts.Draft, chosen: Suggestion): drafts.Draft {
  switch (chosen.kind) {
    case 'command':
      return drafts.commandDraft(chosen.entry);
    case 'person':
      return drafts.textDraft(draft.text.replace(/@[\w.]*$/, `@${chosen.name} `));
    case 'option':
      return drafts.addOption(draft, chosen.option);
    case 'value':
      return drafts.choose(draft, chosen.label, chosen.value);
    default:
      return chosen satisfies never;
  }
}

/** Makes the message box known to the page. */
export function defineComposer(): void {
  customElements.define('strata-composer', Composer);
}
