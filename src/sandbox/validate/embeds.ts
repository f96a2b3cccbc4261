import * as z from 'zod';
import { link, list, refuse, text } from './forms.ts';

const EMBEDS_PER_MESSAGE = 10;
const CHARACTERS_OF_ALL_EMBEDS = 6_000;

const picture = z.object({ url: link('http', 'https', 'attachment') });

const embed = z
  .object({
    title: text(0, 256).nullish(),
    description: text(0, 4096).nullish(),
    url: link('http', 'https').nullish(),
    timestamp: z.iso.datetime({ offset: true }).nullish(),
    color: z.int().min(0).max(0xffffff).nullish(),
    footer: z.object({ text: text(1, 2048), icon_url: link('http', 'https', 'attachment').nullish() }).nullish(),
    image: picture.nullish(),
    thumbnail: picture.nullish(),
    author: z
      .object({
        name: text(1, 256),
        url: link('http', 'https').nullish(),
        icon_url: link('http', 'https', 'attachment').nullish(),
      })
      .nullish(),
    fields: list(
      z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish() }),
      0,
      25,
    ).nullish(),
  })
  .superRefine((value, context) => {
    if (isEmpty(value)) refuse(context, ['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  });

type EmbedForm = z.output<typeof embed>;

/** An embed as a message carries it. */
export type Embed = Readonly<EmbedForm> & { readonly type?: string };

/** The embeds of a message, within Discord's limits for each and for all together. */
export const embeds = list(embed, 0, EMBEDS_PER_MESSAGE).superRefine((value, context) => {
  const total = value.reduce((sum, each) => sum + charactersIn(each), 0);
  if (total <= CHARACTERS_OF_ALL_EMBEDS) return;
  const message = `Embed size exceeds maximum size of ${CHARACTERS_OF_ALL_EMBEDS}`;
  refuse(context, [], 'MAX_EMBED_SIZE_EXCEEDED', message);
});

function isEmpty(value: z.output<z.ZodObject>): boolean {
  return Object.entries(value).every(
    ([key, part]) => key === 'color' || part === undefined || part === null || part === '' || isEmptyList(part),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function charactersIn(value: EmbedForm): number {
  const fields = (value.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [value.title, value.description, value.footer?.text, value.author?.name, ...fields]
    .map((part) => [...(part ?? '')].length)
    .reduce((sum, each) => sum + each, 0);
}
