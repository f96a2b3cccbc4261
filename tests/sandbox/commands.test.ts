import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { login, openSandbox } from './bot.ts';
import { checkedRequests } from './discord-spec.ts';

const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });
const command = (name: string, more: object = {}) => ({ name, description: 'x', ...more });

test('a bulk overwrite keeps the ids of commands that stay', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const first = await client.application.commands.set([command('layer'), command('old')]);
  const second = await client.application.commands.set([command('layer'), command('new')]);
  expect(second.map((each) => each.name)).toEqual(['layer', 'new']);
  expect(second.find((each) => each.name === 'layer')?.id).toBe(first.find((each) => each.name === 'layer')?.id);
  expect((await client.application.commands.fetch()).map((each) => each.name)).toEqual(['layer', 'new']);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a command of one server is created, changed, fetched and deleted', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const guild = client.guilds.cache.get(sandbox.guildId);
  const made = await guild?.commands.create(command('here'));
  await made?.edit({ description: 'better' });
  expect((await guild?.commands.fetch(made?.id ?? ''))?.description).toBe('better');
  await made?.delete();
  expect((await guild?.commands.fetch())?.size).toBe(0);
  await expect(guild?.commands.fetch(made?.id ?? '')).rejects.toMatchObject({ code: 10063 });
  expect(checkedRequests(sandbox)).toEqual([]);
});

const refused: readonly (readonly [name: string, body: object, path: string])[] = [
  ['an upper-case name', command('Layer'), 'name'],
  ['a name with a space', command('two words'), 'name'],
  ['a name of 33', command('x'.repeat(33)), 'name'],
  ['no description', { name: 'layer' }, 'description'],
  ['a description of 101', command('layer', { description: 'x'.repeat(101) }), 'description'],
  ['26 options', command('layer', { options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) }), 'options'],
  ['an option twice', command('layer', { options: [option('a'), option('a')] }), 'options.1.name'],
  [
    'a required option last',
    command('layer', { options: [option('a'), option('b', { required: true })] }),
    'options.1',
  ],
  [
    '26 choices',
    command('layer', {
      options: [option('a', { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })],
    }),
    'options.0.choices',
  ],
  [
    'choices and autocomplete',
    command('layer', { options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
    'options.0.autocomplete',
  ],
  [
    'a subcommand beside a value',
    command('layer', { options: [option('a'), { type: 1, name: 'b', description: 'x' }] }),
    'options.1',
  ],
  [
    'a group in a group',
    command('layer', {
      options: [{ type: 2, name: 'a', description: 'x', options: [{ type: 2, name: 'b', description: 'x' }] }],
    }),
    'options.0.options.0',
  ],
  ['a described context menu', { name: 'Explain', type: 3, description: 'x' }, 'description'],
  [
    '8001 characters',
    command('layer', {
      options: Array.from({ length: 25 }, (_, n) =>
        option(`o${n}`, {
          choices: Array.from({ length: 4 }, (_, m) => ({
            name: `${m}${'x'.repeat(40)}`,
            value: `${m}${'x'.repeat(60)}`,
          })),
        }),
      ),
    }),
    '',
  ],
];

test.each(refused)('%s is refused', async (_name, body, path) => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const sent = client.rest.post(Routes.applicationCommands(sandbox.applicationId), { body });
  const errors = path
    .split('.')
    .filter((step) => step !== '')
    .reduceRight<object>((inner, step) => ({ [step]: inner }), { _errors: [{ code: expect.any(String) }] });
  await expect(sent).rejects.toMatchObject({ status: 400, code: 50035, rawError: { errors } });
});

test('people are offered what the place and their permissions allow', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  await client.application.commands.set([
    command('anywhere'),
    command('server-only', { contexts: [0] }),
    command('for-admins', { default_member_permissions: '8' }),
  ]);
  await client.guilds.cache.get(sandbox.guildId)?.commands.create(command('only-here'));
  const friend = sandbox.person('friend');
  const { general } = sandbox.channels;
  await expect(friend.command(friend.dmChannelId, 'server-only')).rejects.toThrow(
    'registered are: anywhere, for-admins',
  );
  await expect(friend.command(general, 'x')).rejects.toThrow('registered are: anywhere, server-only, only-here');
  await expect(sandbox.you.command(general, 'x')).rejects.toThrow('anywhere, server-only, for-admins, only-here');
});
