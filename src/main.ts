/** The composition root: environment → configuration → knowledge → answers → Discord → signals. */
import { readFile, writeFile } from 'node:fs/promises';
import { type RunningBot, startBot } from './bot.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { explainFault } from './fault.ts';
import { inspectQuestion, layerMapOf } from './inspect.ts';
import { createLog, type Log } from './log.ts';
import type { Sandbox } from './sandbox/index.ts';
import { readFlags, type SandboxFlags } from './sandbox/script/flags.ts';

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  const config = readConfig(process.env);
  const log = createLog(config);
  const running =
    config.token === undefined || flags.sandbox
      ? await runSandbox(config, log, flags)
      : await startBot({ config, log, token: config.token, api: config.api });
  stopOnSignals(running, log);
  throw await running.lost;
}

/** Starts the sandbox with the bot in it, and a prompt in the terminal; without one, answers standard input and ends. */
async function runSandbox(config: Config, log: Log, flags: SandboxFlags): Promise<RunningBot> {
  const { openSandboxPage } = await import('./sandbox/page/open.ts');
  const { openFirstPost } = await import('./sandbox/page/seed.ts');
  const { runPrompt } = await import('./sandbox/terminal/prompt.ts');
  const { registerCommands } = await import('./discord/register.ts');
  // The page is served before the bot is up; until then it is told that the bot is not ready.
  let started: RunningBot | undefined;
  const answerer = () => started?.answerer() ?? raise(new Error('The bot is starting'));
  const sandbox = await openSandboxPage(
    { port: config.sandboxPort, ...(flags.host === undefined ? {} : { host: flags.host }) },
    { inspect: (question) => inspectQuestion(answerer(), question), map: () => layerMapOf(answerer()) },
  );
  await registerCommands({ token: sandbox.botToken, api: sandbox.api });
  const bot = await startBot({ config, log, token: sandbox.botToken, api: sandbox.api });
  started = bot;
  const running: RunningBot = {
    answerer: bot.answerer,
    lost: bot.lost,
    async stop() {
      await bot.stop();
      await sandbox.close();
    },
  };
  if (flags.script !== undefined) {
    await playFile(sandbox, flags.script, flags.out).finally(running.stop);
    process.exit(0);
  }
  await openFirstPost(sandbox);
  const interactive = process.stdin.isTTY === true;
  if (interactive) process.stdout.write(welcome(sandbox.url));
  void runPrompt(sandbox.you, { input: process.stdin, output: process.stdout, interactive }).then(async (count) => {
    // Neither a terminal nor a question, as under a service manager: the page stays open until a signal.
    if (!interactive && count === 0) {
      process.stdout.write(welcome(sandbox.url));
      return;
    }
    await running.stop();
    process.exit(0);
  });
  return running;
}

/** Plays the script in a file; the transcript goes to another file or to standard output. */
async function playFile(sandbox: Sandbox, script: string, out: string | undefined): Promise<void> {
  const { playScript } = await import('./sandbox/script/play.ts');
  const transcript = await playScript(sandbox, await readFile(script, 'utf8'));
  if (out === undefined) process.stdout.write(transcript);
  else await writeFile(out, transcript);
}

function raise(error: Error): never {
  throw error;
}

const welcome = (url: string) =>
  `Open ${url} in a browser: Strata in a Discord on your own machine, nothing leaves it.\n` +
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
