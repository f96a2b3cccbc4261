/** What people submit with components and modals, checked as Discord's client and server do. */
import { ComponentType } from '../constants.ts';
import { type DiscordError, invalidField } from '../errors.ts';
import { type ModalForm, type ModalInput, modalInputs } from './callback.ts';
import type { Component, Control } from './components.ts';
import { controlsOf } from './layout.ts';

export interface UsedControl {
  readonly custom_id: string;
  readonly component_type: number;
  readonly values: readonly string[];
}

export interface SubmittedInput {
  readonly type: number;
  readonly custom_id: string;
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
}

/** Throws where the message has no such control, it is disabled, or its values may not be chosen; gives the control. */
export function checkControl(components: readonly Component[], used: UsedControl): Control {
  const control = controlsOf(components).find((each) => each.custom_id === used.custom_id);
  if (control === undefined || control.type !== used.component_type)
    throw unusable('The message has no such component');
  if (control.disabled) throw unusable('The component is disabled');
  if (control.type !== ComponentType.Button) checkValues(control, used.values);
  return control;
}

function checkValues(
  control: Exclude<Control, { type: typeof ComponentType.Button }>,
  values: readonly string[],
): void {
  const least = control.min_values ?? 1;
  const most = control.max_values ?? 1;
  if (values.length < least || values.length > most) throw unusable(`Between ${least} and ${most} values are needed`);
  if (new Set(values).size !== values.length) throw unusable('A value is chosen twice');
  if (control.type !== ComponentType.StringSelect) return;
  const offered = new Set(control.options.map((each) => each.value));
  if (!values.every((value) => offered.has(value))) throw unusable('A value is not among the options');
}

/** Throws where an input of the modal is missing, unknown, or of a length or choice that it does not allow. */
export function checkModalValues(modal: ModalForm, submitted: readonly SubmittedInput[]): void {
  const inputs = modalInputs(modal);
  const unknown = submitted.find((each) => !inputs.some((input) => input.custom_id === each.custom_id));
  if (unknown !== undefined) throw unusable(`The modal has no input "${unknown.custom_id}"`);
  for (const input of inputs) {
    checkInput(
      input,
      submitted.find((each) => each.custom_id === input.custom_id),
    );
  }
}

function checkInput(input: ModalInput, given: SubmittedInput | undefined): void {
  if (input.type === ComponentType.StringSelect) {
    const isOpen = input.required === false && !given?.values?.length;
    if (!isOpen) checkValues(input, given?.values ?? []);
    return;
  }
  const length = [...(given?.value ?? '')].length;
  if (length === 0 && input.required === false) return;
  const least = Math.max(input.min_length ?? 0, input.required === false ? 0 : 1);
  const most = input.max_length ?? 4000;
  if (length < least || length > most) {
    throw unusable(`"${input.custom_id}" must be between ${least} and ${most} in length`);
  }
}

function unusable(message: string): DiscordError {
  return invalidField(['data'], 'COMPONENT_VALIDATION_FAILED', message);
}
