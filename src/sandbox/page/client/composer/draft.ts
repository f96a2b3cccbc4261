/** What is being written: a text, or a command whose options are filled one by one. Each change gives a new draft. */
import { type Entry, type Filled, missingOption } from '../commands.ts';
import type { CommandOption } from '../types.ts';

/** The field behind the last option, where further options are added. */
export const MORE = 'more';

export interface Draft {
  readonly text: string;
  readonly entry: Entry | undefined;
  readonly filled: readonly Filled[];
  /** What is typed into the field for further options. */
  readonly more: string;
  /** The name of the option in focus. */
  readonly focused: string;
  readonly fault: string;
}

/** Gives a draft of a text alone. */
export const textDraft = (text: string): Draft => ({
  text,
  entry: undefined,
  filled: [],
  more: '',
  focused: '',
  fault: '',
});

/** Gives the draft of a command, its required options to be filled; the first of them is in focus. */
export function commandDraft(entry: Entry): Draft {
  const required = entry.options.filter((option) => option.required);
  const filled = required.map((option) => ({ option, text: '', value: undefined }));
  return { ...textDraft(''), entry, filled, focused: required[0]?.name ?? MORE };
}

/** Gives the option of that name that the command has. */
export const optionOf = ({ entry }: Draft, name: string): CommandOption | undefined =>
  entry?.options.find((option) => option.name === name);

/** Gives what is typed into a field. */
export function fieldText({ filled, more }: Draft, name: string): string {
  return name === MORE ? more : (filled.find(({ option }) => option.name === name)?.text ?? '');
}

/** Types into a field; a value that was chosen before no longer holds. */
export function typeInto(draft: Draft, name: string, text: string): Draft {
  if (name === MORE) return { ...draft, more: text, fault: '' };
  return { ...changeOption(draft, name, { text, value: undefined }), fault: '' };
}

/** Fills the option in focus with a choice and goes on to the next empty one. */
export function choose(draft: Draft, text: string, value: Filled['value']): Draft {
  const next = changeOption(draft, draft.focused, { text, value });
  const empty = next.filled.find((each) => each.text === '' && each.option.name !== draft.focused);
  return { ...next, focused: empty?.option.name ?? MORE };
}

function changeOption(draft: Draft, name: string, change: Pick<Filled, 'text' | 'value'>): Draft {
  return {
    ...draft,
    filled: draft.filled.map((each) => (each.option.name === name ? { ...each, ...change } : each)),
  };
}

/** Adds an option and puts it in focus. */
export function addOption(draft: Draft, option: CommandOption): Draft {
  const filled = [...draft.filled, { option, text: '', value: undefined }];
  return { ...draft, filled, more: '', focused: option.name };
}

/** Takes an option away again. */
export function removeOption(draft: Draft, name: string): Draft {
  return { ...draft, filled: draft.filled.filter(({ option }) => option.name !== name), focused: MORE };
}

/** Goes back from an empty field: to the one before, without the option where it need not be there, or to the text. */
export function stepBack(draft: Draft): Draft {
  const names = [...draft.filled.map(({ option }) => option.name), MORE];
  const before = names[names.indexOf(draft.focused) - 1];
  if (before === undefined) return textDraft(`/${draft.entry?.path ?? ''}`);
  const isSpare = draft.focused !== MORE && optionOf(draft, draft.focused)?.required !== true;
  return { ...(isSpare ? removeOption(draft, draft.focused) : draft), focused: before };
}

/** Gives the draft with what hinders its sending, the lacking option in focus; undefined where nothing does. */
export function hindered(draft: Draft): Draft | undefined {
  const missing = draft.entry && missingOption(draft.entry, draft.filled);
  if (missing === undefined) return undefined;
  return { ...draft, focused: missing.name, fault: `${missing.name}: this option is required. Specify a value.` };
}
