/** Puts a bot together: knowledge, answers, store, Discord. */
import { createAnswerer } from './answer/index.ts';
import type { Config } from './config.ts';
import { createBot } from './discord/client.ts';
import { createConversations } from './discord/conversations.ts';
import { createCustomIds } from './discord/custom-id.ts';
import type { Desk } from './discord/desk.ts';
import { createLimiter } from './discord/limiter.ts';
import { SHIPPED_KNOWLEDGE } from './knowledge/files.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Log } from './log.ts';
import { openStore } from './store/sqlite.ts';
import { RETENTION_DAYS } from './store/store.ts';

/** What a bot is started with. */
export interface BotParts {
  readonly config: Config;
  readonly log: Log;
  readonly token: string;
  readonly api: string | undefined;
}

/** A bot that is logged in. */
export interface RunningBot {
  /** Finishes what is in hand and closes everything. */
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Loads the knowledge, opens the store and logs in. Rejects with what hinders it. */
export async function startBot({ config, log, token, api }: BotParts): Promise<RunningBot> {
  const answerer = createAnswerer(loadKnowledge(SHIPPED_KNOWLEDGE));
  const store = openStore(config.database);
  store.sweep(Date.now() - RETENTION_DAYS * DAY_MS);
  const clock = Date.now;
  const desk: Desk = {
    answerer: () => answerer,
    store,
    ids: createCustomIds(token),
    log,
    clock,
    talks: createConversations(clock),
    limiter: createLimiter(clock),
    messageContent: config.messageContent,
    logQuestions: config.logQuestions,
  };
  const bot = createBot(desk, { api, messageContent: config.messageContent });
  try {
    await bot.login(token);
  } catch (error) {
    store.close();
    throw error;
  }
  log.info({ user: bot.client.user?.tag, knowledge: answerer.catalog.knowledge.version }, 'logged in');
  const sweeping = setInterval(() => store.sweep(clock() - RETENTION_DAYS * DAY_MS), DAY_MS);
  sweeping.unref();
  return {
    async stop() {
      clearInterval(sweeping);
      await bot.close();
      store.close();
    },
  };
}
