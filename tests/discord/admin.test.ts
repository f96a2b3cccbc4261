import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { LOCALES } from '../../src/discord/locales/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import type { Message, Options, Person, Sandbox } from '../../src/sandbox/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { control, messageOf, startTestBot, textOf } from './bot.ts';
import { conceptYaml, FILES, openFolder, openKnowledge } from './knowledge.ts';

const CONSONANTS = 'bdfgklmnprstvz';
const MANAGE = PermissionFlagsBits.ManageGuild;

/** Uses a command of administrators; its answer must be for the person alone. */
async function admin(sandbox: Sandbox, subcommand: string, options: Options = {}, who: Person = sandbox.you) {
  const outcome = await who.command(sandbox.channels.general, `layer-admin ${subcommand}`, options);
  expect(outcome).toMatchObject({ kind: 'message', ephemeral: true });
  return messageOf(outcome);
}

const press = async (sandbox: Sandbox, message: Message, label: string, who: Person = sandbox.you) =>
  messageOf(await who.press(message.id, control(message, label).custom_id));

const choose = async ({ you }: Sandbox, message: Message, label: string, value: string) =>
  messageOf(await you.select(message.id, control(message, label).custom_id, [value]));

/** Mentions the bot; gives the next message of the channel, which must be its answer. */
async function mention(sandbox: Sandbox, channel: string, question: string): Promise<Message> {
  const answer = sandbox.you.nextMessage(({ author }) => author.id === sandbox.botId);
  await sandbox.you.say(channel, `<@${sandbox.botId}> ${question}`);
  return answer;
}

const ask = (sandbox: Sandbox, question: string) =>
  sandbox.you.command(sandbox.channels.general, 'layer ask', { question });

/** Discord's machine-readable description has this permission as a number, its documentation and discord.js as text. */
const breaches = (sandbox: Sandbox) =>
  checkedRequests(sandbox).filter((line) => !line.includes('default_member_permissions'));

test('who may not manage the server neither sees nor uses the command', async () => {
  const sandbox = await startTestBot();
  const member = sandbox.person('member');
  await expect(member.command(sandbox.channels.general, 'layer-admin status')).rejects.toThrow('No command');
  await expect(sandbox.you.command(sandbox.you.dmChannelId, 'layer-admin status')).rejects.toThrow('No command');
  const manager = sandbox.person('manager', { permissions: MANAGE });
  expect(textOf(await admin(sandbox, 'status', {}, manager))).toContain('4 topics');
  expect(await registerCommands({ token: sandbox.botToken, api: sandbox.api })).toBe(false);
});

test('a button that was shown to somebody else does nothing', async () => {
  const sandbox = await startTestBot();
  const asked = await admin(sandbox, 'forget');
  const manager = sandbox.person('manager', { permissions: MANAGE });
  await expect(manager.press(asked.id, control(asked, 'Erase').custom_id)).resolves.toMatchObject({ kind: 'failed' });
  expect(textOf(await admin(sandbox, 'status'))).toContain('Commands answer: publicly');
});

test('an answer is silent in a channel that is off, also for a mention, and speaks elsewhere', async () => {
  const sandbox = await startTestBot();
  const { general, help } = sandbox.channels;
  expect((await admin(sandbox, 'channel', { channel: help, mode: 'off' })).content).toBe('Saved.');
  const answer = sandbox.you.nextMessage(({ author }) => author.id === sandbox.botId);
  await sandbox.you.say(help, `<@${sandbox.botId}> what is a zk rollup`);
  await sandbox.you.say(general, `<@${sandbox.botId}> what is a bridge`);
  expect(await answer).toMatchObject({ channel_id: general, embeds: [{ title: 'bridge' }] });
  expect(textOf(await admin(sandbox, 'status'))).toContain(`<#${help}>: Off: never`);
  await admin(sandbox, 'channel', { channel: help, mode: 'mention' });
  expect(await mention(sandbox, help, 'what is a sidechain')).toMatchObject({ channel_id: help });
  expect(textOf(await admin(sandbox, 'status'))).toContain('Mentions are answered in every channel.');
  expect(breaches(sandbox)).toEqual([]);
});

test('unasked answers without the intent are said not to work, in the channel command and in the status', async () => {
  const sandbox = await startTestBot();
  const why = 'they need the MessageContent intent, which is not in use';
  const mode = { channel: sandbox.channels.forum, mode: 'when-confident' };
  expect((await admin(sandbox, 'channel', mode)).content).toContain(why);
  const status = textOf(await admin(sandbox, 'status'));
  expect(status).toContain(why);
  expect(status).toContain('Intents in use\nGuilds, GuildMessages, DirectMessages\n');
});

test('with the intent nothing is amiss', async () => {
  const sandbox = await startTestBot({ messageContent: true });
  const mode = { channel: sandbox.channels.help, mode: 'when-confident' };
  expect((await admin(sandbox, 'channel', mode)).content).toBe('Saved.');
  const status = textOf(await admin(sandbox, 'status'));
  expect(status).toContain('Guilds, GuildMessages, DirectMessages, MessageContent');
  expect(status).not.toContain('do not work');
});

/** Denies the bot permissions in a new channel. */
const deny = (sandbox: Sandbox, permissions: bigint, type: 'text' | 'forum' = 'text') =>
  sandbox.addChannel({
    name: 'narrow',
    type,
    overwrites: [{ id: sandbox.botId, type: 1, allow: '0', deny: permissions.toString() }],
  });

test('the permissions that a channel denies are named', async () => {
  const { EmbedLinks, ReadMessageHistory, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const made: { text?: string; forum?: string } = {};
  const sandbox = await startTestBot({
    prepare: (before) => {
      made.text = deny(before, EmbedLinks | ReadMessageHistory | SendMessagesInThreads);
      made.forum = deny(before, SendMessages | SendMessagesInThreads, 'forum');
    },
  });
  const { text = '', forum = '' } = made;
  expect((await admin(sandbox, 'channel', { channel: text, mode: 'mention' })).content).toBe(
    `Saved.\n\n⚠️ In <#${text}> I lack these permissions: **Embed Links**, **Read Message History**. Please grant them to my role there.`,
  );
  expect((await admin(sandbox, 'channel', { channel: forum, mode: 'mention' })).content).toContain(
    'I lack these permissions: **Send Messages in Threads**.',
  );
});

test('where it may not embed the bot answers in text, and where it may not write it does not try', async () => {
  const { EmbedLinks, SendMessages } = PermissionFlagsBits;
  const made: { plain?: string; mute?: string } = {};
  const sandbox = await startTestBot({
    prepare: (before) => {
      made.plain = deny(before, EmbedLinks);
      made.mute = deny(before, SendMessages);
    },
  });
  const { plain = '', mute = '' } = made;
  await sandbox.you.say(mute, `<@${sandbox.botId}> what is a zk rollup`);
  const answer = await mention(sandbox, plain, 'what is a zk rollup');
  expect(answer.channel_id).toBe(plain);
  expect(answer.embeds).toEqual([]);
  expect(answer.content.length).toBeLessThanOrEqual(2000);
  expect(answer.content).toMatch(/^\*\*ZK rollup\*\*\n\nZK rollup is described here.*\*\*Sources\*\*\n• \[A guide\]/s);
  expect(sandbox.requests.all().filter(({ path }) => path.includes(mute) && path.endsWith('/messages'))).toEqual([]);
});

test('defaults, floor and language are kept and followed', async () => {
  const sandbox = await startTestBot();
  await admin(sandbox, 'defaults', { private: true, depth: 'technical' });
  await admin(sandbox, 'floor', { confidence: 0.65 });
  const language = Object.keys(LOCALES).find((code) => code === 'fr') ?? 'en-US';
  const settings = textOf(await admin(sandbox, 'language', { language }));
  expect(settings).toContain(
    'Commands answer: privately\nUsual depth: Technical\nConfidence for unasked answers: 0.65',
  );
  expect(await ask(sandbox, 'what is a bridge')).toMatchObject({ ephemeral: true });
  const refused = { kind: 'failed', error: expect.stringContaining('50035') };
  const floor = { confidence: 0.4 };
  expect(await sandbox.you.command(sandbox.channels.general, 'layer-admin floor', floor)).toEqual(refused);
});

test('status tells of the latency of answers', async () => {
  const sandbox = await startTestBot();
  expect(textOf(await admin(sandbox, 'status'))).toMatch(/median answer – ms/);
  expect(textOf(await admin(sandbox, 'status'))).toMatch(/Gateway (?:–|\d+) ms, median answer \d+ ms/);
});

test('open questions are clustered, and a moderator picks the topic that should answer them', async () => {
  const sandbox = await startTestBot();
  for (const question of ['whats danksharding', 'explain danksharding', 'best pizza dough hydration'])
    await ask(sandbox, question);
  const list = await admin(sandbox, 'gaps');
  expect(textOf(list)).toMatch(/\*\*2×\*\* (whats|explain) danksharding\n.*\n\*\*1×\*\* best pizza dough hydration/);
  const { values } = control(list, 'Choose a question…');
  expect(values).toHaveLength(2);
  const gap = await choose(sandbox, list, 'Choose a question…', values[0] ?? '');
  expect(textOf(gap)).toContain('> explain danksharding');
  const dismissed = await press(sandbox, gap, 'None: not for the knowledge base');
  expect(textOf(dismissed)).toContain('danksharding\n-# not for the knowledge base');
  expect(breaches(sandbox)).toEqual([]);
});

test('however many questions have their answer by now, one that has none is shown', async () => {
  const database = join(openFolder(), 'strata.db');
  const names = Array.from(
    { length: 70 },
    (_, at) => `${CONSONANTS[at % 14]}a${CONSONANTS[Math.floor(at / 14)]}ochain`,
  );
  const knowledge = openKnowledge({
    ...FILES,
    ...Object.fromEntries(
      names.map((name) => [`concepts/chains/${name}.yaml`, conceptYaml(name, ['rollup', 'bridge'])]),
    ),
  });
  const sandbox = await startTestBot({ database, knowledge });
  const store = openStore(database);
  onTestFinished(() => store.close());
  const gap = { guild: sandbox.guildId, reason: 'unknown', nearest: [], at: Date.now() } as const;
  for (const name of [...names, ...names]) store.addGap({ ...gap, question: `what is ${name}` });
  store.addGap({ ...gap, question: 'best pizza dough hydration' });
  expect(control(await admin(sandbox, 'gaps'), 'Choose a question…').values).toHaveLength(1);
  expect(textOf(await admin(sandbox, 'gaps'))).toContain('**1×** best pizza dough hydration');
});

test('the topic that was picked is kept with the question', async () => {
  const database = join(openFolder(), 'strata.db');
  const sandbox = await startTestBot({ database });
  const answer = messageOf(await ask(sandbox, 'which of rollup, sidechain and bridge'));
  expect(await choose(sandbox, answer, 'Choose one', 'none-of-these')).toMatchObject({ flags: 64 });
  const list = await admin(sandbox, 'gaps');
  const gap = await choose(sandbox, list, 'Choose a question…', control(list, 'Choose a question…').values[0] ?? '');
  const picked = await choose(sandbox, gap, 'Which topic should answer it?', 'sidechain');
  expect(textOf(picked)).toContain('which of rollup, sidechain and bridge\n-# picked: sidechain');
  const store = openStore(database);
  onTestFinished(() => store.close());
  expect(store.picks({ limit: 9 })).toMatchObject([
    { guild: sandbox.guildId, question: 'which of rollup, sidechain and bridge', topic: 'sidechain' },
  ]);
  expect(breaches(sandbox)).toEqual([]);
});

test('feedback is summed by topic', async () => {
  const sandbox = await startTestBot();
  const answer = messageOf(await ask(sandbox, 'what is a bridge'));
  await sandbox.you.press(answer.id, control(answer, '👍').custom_id);
  const modal = await sandbox.you.press(answer.id, control(answer, '👎').custom_id);
  if (modal.kind !== 'modal') throw new Error(`No modal but ${modal.kind}`);
  await sandbox.you.submit(modal, { reason: 'too *short* @everyone' });
  const text = textOf(await admin(sandbox, 'feedback'));
  expect(text).toContain('**bridge**: 👍 1 👎 1');
  expect(text).toContain('bridge: too \\*short\\* @\u200beveryone');
});

async function preview(sandbox: Sandbox, ...parts: readonly string[]): Promise<Message> {
  const modal = await sandbox.you.command(sandbox.channels.general, 'layer-admin preview');
  if (modal.kind !== 'modal') throw new Error(`No modal but ${modal.kind}`);
  const fields = Object.fromEntries(parts.map((part, at) => [`part${at + 1}`, part]));
  return messageOf(await sandbox.you.submit(modal, fields));
}

test('a topic is previewed as it would be shown, in parts', async () => {
  const sandbox = await startTestBot();
  const lines = conceptYaml('validium', ['rollup', 'bridge']).split('\n');
  const message = await preview(sandbox, lines.slice(0, 8).join('\n'), lines.slice(8).join('\n'));
  expect(message).toMatchObject({
    content: '✅ No faults.',
    flags: 64,
    embeds: [{ title: 'validium' }],
    components: [],
  });
});

test('a preview names every fault with its place', async () => {
  const sandbox = await startTestBot();
  const text = conceptYaml('validium', ['rollup', 'nowhere'], { aliases: ['ZK rollup'] });
  const lines = text.split('\n');
  const lineOf = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
  const message = await preview(sandbox, text);
  expect(message.embeds).toMatchObject([{ title: 'validium' }]);
  expect(message.content).toBe(
    [
      '⚠️ **2 faults (line:column: field: message)**',
      '```',
      `${lineOf('- ZK rollup')}:5: aliases.0: expected a name of this record alone, found "ZK rollup", which is also zk-rollup`,
      `${lineOf('- nowhere')}:5: related.1: expected the id of a record, found "nowhere"`,
      '```',
    ].join('\n'),
  );
  const broken = await preview(sandbox, 'name: x\nshort: [');
  expect(broken.embeds).toEqual([]);
  expect(broken.content).toContain('2:9: expected valid YAML, found: ');
});

test("a server's data is erased after a question, and only then", async () => {
  const sandbox = await startTestBot();
  await admin(sandbox, 'defaults', { private: true });
  await ask(sandbox, 'best pizza dough hydration');
  const asked = await admin(sandbox, 'forget');
  expect(textOf(await admin(sandbox, 'gaps'))).toContain('pizza');
  expect(await press(sandbox, asked, 'Erase')).toMatchObject({ content: 'Erased.', components: [] });
  expect(textOf(await admin(sandbox, 'gaps'))).toContain('No open questions in this server.');
  expect(textOf(await admin(sandbox, 'status'))).toContain('Commands answer: publicly');
});

test("a person's memory is erased without a ping", async () => {
  const sandbox = await startTestBot();
  const member = sandbox.person('member');
  const asked = await admin(sandbox, 'forget', { user: member.id });
  expect(asked.content).toContain(`<@${member.id}>`);
  expect(sandbox.message(asked.id)?.pinged).toMatchObject({ users: [] });
  expect(await press(sandbox, asked, 'Erase')).toMatchObject({ content: 'Erased.' });
});
