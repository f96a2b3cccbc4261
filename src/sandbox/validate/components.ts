/** Components of messages: the classic rows, and the layout components of the "components v2" flag. */
import * as z from 'zod';
import { ComponentType } from '../constants.ts';
import { emoji, link, list, refuse, text } from './forms.ts';

const ROW_WIDTH = 5;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

const id = z.int().min(0).nullish();
const customId = text(1, 100);
const disabled = z.boolean().nullish();

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
    style: z.int().min(1).max(PREMIUM_STYLE),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: link('http', 'https', 'discord').nullish(),
    sku_id: z.string().nullish(),
    disabled,
  })
  .superRefine((value, context) => {
    const linked = value.style === LINK_STYLE;
    const required = linked ? 'url' : value.style === PREMIUM_STYLE ? 'sku_id' : 'custom_id';
    if (!value[required]) refuse(context, [required], 'BASE_TYPE_REQUIRED', 'This field is required');
    if (value.url && value.custom_id) {
      refuse(context, [], 'BUTTON_COMPONENT_CUSTOM_ID_URL', 'A custom id and url cannot both be specified');
    } else if (value.url && !linked) {
      refuse(context, ['url'], 'BUTTON_COMPONENT_INVALID_STYLE', 'A url is only allowed on a link button');
    }
    if (value.url && value.url.length > 512) {
      refuse(context, ['url'], 'BASE_TYPE_MAX_LENGTH', 'Must be 512 or fewer in length.');
    }
    if (!value.label && !value.emoji && value.style !== PREMIUM_STYLE) {
      refuse(context, [], 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or an emoji is required');
    }
  });

const selectOption = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
});

const selectFields = {
  id,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled,
  required: z.boolean().nullish(),
};

/** A select of the bot's own options: 1 to 25 of them, each with a value of its own. */
export const stringSelect = z
  .object({ type: z.literal(ComponentType.StringSelect), ...selectFields, options: list(selectOption, 1, 25) })
  .superRefine((value, context) => {
    value.options.forEach((option, index) => {
      if (value.options.findIndex((each) => each.value === option.value) === index) return;
      const message = 'The specified option value is already used';
      refuse(context, ['options', index, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
    });
  });

const entitySelect = z.object({
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectFields,
  channel_types: z.array(z.int()).nullish(),
  default_values: z.array(z.object({ id: z.string(), type: z.string() })).nullish(),
});

const row = z
  .object({
    type: z.literal(ComponentType.Row),
    id,
    components: list(z.discriminatedUnion('type', [button, stringSelect, entitySelect]), 1, ROW_WIDTH),
  })
  .superRefine((value, context) => {
    const mixed = value.components.length > 1 && value.components.some((each) => each.type !== ComponentType.Button);
    if (!mixed) return;
    const message = 'The specified component exceeds the maximum width';
    refuse(context, ['components', 1], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
  });

const media = z.object({ url: link('http', 'https', 'attachment') });
const textDisplay = z.object({ type: z.literal(ComponentType.Text), id, content: text(1, 4000) });
const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id,
  media,
  description: text(0, 1024).nullish(),
  spoiler: z.boolean().nullish(),
});
const section = z.object({
  type: z.literal(ComponentType.Section),
  id,
  components: list(textDisplay, 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.object({
  type: z.literal(ComponentType.Gallery),
  id,
  items: list(z.object({ media, description: text(0, 1024).nullish(), spoiler: z.boolean().nullish() }), 1, 10),
});
const file = z.object({
  type: z.literal(ComponentType.File),
  id,
  file: z.object({ url: link('attachment') }),
  spoiler: z.boolean().nullish(),
});
const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id,
  divider: z.boolean().nullish(),
  spacing: z.int().min(1).max(2).nullish(),
});
const inner = [row, textDisplay, section, gallery, file, separator] as const;
const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
  components: list(z.discriminatedUnion('type', inner), 1, 40),
});

/** Any component at the top of a message; `layout.ts` checks what a message may hold together. */
export const component = z.discriminatedUnion('type', [...inner, container]);

export type Component = Readonly<z.output<typeof component>>;
export type Button = z.output<typeof button>;
export type StringSelect = z.output<typeof stringSelect>;
export type EntitySelect = z.output<typeof entitySelect>;
/** A component that a person can use. */
export type Control = Button | StringSelect | EntitySelect;
