/** The composition root: environment → configuration → knowledge → answers → Discord → signals. */

import { type RunningBot, startBot } from './bot.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { explainFault } from './fault.ts';
import { createLog, type Log } from './log.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  const running =
    config.token === undefined
      ? await runSandbox(config, log)
      : await startBot({ config, log, token: config.token, api: config.api });
  stopOnSignals(running, log);
}

/** Starts the sandbox with the bot in it, and a prompt in the terminal; without one, answers standard input and ends. */
async function runSandbox(config: Config, log: Log): Promise<RunningBot> {
  const { startSandbox } = await import('./sandbox/index.ts');
  const { runPrompt } = await import('./sandbox/terminal/prompt.ts');
  const { registerCommands } = await import('./discord/register.ts');
  const sandbox = await startSandbox({ port: config.sandboxPort });
  await registerCommands({ token: sandbox.botToken, api: sandbox.api });
  const bot = await startBot({ config, log, token: sandbox.botToken, api: sandbox.api });
  const running: RunningBot = {
    async stop() {
      await bot.stop();
      await sandbox.close();
    },
  };
  const interactive = process.stdin.isTTY === true;
  if (interactive) process.stdout.write(welcome(sandbox.url));
  void runPrompt(sandbox.you, { input: process.stdin, output: process.stdout, interactive }).then(async () => {
    await running.stop();
    process.exit(0);
  });
  return running;
}

const welcome = (url: string) =>
  `Strata runs in the sandbox at ${url}: Discord on your own machine, nothing leaves it.\n` +
  'Ask something, or try: /layer compare zk-rollup optimistic-rollup\n' +
  'To run it in Discord, set DISCORD_TOKEN (see .env.example). Ctrl+C ends it.\n\n';

function stopOnSignals(running: RunningBot, log: Log): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      void running.stop().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : explainFault(error)}\n`);
  process.exitCode = 1;
  // Open sockets of a half-started bot must not keep the process alive.
  setImmediate(() => process.exit(1));
});
