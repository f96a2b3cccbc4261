import { Events, MessageFlags, type ThreadChannel } from 'discord.js';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { allIntents, login, openSandbox } from './bot.ts';
import { checkedRequests } from './discord-spec.ts';

async function channelOf(sandbox: Sandbox, options: Parameters<typeof login>[1] = {}) {
  const client = await login(sandbox, options);
  const channel = await client.channels.fetch(sandbox.channels.general);
  if (!channel?.isSendable()) throw new Error('No channel');
  return { client, channel };
}

test('a nonce that is enforced sends once', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const first = await channel.send({ content: 'once', nonce: 'abc', enforceNonce: true });
  const second = await channel.send({ content: 'once', nonce: 'abc', enforceNonce: true });
  const other = await channel.send({ content: 'once', nonce: 'abcd', enforceNonce: true });
  expect(second.id).toBe(first.id);
  expect(other.id).not.toBe(first.id);
  expect(await sandbox.you.history(sandbox.channels.general)).toHaveLength(2);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('who is pinged follows the text, allowed_mentions and permissions', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const { you } = sandbox;
  const friend = sandbox.person('friend');
  const open = sandbox.addRole('open', { mentionable: true });
  const closed = sandbox.addRole('closed');
  const content = `<@${you.id}> <@!${friend.id}> <@&${open}> <@&${closed}> @everyone \`<@${sandbox.botId}>\``;
  const pinged = async (options: object) => sandbox.message((await channel.send({ content, ...options })).id)?.pinged;
  const nobody = { users: [], roles: [], everyone: false };

  expect(await pinged({})).toEqual({ users: [you.id, friend.id], roles: [open], everyone: false });
  expect(await pinged({ allowedMentions: { parse: [] } })).toEqual(nobody);
  expect(await pinged({ allowedMentions: { users: [friend.id] } })).toEqual({ ...nobody, users: [friend.id] });
  expect(await pinged({ allowedMentions: { parse: ['roles'] } })).toEqual({ ...nobody, roles: [open] });
  const asked = await you.say(sandbox.channels.general, 'a question');
  const reply = { content: 'an answer', reply: { messageReference: asked.id } };
  expect(await pinged(reply)).toEqual({ ...nobody, users: [you.id] });
  expect(await pinged({ ...reply, allowedMentions: { repliedUser: false } })).toEqual(nobody);
  const shout = await you.say(sandbox.channels.general, '@everyone');
  expect(sandbox.message(shout.id)?.pinged).toEqual({ ...nobody, everyone: true });
});

test('an uploaded file is shown and served', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const files = [{ attachment: Buffer.from('a,b'), name: 'table.csv', description: 'A table' }];
  const sent = await channel.send({ content: 'see', files });

  const [file] = sent.attachments.values();
  expect(file).toMatchObject({ name: 'table.csv', size: 3, description: 'A table' });
  const served = await fetch(file?.url ?? '');
  expect([served.status, await served.text()]).toEqual([200, 'a,b']);
  expect(served.headers.get('content-disposition')).toBe('attachment; filename="table.csv"');
  const [request] = sandbox.requests.all().filter((each) => each.method === 'POST');
  expect(request?.files).toEqual([{ name: 'table.csv', size: 3 }]);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a picture in an embed gets an address and is no attachment', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const embeds = [{ title: 'A map', image: { url: 'attachment://map.png' } }];
  const sent = await channel.send({ embeds, files: [{ attachment: Buffer.from('png'), name: 'map.png' }] });
  expect(sent.attachments.size).toBe(0);
  expect(sent.embeds[0]?.image?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/attachments\/.*map\.png$/);
});

test('edits and deletions reach people and the bot', async () => {
  const sandbox = await openSandbox();
  const { client, channel } = await channelOf(sandbox, { intents: allIntents });
  const { you } = sandbox;
  const asked = await you.say(sandbox.channels.general, 'befor');
  const updated = new Promise<string>((resolve) => client.once(Events.MessageUpdate, (_, now) => resolve(now.content)));
  expect(await you.edit(asked, 'before')).toMatchObject({ content: 'before', edited_timestamp: expect.any(String) });
  expect(await updated).toBe('before');

  const sent = await channel.send('answer');
  const edited = you.nextEvent('MESSAGE_UPDATE');
  await sent.edit({ content: 'better', flags: MessageFlags.SuppressEmbeds });
  expect(await edited).toMatchObject({ id: sent.id, content: 'better', flags: 4 });
  const deleted = you.nextEvent('MESSAGE_DELETE');
  await sent.delete();
  expect(await deleted).toEqual({ id: sent.id, channel_id: channel.id, guild_id: sandbox.guildId });
  expect((await you.history(sandbox.channels.general)).map((each) => each.content)).toEqual(['before']);
});

test('history is paged before, after and around a message', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox, { intents: allIntents });
  const sent = [];
  for (const content of ['a', 'b', 'c', 'd', 'e']) sent.push(await sandbox.you.say(sandbox.channels.general, content));
  const middle = sent[2]?.id ?? '';
  const page = async (options: object) =>
    (await channel.messages.fetch({ limit: 2, cache: false, ...options })).map((each) => each.content).join('');
  expect(await page({})).toBe('ed');
  expect(await page({ before: middle })).toBe('ba');
  expect(await page({ after: middle })).toBe('ed');
  expect(await page({ around: middle })).toBe('dc');
});

test('a forum post is a thread with its first message, and is answered there', async () => {
  const sandbox = await openSandbox();
  const { client } = await channelOf(sandbox, { intents: allIntents });
  const created = new Promise<[ThreadChannel, boolean]>((resolve) =>
    client.once(Events.ThreadCreate, (thread, isNew) => resolve([thread, isNew])),
  );
  const post = await sandbox.you.post(sandbox.channels.forum, 'Why a week?', 'Why do withdrawals take a week?');
  const [thread, isNew] = await created;
  expect(isNew).toBe(true);
  expect(thread).toMatchObject({ id: post.channel_id, name: 'Why a week?', parentId: sandbox.channels.forum });
  expect((await thread.fetchStarterMessage())?.content).toBe('Why do withdrawals take a week?');

  const answered = sandbox.you.nextMessage((message) => message.author.bot === true);
  await thread.send('Because of the challenge period.');
  expect(await answered).toMatchObject({ channel_id: thread.id, content: 'Because of the challenge period.' });
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a thread starts from a message, once', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const asked = await sandbox.you.say(channel.id, `<@${sandbox.botId}> why?`);
  const message = await channel.messages.fetch(asked.id);
  const thread = await message.startThread({ name: 'Why?' });
  expect(thread).toMatchObject({ id: asked.id, parentId: channel.id, name: 'Why?' });
  expect((await thread.send('Because.')).channelId).toBe(asked.id);
  await expect(message.startThread({ name: 'Again' })).rejects.toMatchObject({ status: 400, code: 160004 });
});

test('a reply to nothing may be sent as an ordinary message', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const sent = await channel.send({ content: 'x', reply: { messageReference: '1', failIfNotExists: false } });
  expect(sent).toMatchObject({ type: 0, reference: null });
});

test('typing and reactions are seen', async () => {
  const sandbox = await openSandbox();
  const { channel } = await channelOf(sandbox);
  const typing = sandbox.you.nextEvent('TYPING_START');
  await channel.sendTyping();
  expect(await typing).toMatchObject({ channel_id: channel.id, user_id: sandbox.botId });
  const asked = await sandbox.you.say(channel.id, 'good?');
  const reacted = sandbox.you.nextEvent('MESSAGE_REACTION_ADD');
  await (await channel.messages.fetch(asked.id)).react('👍');
  expect(await reacted).toMatchObject({ message_id: asked.id, emoji: { id: null, name: '👍' } });
});
