/** The Discord client: which events it asks for, and how they reach the router. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits as Intent, Options, Partials } from 'discord.js';
import { MEMORY_MINUTES } from './conversations.ts';
import type { Desk } from './desk.ts';
import { createManners } from './handlers/manners.ts';
import { createReplies } from './handlers/replies.ts';
import { createRouter, type Router } from './router.ts';
import { loggable } from './trouble.ts';

/** How the client reaches Discord. */
export interface ClientSettings {
  /** The base of the REST API; undefined: Discord's own. */
  readonly api: string | undefined;
  readonly messageContent: boolean;
}

/** A bot that is not logged in yet. */
export interface Bot {
  readonly client: Client;
  readonly router: Router;
  /** Resolves once the gateway is ready. Rejects as discord.js does. */
  login(token: string): Promise<void>;
  /** Resolves where Discord has ended the connection for good: the reason, with its close code. */
  readonly lost: Promise<Error>;
  /** Takes no new work, finishes what is in hand, and leaves the gateway. */
  close(): Promise<void>;
}

/** What is still not finished after this time is not waited for: whoever stops the bot ends it soon after. */
const CLOSING_MS = 8_000;

/** Builds the client around a desk. */
export function createBot(desk: Desk, { api, messageContent }: ClientSettings): Bot {
  const client = new Client({
    intents: [
      Intent.Guilds,
      Intent.GuildMessages,
      Intent.DirectMessages,
      ...(messageContent ? [Intent.MessageContent] : []),
    ],
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    ...(api === undefined ? {} : { rest: { api } }),
    // The bot needs no history: what it keeps of messages and members is little and short. Times in seconds.
    sweepers: { ...Options.DefaultSweeperSettings, messages: { interval: 60, lifetime: 60 * MEMORY_MINUTES } },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 50,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  });
  const router = createRouter(desk, { replies: createReplies(desk.clock), manners: createManners(desk.clock) });
  let open = true;
  client.on(Events.InteractionCreate, (interaction) => void (open && router.interaction(interaction)));
  client.on(Events.MessageCreate, (message) => void (open && router.message(message)));
  client.on(Events.MessageUpdate, (_old, message) => void (open && router.edit(message)));
  client.on(Events.Error, (error) => desk.log.error({ error: loggable(error) }, 'client error'));
  client.on(Events.Warn, (warning) => desk.log.warn({ warning }, 'client warning'));
  client.on(Events.ShardError, (error, shard) => desk.log.warn({ error: loggable(error), shard }, 'connection error'));
  // Discord.js reconnects by itself wherever that can help; this is said where it cannot.
  const lost = new Promise<Error>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      desk.log.warn({ code, shard }, 'disconnected');
      resolve(Object.assign(new Error(`The gateway closed with ${code}`), { code }));
    });
  });
  client.on(Events.ShardReconnecting, (shard) => desk.log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => desk.log.info({ shard, replayed }, 'resumed'));
  return {
    client,
    router,
    lost,
    async login(token) {
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      await client.login(token);
      await ready;
    },
    async close() {
      open = false;
      await Promise.race([router.idle(), sleep(CLOSING_MS, undefined, { ref: false })]);
      await client.destroy();
    },
  };
}
