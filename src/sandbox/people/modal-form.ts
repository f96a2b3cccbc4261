import { ComponentType } from '../constants.ts';
import { type ModalInput, modalInputs } from '../validate/callback.ts';
import type { Modal } from './outcome.ts';

/** What a person fills in, by the inputs' custom ids: a text, or the chosen values of a select. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>;

/** Gives the components of a filled-in modal as Discord's client sends them; throws for a field that the modal lacks. */
export function fillModal(modal: Modal, fields: ModalFields): readonly unknown[] {
  const known = modalInputs(modal).map((each) => each.custom_id);
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`The modal has no input "${unknown}"; it has: ${known.join(', ')}`);
  return modal.components.flatMap((each): readonly unknown[] => {
    if (each.type === ComponentType.Row) {
      return [{ type: each.type, components: each.components.map((input) => fillInput(input, fields)) }];
    }
    if (each.type === ComponentType.Label) return [{ type: each.type, component: fillInput(each.component, fields) }];
    return [];
  });
}

function fillInput(input: ModalInput, fields: ModalFields) {
  const { type, custom_id } = input;
  const given = fields[custom_id];
  if (input.type === ComponentType.StringSelect) {
    return { type, custom_id, values: typeof given === 'string' ? [given] : (given ?? []) };
  }
  return { type, custom_id, value: typeof given === 'string' ? given : (input.value ?? '') };
}
