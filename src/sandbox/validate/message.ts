/** The bodies that create and edit messages. */
import * as z from 'zod';
import { MessageFlag } from '../constants.ts';
import { component } from './components.ts';
import { embeds } from './embeds.ts';
import { list, parseForm, refuse, text } from './forms.ts';
import { checkLayout } from './layout.ts';

const snowflakes = z.array(z.string().regex(/^\d+$/)).max(100);

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: snowflakes.optional(),
    roles: snowflakes.optional(),
    replied_user: z.boolean().optional(),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (!value.parse?.includes(kind) || !value[kind]?.length) continue;
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      refuse(context, [kind], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  });

export type AllowedMentions = z.output<typeof allowedMentions>;

const shared = {
  content: text(0, 2000).nullish(),
  embeds: embeds.nullish(),
  components: z.array(component).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.int().min(0).nullish(),
  attachments: list(
    z.object({
      id: z.union([z.string(), z.int()]).transform(String),
      filename: z.string().nullish(),
      description: text(0, 1024).nullish(),
    }),
    0,
    10,
  ).nullish(),
};

const create = z.object({
  ...shared,
  tts: z.boolean().nullish(),
  nonce: z.union([text(0, 25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      type: z.int().nullish(),
      message_id: z.string(),
      channel_id: z.string().nullish(),
      guild_id: z.string().nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
});

const edit = z.object(shared);

export type MessageForm = z.output<typeof create>;
export type MessageEditForm = z.output<typeof edit>;

const checkedCreate = create.superRefine(checkWhole);

/** Gives the checked body of a new message; throws 50035, its paths under `under` where that is given. */
export function parseMessage(body: unknown, under?: string): MessageForm {
  if (under === undefined) return parseForm(checkedCreate, body ?? {});
  return parseForm(z.object({ [under]: checkedCreate }), { [under]: body ?? {} })[under] ?? {};
}

/** Gives the checked body of an edit of a message that has these flags; throws 50035. */
export function parseMessageEdit(body: unknown, flags: number, under?: string): MessageEditForm {
  const schema = edit.superRefine((value, context) =>
    checkWhole({ ...value, flags: (value.flags ?? 0) | (flags & MessageFlag.ComponentsV2) }, context),
  );
  if (under === undefined) return parseForm(schema, body ?? {});
  return parseForm(z.object({ [under]: schema }), { [under]: body ?? {} })[under] ?? {};
}

function checkWhole(value: MessageEditForm, context: z.core.$RefinementCtx): void {
  const flags = value.flags ?? 0;
  checkLayout(value.components ?? [], flags, context);
  if ((flags & MessageFlag.ComponentsV2) === 0) return;
  for (const field of ['content', 'embeds'] as const) {
    if (!value[field]?.length) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    refuse(context, [field], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
}
