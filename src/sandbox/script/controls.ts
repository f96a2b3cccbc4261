/** Finds what a person sees on a message by its words: buttons, selects and the fields of a form. */
import { ComponentType } from '../constants.ts';
import type { Modal } from '../people/outcome.ts';
import { controlsOf } from '../validate/layout.ts';
import type { Message } from '../wire.ts';

/** A thing that was named and is not there; `offered` lists what is. */
export class NotThereError extends Error {
  constructor(kind: string, name: string, offered: readonly string[]) {
    super(`no ${kind} "${name}"; there is: ${offered.join(', ') || 'none'}`);
    this.name = 'NotThereError';
  }
}

/** Gives the custom id of the button with that label or emoji; throws NotThereError. */
export function findButton({ components }: Message, label: string): string {
  const buttons = controlsOf(components).flatMap((each) =>
    each.type === ComponentType.Button && each.custom_id
      ? [{ id: each.custom_id, names: [each.label ?? '', each.emoji?.name ?? ''].filter(Boolean) }]
      : [],
  );
  const found = buttons.find(({ names }) => names.includes(label) || names.join(' ') === label);
  if (found) return found.id;
  const offered = buttons.map(({ names }) => names.join(' '));
  throw new NotThereError('button', label, offered);
}

/** Gives the custom id of the select with that placeholder and the value of its option; throws NotThereError. */
export function findOption({ components }: Message, menu: string, option: string): { id: string; value: string } {
  const menus = controlsOf(components).flatMap((each) => (each.type === ComponentType.StringSelect ? [each] : []));
  const found = menus.find(({ placeholder }) => placeholder === menu);
  const names = menus.map(({ placeholder }) => placeholder ?? '');
  if (!found) throw new NotThereError('select', menu, names);
  const value = found.options.find(({ label }) => label === option)?.value;
  const labels = found.options.map(({ label }) => label);
  if (value === undefined) throw new NotThereError('option', option, labels);
  return { id: found.custom_id, value };
}

/** Gives the values of a form by the custom ids of its fields, from values by their labels; throws NotThereError. */
export function fillByLabel({ components }: Modal, values: Readonly<Record<string, string>>): Record<string, string> {
  const fields = components.flatMap((part) => {
    if (part.type === ComponentType.Row) {
      return part.components.map(({ label, custom_id }) => ({ label: label ?? '', id: custom_id }));
    }
    return part.type === ComponentType.Label ? [{ label: part.label, id: part.component.custom_id }] : [];
  });
  const labels = fields.map(({ label }) => label);
  const byId = Object.entries(values).map(([name, value]): [string, string] => {
    const field = fields.find(({ label }) => label === name);
    if (field === undefined) throw new NotThereError('field', name, labels);
    return [field.id, value];
  });
  return Object.fromEntries(byId);
}
