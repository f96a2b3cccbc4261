/** Puts a bot together: knowledge, answers, store, Discord. */
import type { Answerer } from './answer/index.ts';
import type { Config } from './config.ts';
import { createBot } from './discord/client.ts';
import { createConversations } from './discord/conversations.ts';
import { createCustomIds } from './discord/custom-id.ts';
import type { Desk } from './discord/desk.ts';
import { createHealth } from './discord/health.ts';
import { createLimiter } from './discord/limiter.ts';
import { createOpenGaps } from './discord/open-gaps.ts';
import { SHIPPED_KNOWLEDGE } from './knowledge/files.ts';
import type { Log } from './log.ts';
import { createLiveAnswerer } from './reload.ts';
import { openStore } from './store/sqlite.ts';
import { RETENTION_DAYS } from './store/store.ts';

/** What a bot is started with. */
export interface BotParts {
  readonly config: Config;
  readonly log: Log;
  readonly token: string;
  readonly api: string | undefined;
  /** The knowledge folder; the shipped one unless told. */
  readonly knowledge?: string;
  /** Where the compiled search is kept; beside the code unless told. */
  readonly cache?: string;
  /** Milliseconds since the epoch; the machine's clock unless told. */
  readonly clock?: () => number;
}

/** A bot that is logged in. */
export interface RunningBot {
  /** The answerer of the newest sound knowledge. */
  readonly answerer: () => Answerer;
  /** Resolves where Discord has ended the connection for good: the reason. */
  readonly lost: Promise<Error>;
  /** Finishes what is in hand and closes everything. */
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Loads the knowledge and follows its changes, opens the store and logs in. Rejects with what hinders it. */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { config, log, token, api, knowledge: folder = SHIPPED_KNOWLEDGE, cache, clock = Date.now } = parts;
  const live = await createLiveAnswerer({ folder, cache, log, clock });
  const store = openStore(config.database);
  store.sweep(clock() - RETENTION_DAYS * DAY_MS);
  const desk: Desk = {
    answerer: live.answerer,
    store,
    ids: createCustomIds(token),
    log,
    clock,
    talks: createConversations(clock),
    limiter: createLimiter(clock),
    health: createHealth(clock, live.faulty),
    openGaps: createOpenGaps(live.answerer, clock),
    messageContent: config.messageContent,
    logQuestions: config.logQuestions,
  };
  const bot = createBot(desk, { api, messageContent: config.messageContent });
  try {
    await bot.login(token);
  } catch (error) {
    live.close();
    store.close();
    throw error;
  }
  log.info({ user: bot.client.user?.tag, knowledge: live.answerer().catalog.knowledge.version }, 'logged in');
  // A sweep that fails, as of a full disk, is tried again a day later: it must not end the bot.
  const sweeping = setInterval(() => {
    try {
      store.sweep(clock() - RETENTION_DAYS * DAY_MS);
    } catch (error) {
      log.error({ err: error }, 'old entries could not be deleted');
    }
  }, DAY_MS);
  sweeping.unref();
  return {
    answerer: live.answerer,
    lost: bot.lost,
    async stop() {
      clearInterval(sweeping);
      live.close();
      await bot.close();
      store.close();
    },
  };
}
