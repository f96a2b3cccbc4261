/** Discord's refusals that are nobody's fault: the message is gone, the interaction too old, the permission missing. */
import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js';

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
