import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { login, openSandbox } from './bot.ts';

test('a rate limit is waited out and the request sent again', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  sandbox.fault({ method: 'GET', path: '/users/@me', retryAfter: 0.1 });

  expect(await client.rest.get(Routes.user())).toMatchObject({ id: sandbox.botId });
  const statuses = sandbox.requests.all().filter((each) => each.path === '/users/@me');
  expect(statuses.map((each) => each.status)).toEqual([429, 200]);
});

test('a server fault is tried again', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  sandbox.fault({ path: /^\/channels\/\d+\/messages$/, status: 503, times: 2 });
  const channel = await client.channels.fetch(sandbox.channels.general);
  if (!channel?.isSendable()) throw new Error('No channel');

  expect((await channel.send('through')).content).toBe('through');
  const posts = sandbox.requests.all().filter((each) => each.method === 'POST');
  expect(posts.map((each) => each.status)).toEqual([503, 503, 200]);
});

test('a dropped connection is an error of the client, not of the sandbox', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox, { rest: { retries: 0 } });
  sandbox.fault({ path: '/users/@me', drop: true });

  await expect(client.rest.get(Routes.user())).rejects.toThrow();
  expect(await client.rest.get(Routes.user())).toMatchObject({ id: sandbox.botId });
});

test('a refusal on order carries its own body', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  sandbox.fault({ path: '/users/@me', status: 403, body: { code: 50013, message: 'Missing Permissions' } });
  await expect(client.rest.get(Routes.user())).rejects.toMatchObject({ code: 50013, status: 403 });
});
