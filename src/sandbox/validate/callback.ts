/** The bodies that answer an interaction. */
import * as z from 'zod';
import { CallbackType, ComponentType } from '../constants.ts';
import { stringSelect } from './components.ts';
import { list, parseForm, refuse, text } from './forms.ts';

const callback = z.object({
  type: z.literal([
    CallbackType.Message,
    CallbackType.DeferredMessage,
    CallbackType.DeferredUpdate,
    CallbackType.Update,
    CallbackType.Choices,
    CallbackType.Modal,
  ]),
  data: z.unknown().optional(),
});

const choices = z.object({
  choices: list(
    z.object({
      name: text(1, 100),
      name_localizations: z.record(z.string(), text(1, 100)).nullish(),
      value: z.union([text(1, 100), z.number()]),
    }),
    0,
    25,
  ),
});

const id = z.int().min(0).nullish();

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id,
    custom_id: text(1, 100),
    style: z.literal([1, 2]),
    label: text(1, 45).nullish(),
    min_length: z.int().min(0).max(4000).nullish(),
    max_length: z.int().min(1).max(4000).nullish(),
    required: z.boolean().nullish(),
    value: text(0, 4000).nullish(),
    placeholder: text(0, 100).nullish(),
  })
  .superRefine((value, context) => {
    if ((value.min_length ?? 0) <= (value.max_length ?? 4000)) return;
    refuse(context, ['min_length'], 'TEXT_INPUT_COMPONENT_INVALID_LENGTHS', 'min_length is larger than max_length');
  });

const row = z.object({ type: z.literal(ComponentType.Row), id, components: list(textInput, 1, 1) });

const label = z.object({
  type: z.literal(ComponentType.Label),
  id,
  label: text(1, 45),
  description: text(0, 100).nullish(),
  component: z.discriminatedUnion('type', [textInput, stringSelect]),
});

const textDisplay = z.object({ type: z.literal(ComponentType.Text), id, content: text(1, 4000) });

const modal = z
  .object({
    custom_id: text(1, 100),
    title: text(1, 45),
    components: list(z.discriminatedUnion('type', [row, label, textDisplay]), 1, 5),
  })
  .superRefine((value, context) => {
    value.components.forEach((each, index) => {
      const at = ['components', index, 'components', 0, 'label'];
      if (each.type !== ComponentType.Row || each.components[0]?.label) return;
      refuse(context, at, 'BASE_TYPE_REQUIRED', 'This field is required');
    });
    const ids = modalInputs(value).map((each) => each.custom_id);
    if (new Set(ids).size === ids.length) return;
    const message = 'Component custom id cannot be duplicated';
    refuse(context, ['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
  });

export type ModalForm = z.output<typeof modal>;
export type TextInput = z.output<typeof textInput>;
export type ModalInput = TextInput | z.output<typeof stringSelect>;

/** Gives the inputs of a modal, in reading order. */
export function modalInputs(form: Pick<ModalForm, 'components'>): readonly ModalInput[] {
  return form.components.flatMap((each): readonly ModalInput[] => {
    if (each.type === ComponentType.Row) return each.components;
    return each.type === ComponentType.Label ? [each.component] : [];
  });
}

/** Gives the kind of an answer and its unchecked data; throws 50035. */
export function parseCallback(body: unknown) {
  return parseForm(callback, body);
}

/** Gives the choices of an autocomplete answer; throws 50035 with paths under `data`. */
export function parseChoices(data: unknown) {
  return parseForm(z.object({ data: choices }), { data }).data.choices;
}

/** Gives the modal of an answer; throws 50035 with paths under `data`. */
export function parseModal(data: unknown): ModalForm {
  return parseForm(z.object({ data: modal }), { data }).data;
}
