import { expect, test } from 'vitest';
import { login, openSandbox } from './bot.ts';
import { serveCommands } from './command-bot.ts';

const INTERACTIONS = 400;
const AT_ONCE = 20;

test('200 interactions a second pass', async () => {
  const sandbox = await openSandbox();
  await serveCommands(await login(sandbox));
  const ask = () => sandbox.you.command(sandbox.channels.general, 'layer explain', { topic: 'rollup' });
  await ask();
  const started = performance.now();
  for (let done = 0; done < INTERACTIONS; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, ask));
  expect(performance.now() - started).toBeLessThan((INTERACTIONS / 200) * 1_000);
});

test('a channel keeps its latest 2,000 messages', async () => {
  const sandbox = await openSandbox();
  const { you, channels } = sandbox;
  const first = await you.say(channels.general, 'first');
  for (let count = 0; count < 2_000; count += 1) await you.say(channels.general, `${count}`);
  expect(sandbox.message(first.id)).toBeUndefined();
  expect((await you.history(channels.general, 1)).map((each) => each.content)).toEqual(['1999']);
});
