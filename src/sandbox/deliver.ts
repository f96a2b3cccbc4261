import type { Core } from './core.ts';
import { channelObject } from './objects.ts';
import { permissionsIn } from './permissions.ts';
import type { InteractionForm } from './validate/interaction.ts';
import type { InteractionMetadata } from './wire.ts';
import type { Account, ChannelState, MessageState } from './world.ts';

const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** What the bot is told of one interaction, beyond who and where. */
export interface Told {
  readonly data: Readonly<Record<string, unknown>>;
  /** The message whose component was used. */
  readonly source?: MessageState | undefined;
  /** The type of the message that answers. */
  readonly responseType: number;
  readonly metadata: Readonly<Partial<InteractionMetadata>>;
}

/** Starts the interaction and tells the person and the bot of it. */
export function deliver(core: Core, channel: ChannelState, caller: Account, given: InteractionForm, told: Told): void {
  const id = core.world.nextId();
  const owners = { 0: channel.guildId ?? '0' };
  const interaction = core.interactions.start({
    id,
    type: given.type,
    userId: caller.user.id,
    channel,
    nonce: given.nonce,
    metadata: {
      id,
      type: given.type,
      user: caller.user,
      authorizing_integration_owners: owners,
      ...told.metadata,
    },
    source: told.source,
    responseType: told.responseType,
  });
  core.interactions.tell(interaction, 'INTERACTION_CREATE');
  const payload = {
    ...where(core, channel),
    ...who(core, channel, caller),
    id,
    token: interaction.token,
    type: given.type,
    data: told.data,
    authorizing_integration_owners: owners,
    ...(told.source === undefined ? {} : { message: told.source.message }),
  };
  const bot = { userId: core.bot.user.id, guildId: channel.guildId };
  core.gateway.publish('INTERACTION_CREATE', bot, () => payload);
}

function where(core: Core, channel: ChannelState) {
  const botId = core.bot.user.id;
  return {
    application_id: core.applicationId,
    version: 1,
    channel_id: channel.id,
    channel: channelObject(core.world, channel, botId),
    app_permissions: permissionsIn(core.world, channel, botId).toString(),
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}

function who(core: Core, channel: ChannelState, { user, locale }: Account): Readonly<Record<string, unknown>> {
  if (channel.guildId === undefined) return { user, locale, context: 1 };
  const guild = core.world.guild(channel.guildId);
  const permissions = permissionsIn(core.world, channel, user.id).toString();
  return {
    member: { ...guild.members.get(user.id), user, permissions },
    locale,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    context: 0,
  };
}
