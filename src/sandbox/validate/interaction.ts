/** The bodies by which people use the application. */
import * as z from 'zod';
import { CommandType, InteractionType } from '../constants.ts';
import type { GivenOption } from '../options.ts';
import { parseForm } from './forms.ts';
import type { SubmittedInput } from './submissions.ts';

const option: z.ZodType<GivenOption> = z.object({
  name: z.string(),
  type: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(option).optional();
  },
});

const input: z.ZodType<SubmittedInput> = z.object({
  type: z.int(),
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
});

const commandData = z.object({
  id: z.string(),
  name: z.string(),
  type: z.int().default(CommandType.ChatInput),
  options: z.array(option).default([]),
  target_id: z.string().optional(),
});

const componentData = z.object({
  custom_id: z.string(),
  component_type: z.int(),
  values: z.array(z.string()).default([]),
});

const modalData = z.object({
  id: z.string(),
  custom_id: z.string(),
  components: z.array(
    z.union([z.object({ type: z.int(), components: z.array(input) }), z.object({ type: z.int(), component: input })]),
  ),
});

const common = {
  application_id: z.string(),
  channel_id: z.string(),
  nonce: z.union([z.string(), z.int().transform(String)]).optional(),
};

const form = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionType.Command), ...common, data: commandData }),
  z.object({ type: z.literal(InteractionType.Autocomplete), ...common, data: commandData }),
  z.object({ type: z.literal(InteractionType.Component), ...common, message_id: z.string(), data: componentData }),
  z.object({ type: z.literal(InteractionType.ModalSubmit), ...common, data: modalData }),
]);

export type InteractionForm = z.output<typeof form>;
export type CommandUseForm = Extract<InteractionForm, { data: z.output<typeof commandData> }>;
export type ComponentUseForm = Extract<InteractionForm, { message_id: string }>;
export type ModalSubmitForm = Extract<InteractionForm, { type: typeof InteractionType.ModalSubmit }>;

/** Gives the checked body of an interaction; throws 50035. */
export function parseInteraction(body: unknown): InteractionForm {
  return parseForm(form, body);
}
