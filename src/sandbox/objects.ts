/** How the world's state looks in Discord's JSON. */
import { ChannelType, Intent, MessageFlag } from './constants.ts';
import type { Core } from './core.ts';
import type { Session } from './gateway.ts';
import type { GatewayMessage, Message } from './wire.ts';
import type { ChannelState, GuildState, MessageState, World } from './world.ts';

const ARCHIVE_AFTER_MINUTES = 1_440;

/** Gives a channel's object as one user sees it: a direct message lists the other person. */
export function channelObject(world: World, channel: ChannelState, viewerId: string) {
  const base = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: 0,
  };
  if (channel.type === ChannelType.Dm) {
    const others = channel.recipientIds.filter((id) => id !== viewerId);
    return { ...base, recipients: others.map((id) => world.account(id).user) };
  }
  const placed = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (channel.thread !== undefined) return { ...placed, ...threadFields(channel.thread) };
  const forum = channel.type === ChannelType.Forum ? { available_tags: [], default_reaction_emoji: null } : {};
  const { topic, position } = channel;
  return { ...placed, ...forum, topic, position, nsfw: false, permission_overwrites: channel.overwrites };
}

function threadFields(thread: NonNullable<ChannelState['thread']>) {
  return {
    owner_id: thread.ownerId,
    applied_tags: thread.appliedTags,
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    member_count: thread.members.size,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: ARCHIVE_AFTER_MINUTES,
      archive_timestamp: thread.createdAt,
      create_timestamp: thread.createdAt,
    },
  };
}

/** Gives a member's object, the user in it. */
export function memberObject(world: World, guild: GuildState, userId: string) {
  const member = guild.members.get(userId);
  return member === undefined ? undefined : { ...member, user: world.account(userId).user };
}

/** Gives a server's own object, without what only the gateway adds. */
export function guildObject(guild: GuildState) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
    features: ['COMMUNITY'],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    home_header: null,
    region: 'deprecated',
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    premium_tier: 0,
    premium_subscription_count: 0,
    incidents_data: null,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    nsfw_level: 0,
    nsfw: false,
  };
}

/** Gives a server as GUILD_CREATE carries it for one session: its channels, live threads and members too. */
export function guildCreateObject(core: Core, guild: GuildState, session: Session) {
  const { world, gateway } = core;
  const viewerId = session.account.user.id;
  const seesEveryone = !session.isBot || (session.intents & Intent.GuildPresences) !== 0;
  const channels = [...guild.channelIds].map((id) => world.channel(id));
  const shown = [...guild.members.keys()].filter((id) => seesEveryone || id === viewerId);
  return {
    ...guildObject(guild),
    joined_at: guild.members.get(viewerId)?.joined_at,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: shown.map((id) => memberObject(world, guild, id)),
    channels: channels.filter((each) => each.thread === undefined).map((each) => channelObject(world, each, viewerId)),
    threads: channels
      .filter((each) => each.thread?.archived === false)
      .map((each) => channelObject(world, each, viewerId)),
    presences: seesEveryone ? shown.map((id) => gateway.presenceOf(id)) : [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Tells whether the viewer is refused a message's content: a bot without the intent that the message does not concern. */
export function isBlanked(
  message: Message,
  channel: ChannelState,
  viewer: { id: string; readsContent: boolean },
): boolean {
  if (viewer.readsContent || channel.type === ChannelType.Dm) return false;
  return message.author.id !== viewer.id && !message.mentions.some((each) => each.id === viewer.id);
}

/** Gives a message as a session or a REST caller gets it, blanked where the content is not theirs to read. */
export function messageFor(state: MessageState, viewer: { id: string; readsContent: boolean }): Message {
  const { message, channel } = state;
  const quoted = message.referenced_message;
  const whole =
    quoted && isBlanked(quoted, channel, viewer) ? { ...message, referenced_message: blank(quoted) } : message;
  return isBlanked(message, channel, viewer) ? blank(whole) : whole;
}

function blank(message: Message): Message {
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}

/** Gives a message as an event carries it to a session. */
export function gatewayMessage(world: World, state: MessageState, session: Session): GatewayMessage {
  const readsContent = !session.isBot || (session.intents & Intent.MessageContent) !== 0;
  const { channel } = state;
  const message = messageFor(state, { id: session.account.user.id, readsContent });
  if (channel.guildId === undefined) return { ...message, channel_type: channel.type };
  const member = world.guild(channel.guildId).members.get(message.author.id);
  const placed = { ...message, channel_type: channel.type, guild_id: channel.guildId };
  return member === undefined || (message.flags & MessageFlag.Ephemeral) !== 0 ? placed : { ...placed, member };
}
