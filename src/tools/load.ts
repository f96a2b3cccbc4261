/**
 * `npm run load`: the whole bot under load, with the sandbox beside it in one process: people use commands and buttons at
 * a steady rate, whether answers come back or not. Prints how many were answered, how many were lost, and how long the
 * answers took. `--rate` interactions a second (200), `--seconds` (60). Exit code 1 where one was lost.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startBot } from '../bot.ts';
import { readConfig } from '../config.ts';
import { registerCommands } from '../discord/register.ts';
import { createLog } from '../log.ts';
import { type Outcome, type Person, type Sandbox, startSandbox } from '../sandbox/index.ts';

/** So many that nobody asks more than one person may. */
const PEOPLE = 800;
const TICK_MS = 5;

type Act = (sandbox: Sandbox, who: Person) => Promise<Outcome | 'choices'>;

/** In direct messages: in a channel every answer would be brought to all these people, which is no work of the bot's. */
const command =
  (path: string, options: Readonly<Record<string, string | boolean>>): Act =>
  (_sandbox, who) =>
    who.command(who.dmChannelId, path, options);

/** In a server, for one person alone. */
const privately =
  (path: string, options: Readonly<Record<string, string | boolean>>): Act =>
  ({ channels }, who) =>
    who.command(channels.general, path, { ...options, private: true });

/** What people do, one after the other. */
const ACTS: readonly Act[] = [
  command('layer explain', { topic: 'zk-rollup' }),
  command('layer ask', { question: 'why does it take a week to withdraw' }),
  command('layer compare', { first: 'arbitrum', second: 'optimism' }),
  privately('layer ask', { question: 'is polygon a layer 2' }),
  async ({ channels }, who) => {
    await who.complete(channels.general, 'layer explain', 'topic', 'optimis');
    return 'choices';
  },
  command('layer list', { category: 'rollups' }),
  privately('layer ask', { question: 'whats a optmistic rolup and how does it work' }),
  async (sandbox, who) => {
    const shown = await privately('layer explain', { topic: 'rollup' })(sandbox, who);
    if (shown === 'choices') return shown;
    return shown.kind === 'message' ? who.press(shown.message.id, buttonOf(shown.message.components)) : shown;
  },
];

/** The custom id of the first button of a message. */
function buttonOf(rows: readonly object[]): string {
  const [first] = rows.flatMap((row) => ('components' in row && Array.isArray(row.components) ? row.components : []));
  return String(first?.custom_id);
}

interface Tally {
  readonly times: number[];
  readonly lost: string[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rate: { type: 'string' }, seconds: { type: 'string' } } });
  const rate = Number(values.rate ?? 200);
  const seconds = Number(values.seconds ?? 60);
  const config = readConfig({ DATABASE: ':memory:' });
  const sandbox = await startSandbox();
  const { botToken: token, api } = sandbox;
  await registerCommands({ token, api });
  const bot = await startBot({ config, log: createLog(config), token, api });
  const people = Array.from({ length: PEOPLE }, (_, at) => sandbox.person(`person ${at}`));
  await run(sandbox, people, { rate, seconds: 1 });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const busy = process.cpuUsage();
  const tally = await run(sandbox, people.toReversed(), { rate, seconds });
  const { user, system } = process.cpuUsage(busy);
  say(tally, { rate, seconds, cpu: (user + system) / 1_000_000 / seconds, loop: delay.percentile(99) / 1e6 });
  await bot.stop();
  await sandbox.close();
  process.exitCode = tally.lost.length > 0 ? 1 : 0;
}

/** Keeps the rate by the clock: what a late tick missed it makes up for, as people do not wait for each other. */
async function run(
  sandbox: Sandbox,
  people: readonly Person[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Tally> {
  const tally: Tally = { times: [], lost: [] };
  const waiting: Promise<void>[] = [];
  const started = performance.now();
  await new Promise<void>((resolve) => {
    const tick = setInterval(() => {
      const due = Math.min(((performance.now() - started) / 1000) * rate, seconds * rate);
      while (waiting.length < due) {
        const who = people[waiting.length % people.length];
        const act = ACTS[waiting.length % ACTS.length];
        waiting.push(who && act ? measure(tally, () => act(sandbox, who)) : Promise.resolve());
      }
      if (waiting.length < seconds * rate) return;
      clearInterval(tick);
      resolve();
    }, TICK_MS);
  });
  await Promise.all(waiting);
  return tally;
}

async function measure({ times, lost }: Tally, act: () => Promise<Outcome | 'choices'>): Promise<void> {
  const began = performance.now();
  try {
    const outcome = await act();
    if (outcome !== 'choices' && outcome.kind === 'failed') lost.push(outcome.error);
    else times.push(performance.now() - began);
  } catch (error) {
    lost.push(String(error));
  }
}

function say(
  { times, lost }: Tally,
  { rate, seconds, cpu, loop }: { rate: number; seconds: number; cpu: number; loop: number },
): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => `${(sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1)} ms`;
  const lines = [
    `${rate} interactions a second for ${seconds} s: ${times.length} answered, ${lost.length} lost`,
    `p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, longest ${at(1)}`,
    `${(cpu * 100).toFixed(0)} % of one core, sandbox and people included; event loop p99 ${loop.toFixed(1)} ms; ${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MiB`,
    ...new Set(lost),
  ];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

await main();
