/** What can be said of an error without saying what people wrote, and which errors are nobody's fault. */
import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js';

/** Discord's refusals that are nobody's fault: the message is gone, the interaction too old, the permission missing. */
const HARMLESS: ReadonlySet<number | string> = new Set([
  Code.UnknownInteraction,
  Code.InteractionHasAlreadyBeenAcknowledged,
  Code.UnknownMessage,
  Code.UnknownChannel,
  Code.UnknownWebhook,
  Code.InvalidWebhookToken,
  Code.MissingPermissions,
  Code.MissingAccess,
  Code.CannotSendMessagesToThisUser,
  Code.CannotReplyWithoutPermissionToReadMessageHistory,
]);

/** Whether an error only says that there is no longer anybody to answer. */
export const isHarmless = (error: unknown): boolean => error instanceof DiscordAPIError && HARMLESS.has(error.code);

/** An error as it may stand in a log: the bodies and addresses of requests hold people's words and tokens. */
export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, message, stack } = error;
  const facts = ['code', 'status', 'method'].flatMap((key) => (key in error ? [[key, Reflect.get(error, key)]] : []));
  return { type: name, message, stack, ...Object.fromEntries(facts) };
}
