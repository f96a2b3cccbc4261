import { Events, GatewayIntentBits, type Message } from 'discord.js';
import { expect, test } from 'vitest';
import { allIntents, login, newClient, openSandbox } from './bot.ts';

test('a client logs in and knows itself, its server and the channels', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);

  expect(client.user).toMatchObject({ id: sandbox.botId, username: 'Strata', bot: true });
  expect(client.application.id).toBe(sandbox.applicationId);
  const guild = client.guilds.cache.get(sandbox.guildId);
  expect(guild?.channels.cache.map((each) => each.name)).toEqual(['general', 'layer-help', 'help-forum']);
  expect(sandbox.isBotOnline()).toBe(true);
});

test('a wrong token is refused before the gateway', async () => {
  const sandbox = await openSandbox();
  await expect(newClient(sandbox).login(`${sandbox.botToken}x`)).rejects.toMatchObject({ code: 'TokenInvalid' });
});

test('a privileged intent that the application lacks closes the gateway with 4014', async () => {
  const sandbox = await openSandbox({ privilegedIntents: false });
  await expect(newClient(sandbox, { intents: allIntents }).login(sandbox.botToken)).rejects.toThrow(
    'Used disallowed intents',
  );
  expect(sandbox.isBotOnline()).toBe(false);
});

test('without privileged intents a client logs in as ever', async () => {
  const sandbox = await openSandbox({ privilegedIntents: false });
  expect((await login(sandbox)).isReady()).toBe(true);
});

test('after a broken connection the session is resumed and what was missed arrives', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  const heard = new Promise<Message>((resolve) => client.once(Events.MessageCreate, resolve));

  sandbox.disconnectBot({ code: 4000 });
  await sandbox.you.say(sandbox.you.dmChannelId, 'while you were away');

  expect((await heard).content).toBe('while you were away');
  await resumed;
  expect(sandbox.isBotOnline()).toBe(true);
});

test('asked to reconnect, a client resumes', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  sandbox.disconnectBot();
  await resumed;
  expect(sandbox.isBotOnline()).toBe(true);
});

test('a session that can not be resumed is begun anew', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const readyAgain = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  sandbox.disconnectBot({ invalidate: true });
  await readyAgain;
  expect(sandbox.isBotOnline()).toBe(true);
}, 20_000);

test('people see the bot come and go', async () => {
  const sandbox = await openSandbox();
  const online = sandbox.you.nextEvent('PRESENCE_UPDATE');
  const client = await login(sandbox);
  expect(await online).toMatchObject({ user: { id: sandbox.botId }, status: 'online' });

  const offline = sandbox.you.nextEvent('PRESENCE_UPDATE');
  await client.destroy();
  expect(await offline).toMatchObject({ user: { id: sandbox.botId }, status: 'offline' });
});

test('without the content intent a bot reads only what is meant for it', async () => {
  const sandbox = await openSandbox({ privilegedIntents: false });
  const client = await login(sandbox);
  const { you, channels } = sandbox;
  const read: string[] = [];
  const last = new Promise<void>((resolve) =>
    client.on(Events.MessageCreate, (message) => {
      read.push(message.content);
      if (message.content === 'last') resolve();
    }),
  );
  const channel = await client.channels.fetch(channels.general);
  if (!channel?.isSendable()) throw new Error('No channel');

  await you.say(channels.general, 'overheard');
  const mention = await you.say(channels.general, `<@${sandbox.botId}> asked`);
  const own = await channel.send('own words');
  await you.say(channels.general, 'a reply', { replyTo: own.id });
  await you.say(channels.general, 'a reply to myself', { replyTo: mention.id });
  await you.say(you.dmChannelId, 'last');
  await last;

  expect(read).toEqual(['', `<@${sandbox.botId}> asked`, 'own words', 'a reply', '', 'last']);
  const history = await channel.messages.fetch({ limit: 10, cache: false });
  expect(history.map((each) => each.content).reverse()).toEqual([...read.slice(0, -1)]);
});

test('with the content intent it reads everything, and without message intents nothing', async () => {
  const sandbox = await openSandbox();
  const reader = await login(sandbox, { intents: allIntents });
  const heard = new Promise<Message>((resolve) => reader.once(Events.MessageCreate, resolve));
  const deaf = await login(sandbox, { intents: [GatewayIntentBits.Guilds] });
  const heardByDeaf: string[] = [];
  deaf.on(Events.MessageCreate, (message) => void heardByDeaf.push(message.content));

  await sandbox.you.say(sandbox.channels.general, 'overheard');
  expect((await heard).content).toBe('overheard');
  expect(heardByDeaf).toEqual([]);
});

test('the bot is added to a server and taken out of it', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const joined = new Promise<string>((resolve) => client.once(Events.GuildCreate, ({ name }) => resolve(name)));
  const { guildId, general } = sandbox.addGuild('Elsewhere');
  expect(await joined).toBe('Elsewhere');
  const channel = await client.channels.fetch(general);
  if (channel?.isSendable()) expect((await channel.send('hello')).guildId).toBe(guildId);

  const left = new Promise<string>((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
  sandbox.removeBot(guildId);
  expect(await left).toBe(guildId);
  await expect(client.rest.get(`/channels/${general}`)).rejects.toMatchObject({ code: 50001 });
});
