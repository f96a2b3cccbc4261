/** Holds every request body that a bot sent against Discord's published description. */
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateForumThreadRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import type { LoggedRequest, Sandbox } from '../../src/sandbox/index.ts';

/** Fields that discord.js adds on its own to every message, wherever it goes; Discord ignores them. */
const ADDED_BY_THE_CLIENT = /(^|\.)(tts|nonce|enforce_nonce)$/;

interface Rule {
  readonly method: string;
  readonly path: RegExp;
  readonly schema: (body: unknown) => z.ZodMiniType;
}

const rules: readonly Rule[] = [
  { method: 'POST', path: /^\/channels\/\d+\/messages$/, schema: () => MessageCreateRequestSchema },
  { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/, schema: () => MessageEditRequestPartialSchema },
  { method: 'POST', path: /^\/channels\/\d+\/threads$/, schema: threadSchema },
  { method: 'POST', path: /^\/users\/@me\/channels$/, schema: () => CreatePrivateChannelRequestSchema },
  { method: 'POST', path: /^\/interactions\/\d+\/[^/]+\/callback$/, schema: callbackSchema },
  { method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/, schema: () => IncomingWebhookRequestPartialSchema },
  {
    method: 'PATCH',
    path: /^\/webhooks\/\d+\/.+\/messages\//,
    schema: () => IncomingWebhookUpdateRequestPartialSchema,
  },
  {
    method: 'PUT',
    path: /^\/applications\/.+\/commands$/,
    schema: () => z.array(ApplicationCommandUpdateRequestSchema),
  },
  { method: 'POST', path: /^\/applications\/.+\/commands$/, schema: () => ApplicationCommandCreateRequestSchema },
  {
    method: 'PATCH',
    path: /^\/applications\/.+\/commands\//,
    schema: () => ApplicationCommandPatchRequestPartialSchema,
  },
];

function threadSchema(body: unknown): z.ZodMiniType {
  const isPost = typeof body === 'object' && body !== null && 'message' in body;
  return isPost ? CreateForumThreadRequestSchema : CreateTextThreadWithoutMessageRequestSchema;
}

function callbackSchema(body: unknown): z.ZodMiniType {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  if (type === 8) return ApplicationCommandAutocompleteCallbackRequestSchema;
  if (type === 9) return ModalInteractionCallbackRequestSchema;
  const isUpdate = type === 6 || type === 7;
  return isUpdate ? UpdateMessageInteractionCallbackRequestSchema : CreateMessageInteractionCallbackRequestSchema;
}

/**
 * Gives what is wrong with the bodies that the bot sent so far: those that Discord's description does not allow or does
 * not know, and those that the sandbox refused as invalid forms. Nothing is wrong where the list is empty.
 */
export function checkedRequests(sandbox: Sandbox): readonly string[] {
  return sandbox.requests.all().flatMap(violations);
}

function violations(request: LoggedRequest): readonly string[] {
  const { method, path, body, status, response } = request;
  const name = `${method} ${path.replace(/[\w-]{60,}/, 'TOKEN')}`;
  const refused = status === 400 ? [`${name}: refused: ${JSON.stringify(response)}`] : [];
  if (body === undefined || body === null) return refused;
  const rule = rules.find((each) => each.method === method && each.path.test(path));
  if (rule === undefined) return [...refused, `${name}: a body that no rule knows: ${JSON.stringify(body)}`];
  const described = asDescribed(body);
  const result = z.safeParse(rule.schema(described), described);
  if (!result.success) return [...refused, ...result.error.issues.map((each) => `${name}: ${describe(each)}`)];
  const unknown = unknownFields(described, result.data, '')
    .filter((field) => !ADDED_BY_THE_CLIENT.test(field))
    .map((field) => `${name}: unknown field ${field}`);
  return [...refused, ...unknown];
}

/**
 * The one known difference: Discord's description has the permissions that a command needs as a number, its documentation
 * and discord.js as text, which is what Discord hands out.
 */
function asDescribed(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(asDescribed);
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const { default_member_permissions: needed } = body;
  const isText = typeof needed === 'string' && /^\d+$/.test(needed);
  return isText ? { ...body, default_member_permissions: Number(needed) } : body;
}

function describe(issue: z.core.$ZodIssue): string {
  const inner = issue.code === 'invalid_union' ? `: ${JSON.stringify(issue.errors)}` : '';
  return `${issue.path.map(String).join('.')}: ${issue.message}${inner}`;
}

/** The description's schemas drop what they do not know; what is gone was unknown. */
function unknownFields(sent: unknown, understood: unknown, at: string): readonly string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  if (typeof understood !== 'object' || understood === null) return [];
  const known = new Map(Object.entries(understood));
  return Object.entries(sent).flatMap(([key, value]) => {
    const here = at === '' ? key : `${at}.${key}`;
    return known.has(key) ? unknownFields(value, known.get(key), here) : [here];
  });
}
