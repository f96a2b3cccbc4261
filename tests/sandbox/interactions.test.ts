import { Events, type Interaction, InteractionContextType } from 'discord.js';
import { expect, test } from 'vitest';
import type { Outcome, Sandbox, SandboxOptions } from '../../src/sandbox/index.ts';
import { login, openSandbox } from './bot.ts';
import { serveCommands } from './command-bot.ts';
import { checkedRequests } from './discord-spec.ts';

async function open(options: SandboxOptions = {}) {
  const sandbox = await openSandbox(options);
  const client = await login(sandbox);
  await serveCommands(client);
  const next = () => new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve));
  return { sandbox, client, you: sandbox.you, general: sandbox.channels.general, next };
}

function messageOf(outcome: Outcome) {
  if (outcome.kind !== 'message' && outcome.kind !== 'update') throw new Error(`No message but ${outcome.kind}`);
  return outcome.message;
}

async function menuMessage({ you, channels }: Sandbox) {
  return messageOf(await you.command(channels.general, 'menu'));
}

test('options arrive with the types of the registration', async () => {
  const { sandbox, you, general, next } = await open();
  const arrived = next();
  const outcome = await you.command(general, '/layer explain', { topic: 'zk rollup', depth: 2 });
  expect(messageOf(outcome)).toMatchObject({
    content: 'explain zk rollup 2',
    type: 20,
    author: { id: sandbox.botId },
    interaction_metadata: { type: 2, name: 'layer explain', user: { id: you.id } },
  });
  expect(await arrived).toMatchObject({ guildId: sandbox.guildId, channelId: general, locale: 'en-US', context: 0 });
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('in a direct message the interaction names the user alone', async () => {
  const { sandbox, you, next } = await open();
  const arrived = next();
  const outcome = await you.command(you.dmChannelId, 'say');
  expect(messageOf(outcome)).toMatchObject({ content: 'said', channel_id: you.dmChannelId });
  const interaction = await arrived;
  expect(interaction).toMatchObject({ guildId: null, member: null, context: InteractionContextType.BotDM });
  expect(interaction.user.id).toBe(sandbox.you.id);
});

test('what the registration does not allow is refused before the bot hears of it', async () => {
  const { you, general } = await open();
  await expect(you.command(general, 'nothing')).rejects.toThrow('No command "nothing"; registered are: layer, say');
  await expect(you.command(general, 'layer')).rejects.toThrow('"layer" needs one of: explain');
  await expect(you.command(general, 'layer explain', { colour: 'red' })).rejects.toThrow('it has: topic, depth');
  const refused = { kind: 'failed', error: expect.stringContaining('50035') };
  expect(await you.command(general, 'layer explain')).toEqual(refused);
  expect(await you.command(general, 'layer explain', { topic: 'x', depth: 4 })).toEqual(refused);
  expect(await you.command(general, 'layer explain', { topic: 'x', depth: 'deep' })).toEqual(refused);
});

test('autocomplete offers choices for what is typed', async () => {
  const { sandbox, you, general } = await open();
  const choices = await you.complete(general, 'layer explain', 'topic', 'roll');
  expect(choices).toEqual([{ name: 'topic: roll', value: 'roll!' }]);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('an ephemeral answer is seen by its person alone', async () => {
  const { sandbox, you, general } = await open();
  const friend = sandbox.person('friend');
  const seen = friend.nextMessage();
  const outcome = await you.command(general, 'whisper');
  expect(outcome).toMatchObject({ kind: 'message', ephemeral: true, message: { content: 'hush', flags: 64 } });
  await you.command(general, 'say');

  expect((await seen).content).toBe('said');
  expect((await friend.history(general)).map((each) => each.content)).toEqual(['said']);
  expect((await you.history(general)).map((each) => each.content)).toEqual(['said', 'hush']);
  expect(sandbox.message(messageOf(outcome).id)?.visibleTo).toBe(you.id);
});

test.each([
  ['later', false],
  ['later-whisper', true],
])('%s is deferred and then said', async (command, ephemeral) => {
  const { sandbox, you, general } = await open();
  const outcome = await you.command(general, command);
  expect(outcome).toMatchObject({ kind: 'deferred', ephemeral });
  if (outcome.kind !== 'deferred') return;
  const message = await outcome.finished;
  expect(message).toMatchObject({ content: 'at last', flags: ephemeral ? 64 : 0, edited_timestamp: null });
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a follow-up replies to the answer', async () => {
  const { sandbox, you, general } = await open();
  const second = you.nextMessage((message) => message.content === 'second');
  const first = messageOf(await you.command(general, 'follow'));
  expect(await second).toMatchObject({ message_reference: { message_id: first.id }, type: 19 });
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a select updates its message with values that were offered', async () => {
  const { sandbox, you } = await open();
  const { id } = await menuMessage(sandbox);
  expect(await you.select(id, 'pick', ['two', 'three'])).toMatchObject({
    kind: 'update',
    message: { id, content: 'two+three' },
  });
  const refused = { kind: 'failed', error: expect.stringContaining('50035') };
  expect(await you.select(id, 'pick', ['four'])).toEqual(refused);
  expect(await you.select(id, 'pick', ['one', 'two', 'three'])).toEqual(refused);
  expect(await you.select(id, 'pick', [])).toEqual(refused);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a user select names users', async () => {
  const { sandbox, you } = await open();
  const { id } = await menuMessage(sandbox);
  const friend = sandbox.person('friend');
  expect(messageOf(await you.select(id, 'who', [friend.id])).content).toBe('friend');
});

test('while the bot is away an interaction fails', async () => {
  const { sandbox, you, general, client } = await open({ ackMs: 50 });
  const gone = you.nextEvent('PRESENCE_UPDATE');
  await client.destroy();
  await gone;
  expect(await you.command(general, 'say')).toEqual({ kind: 'failed', error: 'The application did not respond' });
  expect(sandbox.isBotOnline()).toBe(false);
});

test('buttons: deferred, disabled, unknown, gone', async () => {
  const { sandbox, you } = await open();
  const { id } = await menuMessage(sandbox);
  const slow = await you.press(id, 'slow');
  expect(slow.kind).toBe('deferred');
  if (slow.kind === 'deferred') expect(await slow.finished).toMatchObject({ id, content: 'slowly pressed' });
  expect(await you.press(id, 'off')).toEqual({ kind: 'failed', error: expect.stringContaining('disabled') });
  await expect(you.press(id, 'nowhere')).rejects.toThrow('No component "nowhere"');
});

test('a modal opens from a command or a button, and is submitted', async () => {
  const { sandbox, you, general } = await open();
  const opened = await you.command(general, 'form');
  expect(opened).toMatchObject({ kind: 'modal', modal: { custom_id: 'from-command', title: 'Tell us' } });
  if (opened.kind !== 'modal') return;
  expect(await you.submit(opened, { why: 'x'.repeat(21) })).toMatchObject({ kind: 'failed' });
  await expect(you.submit(opened, { who: 'me' })).rejects.toThrow('no input "who"');
  expect(messageOf(await you.submit(opened, { why: 'to learn' })).content).toBe('Thanks: to learn');
  expect(await you.submit(opened, { why: 'again' })).toMatchObject({ kind: 'failed' });

  const { id } = await menuMessage(sandbox);
  const fromButton = await you.press(id, 'form');
  expect(fromButton).toMatchObject({ kind: 'modal', sourceId: id });
  if (fromButton.kind !== 'modal') return;
  expect(await you.submit(fromButton, { why: '', how: ['badly'] })).toMatchObject({ kind: 'failed' });
  expect(messageOf(await you.submit(fromButton, { why: 'ok', how: ['well'] })).content).toBe('Thanks: ok well');
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a message command carries the message', async () => {
  const { sandbox, you, general } = await open();
  const { id } = await you.say(general, 'what is a rollup');
  expect(messageOf(await you.menu(id, 'Explain this'))).toMatchObject({ content: 'About: what is a rollup', type: 23 });
  expect(checkedRequests(sandbox)).toEqual([]);
});

async function silently(options: SandboxOptions = {}) {
  const opened = await open(options);
  const arrived = opened.next();
  const outcome = opened.you.command(opened.general, 'silent');
  const interaction = await arrived;
  if (!interaction.isChatInputCommand()) throw new Error('Not a command');
  return { ...opened, outcome, interaction };
}

test('an interaction that nobody answers in time fails, and a late answer is refused', async () => {
  const { outcome, interaction } = await silently({ ackMs: 50 });
  expect(await outcome).toEqual({ kind: 'failed', error: 'The application did not respond' });
  await expect(interaction.reply('late')).rejects.toMatchObject({ status: 404, code: 10062 });
});

test('a second first answer is refused', async () => {
  const { interaction, sandbox } = await silently();
  await interaction.reply('one');
  const { id, token } = interaction;
  const again = sandbox.requests.all().length;
  const body = { type: 4, data: { content: 'two' } };
  await expect(
    interaction.client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false }),
  ).rejects.toMatchObject({ status: 400, code: 40060, message: 'Interaction has already been acknowledged.' });
  expect(sandbox.requests.all()).toHaveLength(again + 1);
});

test('an answer that breaks a limit is refused with paths under data, and a right one may follow', async () => {
  const { interaction, outcome } = await silently();
  const long = interaction.reply({ embeds: [{ title: 'x'.repeat(257) }] });
  await expect(long).rejects.toMatchObject({
    code: 50035,
    rawError: { errors: { data: { embeds: { 0: { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } } } },
  });
  await interaction.reply({ embeds: [{ title: 'short' }] });
  expect(messageOf(await outcome).embeds).toEqual([{ title: 'short', type: 'rich' }]);
});

test('a token serves for a quarter of an hour', async () => {
  let now = Date.now();
  const { interaction } = await silently({ clock: () => now });
  await expect(interaction.webhook.send('too soon')).rejects.toMatchObject({ code: 10015 });
  await interaction.reply('in time');
  now += 14 * 60_000;
  await interaction.editReply('still in time');
  now += 2 * 60_000;
  await expect(interaction.editReply('too late')).rejects.toMatchObject({ status: 401, code: 50027 });
});

test('with_response gives the message; a file travels in the answer; an answer can be fetched and deleted', async () => {
  const { interaction, sandbox, you, general } = await silently();
  const files = [{ attachment: Buffer.from('hello'), name: 'hello.txt' }];
  const response = await interaction.reply({ content: 'with a file', files, withResponse: true });
  expect(response.resource?.message).toMatchObject({ content: 'with a file' });
  const fetched = await interaction.fetchReply();
  expect(fetched.attachments.map((each) => [each.name, each.size])).toEqual([['hello.txt', 5]]);
  await interaction.deleteReply();
  await expect(interaction.fetchReply()).rejects.toMatchObject({ code: 10008 });
  expect(await you.history(general)).toEqual([]);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('what an interaction can not have is refused', async () => {
  const { interaction } = await silently();
  const { id, token, client } = interaction;
  const post = (body: object) => client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
  await expect(post({ type: 7, data: { content: 'x' } })).rejects.toMatchObject({ code: 50035 });
  await expect(post({ type: 8, data: { choices: [] } })).rejects.toMatchObject({ code: 50035 });
  await expect(post({ type: 4, data: {} })).rejects.toMatchObject({ code: 50006 });
  const title = 'x'.repeat(46);
  await expect(post({ type: 9, data: { custom_id: 'a', title, components: [] } })).rejects.toMatchObject({
    code: 50035,
  });
});

test('more than 25 choices are refused', async () => {
  const sandbox = await openSandbox({ ackMs: 200 });
  const client = await login(sandbox);
  await serveCommands(client);
  client.removeAllListeners(Events.InteractionCreate);
  const refused = new Promise<unknown>((resolve) =>
    client.once(Events.InteractionCreate, (interaction) => {
      if (!interaction.isAutocomplete()) return;
      interaction.respond(Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }))).catch(resolve);
    }),
  );
  const failed = expect(sandbox.you.complete(sandbox.channels.general, 'layer explain', 'topic', '')).rejects.toThrow(
    'did not respond',
  );
  expect(await refused).toMatchObject({ code: 50035, rawError: { errors: { data: { choices: {} } } } });
  await failed;
});
