/** The program from its start to its end: it answers, finishes what is in hand, and exits 0. */
import { expect, test } from 'vitest';
import { registerCommands } from '../../src/discord/register.ts';
import { openSandbox } from '../sandbox/bot.ts';
import { startProgram } from './program.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('%s: what is in hand is finished, then it exits 0', async (signal) => {
  const sandbox = await openSandbox();
  const { you, channels, botId } = sandbox;
  await registerCommands({ token: sandbox.botToken, api: sandbox.api });
  const program = startProgram({ DISCORD_TOKEN: sandbox.botToken, DISCORD_API: sandbox.api });
  await program.said('logged in');
  const path = `/channels/${channels.general}/messages`;
  sandbox.fault({ method: 'POST', path, retryAfter: 1 });
  const answered = you.nextMessage(({ author }) => author.id === botId);
  await you.say(channels.general, `<@${botId}> what is a zk rollup`);
  await sandbox.requests.waitFor((each) => each.path === path && each.status === 429);
  program.child.kill(signal);
  await program.said('stopping');
  // It takes no new work any more.
  await you.say(channels.general, `<@${botId}> what is a bridge`);
  expect((await answered).embeds[0]?.title).toBe('ZK rollup');
  const { code, stdout, stderr } = await program.ended;
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).not.toContain(sandbox.botToken);
  expect(
    sandbox.requests
      .all()
      .filter((each) => each.path === path)
      .map((each) => each.status),
  ).toEqual([429, 200]);
});

test('without a terminal and a token it answers each line of its input, and exits 0 at the end', async () => {
  const { child, ended } = startProgram({});
  child.stdin?.end('what is a zk rollup\n\n/layer explain bridge depth:simple\n/layer about\n');
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const titles = [...stdout.matchAll(/^━━ (.*) ━━$/gm)].map(([, title]) => title);
  expect(titles).toEqual(['ZK rollup', 'bridge', 'About Strata']);
});

test('SIGTERM in the sandbox exits 0', async () => {
  const { child, ended } = startProgram({});
  child.stdin?.write('what is a bridge\n');
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});
