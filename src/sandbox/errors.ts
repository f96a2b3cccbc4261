/** Discord's refusals, with its own codes and words. */

export interface FieldError {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

/** A refusal that the REST server turns into a status and Discord's JSON error body. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: readonly FieldError[];

  constructor(status: number, code: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  /** Gives the body as Discord sends it, the field errors nested by path. */
  toBody(): Readonly<Record<string, unknown>> {
    const body = { message: this.message, code: this.code };
    return this.fields.length === 0 ? body : { ...body, errors: nest(this.fields) };
  }
}

function nest(fields: readonly FieldError[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of fields) {
    let node = root;
    for (const step of path) {
      const next = node[step];
      const child: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
      node[step] = child;
      node = child;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}

/** Gives the 50035 refusal for fields that are wrong. */
export function invalidForm(...fields: readonly FieldError[]): DiscordError {
  return new DiscordError(400, 50035, 'Invalid Form Body', fields);
}

/** Gives the 50035 refusal for a single field. */
export function invalidField(path: readonly (string | number)[], code: string, message: string): DiscordError {
  return invalidForm({ path, code, message });
}

export const refusals = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  methodNotAllowed: () => new DiscordError(405, 0, '405: Method Not Allowed'),
  invalidJson: () => new DiscordError(400, 50109, 'The request body contains invalid JSON.'),
  tooLarge: () => new DiscordError(413, 40005, 'Request entity too large'),
  unknownApplication: () => new DiscordError(404, 10002, 'Unknown Application'),
  unknownChannel: () => new DiscordError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, 10008, 'Unknown Message'),
  unknownUser: () => new DiscordError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new DiscordError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new DiscordError(404, 10063, 'Unknown application command'),
  tooManyCommands: (most: number) =>
    new DiscordError(400, 30032, `Maximum number of application commands reached (${most}).`),
  acknowledged: () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new DiscordError(403, 50001, 'Missing Access'),
  notYours: () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new DiscordError(400, 50006, 'Cannot send an empty message'),
  cannotDm: () => new DiscordError(403, 50007, 'Cannot send messages to this user'),
  notText: () => new DiscordError(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new DiscordError(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new DiscordError(401, 50027, 'Invalid Webhook Token'),
  threadExists: () => new DiscordError(400, 160004, 'A thread has already been created for this message'),
  archivedThread: () => new DiscordError(400, 50083, 'Thread is archived'),
} as const;
