/** Discord refuses, delays, disconnects; a part of the bot breaks: the bot says one calm sentence where it can, and lives on. */
import Database from 'libsql';
import { expect, test } from 'vitest';
import { createReplies } from '../../src/discord/handlers/replies.ts';
import { inTime } from '../../src/discord/send.ts';
import type { Message, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { ask, hear, joinBot, messageOf, openRegistered, press, startTestBot } from './bot.ts';
import { openFolder } from './knowledge.ts';

const CALM = 'Something went wrong on my side. It has been logged; please try again.';
const titleOf = ({ embeds }: Message) => embeds[0]?.title;
const explain = ({ you, channels }: Sandbox) => you.command(channels.general, 'layer explain', { topic: 'bridge' });

test('a handler that throws says one calm sentence, and the bot lives on', async () => {
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({ database });
  const { you, channels } = sandbox;
  const broken = new Database(database);
  broken.exec('alter table settings rename to elsewhere');
  const failed = await explain(sandbox);
  expect(failed).toMatchObject({ kind: 'message', ephemeral: true, message: { content: CALM, embeds: [] } });
  expect(await ask(sandbox, 'what is a bridge')).toMatchObject({ content: CALM, embeds: [] });
  broken.exec('alter table elsewhere rename to settings');
  broken.close();
  expect(titleOf(messageOf(await explain(sandbox)))).toBe('bridge');
  expect(titleOf(await hear(sandbox, you, you.dmChannelId, 'what is a bridge'))).toBe('bridge');
  expect(await you.history(channels.general)).toHaveLength(4);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a reply that Discord refuses as malformed is followed by one calm sentence', async () => {
  const sandbox = await startTestBot();
  const body = { code: 50035, message: 'Invalid Form Body' };
  sandbox.fault({ method: 'POST', path: /callback$/, status: 400, body });
  expect(messageOf(await explain(sandbox)).content).toBe(CALM);
  sandbox.fault({ method: 'POST', path: /messages$/, status: 400, body });
  expect((await ask(sandbox, 'what is a bridge')).content).toBe(CALM);
});

test.each([
  ['a rate limit', { retryAfter: 0.2 }],
  ['a server fault', { status: 502 }],
])('%s is waited out', async (_name, fault) => {
  const sandbox = await startTestBot();
  sandbox.fault({ method: 'POST', path: /messages$/, ...fault });
  expect(titleOf(await ask(sandbox, 'what is a bridge'))).toBe('bridge');
  sandbox.fault({ method: 'POST', path: /callback$/, ...fault });
  expect(titleOf(messageOf(await explain(sandbox)))).toBe('bridge');
});

test.each([
  ['a missing permission', 403, 50013],
  ['a missing access', 403, 50001],
  ['an unknown channel', 404, 10003],
])('%s ends the matter: nothing is said, nothing is tried again', async (_name, status, code) => {
  const sandbox = await startTestBot();
  const { you, channels } = sandbox;
  const path = `/channels/${channels.general}/messages`;
  sandbox.fault({ method: 'POST', path, status, body: { code, message: 'Refused' } });
  await you.say(channels.general, `<@${sandbox.botId}> what is a rollup`);
  await sandbox.requests.waitFor((each) => each.path === path && each.status === status);
  expect(titleOf(await ask(sandbox, 'what is a bridge'))).toBe('bridge');
  expect(sandbox.requests.all().filter((each) => each.path === path)).toHaveLength(2);
});

test('an interaction that has expired ends the matter', async () => {
  const sandbox = await startTestBot({ sandbox: { ackMs: 200 } });
  sandbox.fault({ method: 'POST', path: /callback$/, retryAfter: 0.4 });
  expect(await explain(sandbox)).toEqual({ kind: 'failed', error: 'The application did not respond' });
  await sandbox.requests.waitFor(({ path, status }) => path.endsWith('callback') && status === 404);
  expect(titleOf(messageOf(await explain(sandbox)))).toBe('bridge');
});

test('a question that is gone before it is answered is answered without pointing at it', async () => {
  const sandbox = await startTestBot();
  const { you, channels, botId } = sandbox;
  sandbox.fault({ method: 'POST', path: /messages$/, retryAfter: 0.3 });
  const answered = you.nextMessage(({ author }) => author.id === botId);
  const question = await you.say(channels.general, `<@${botId}> what is a bridge`);
  await you.remove(question);
  const answer = await answered;
  expect(titleOf(answer)).toBe('bridge');
  expect(answer.message_reference).toBeUndefined();
  const why = messageOf(await press(you, answer, 'Why this answer?'));
  expect(why.content).toBe('This button is no longer valid. Please ask again.');
});

test('an answer that is gone is neither changed nor a fault', async () => {
  const sandbox = await startTestBot();
  const { you, channels, botId } = sandbox;
  const answered = you.nextMessage(({ author }) => author.id === botId);
  const question = await you.say(channels.general, `<@${botId}> what is a bridge`);
  const answer = await answered;
  await you.remove(answer);
  await you.edit(question, `<@${botId}> what is a rollup`);
  await sandbox.requests.waitFor(({ method, status }) => method === 'PATCH' && status === 404);
  expect(titleOf(await ask(sandbox, 'what is a sidechain'))).toBe('sidechain');
});

test.each([
  ['asks to reconnect', {}],
  ['breaks off', { code: 4000 }],
  ['says that the session is over', { invalidate: true }],
])(
  'when the gateway %s, nothing is lost and nothing said twice',
  async (_name, how) => {
    const sandbox = await startTestBot();
    await ask(sandbox, 'what is a rollup');
    sandbox.disconnectBot(how);
    // A session that is over misses what is said until the next one begins.
    while (!sandbox.isBotOnline()) await sandbox.you.nextEvent('PRESENCE_UPDATE', 15_000);
    expect(titleOf(await ask(sandbox, 'what is a bridge'))).toBe('bridge');
    const all = await sandbox.you.history(sandbox.channels.general);
    expect(all.filter(({ author }) => author.id === sandbox.botId).map(titleOf)).toEqual(['bridge', 'rollup']);
  },
  30_000,
);

test('a token that is taken back while the bot runs is the end, with its reason', async () => {
  const sandbox = await openRegistered();
  const bot = await joinBot(sandbox);
  sandbox.disconnectBot({ code: 4004 });
  expect(await bot.lost).toMatchObject({ code: 4004 });
});

test('where the question has to be fetched and that takes long, the bot shows that it is at work', async () => {
  const sandbox = await openRegistered();
  const first = await joinBot(sandbox);
  const { you } = sandbox;
  const answer = await ask(sandbox, 'what is a bridge');
  await first.stop();
  await joinBot(sandbox);
  forgetQuote(sandbox, answer);
  sandbox.fault({ method: 'GET', path: /\/channels\/\d+\/messages\/\d+$/, retryAfter: 1.3 });
  const why = await press(you, answer, 'Why this answer?');
  expect(why).toMatchObject({ kind: 'deferred', ephemeral: true });
  if (why.kind !== 'deferred') throw new Error(`Not deferred but ${why.kind}`);
  expect((await why.finished).embeds[0]?.description).toMatch(/^\*\*bridge\*\*/);
  expect(checkedRequests(sandbox)).toEqual([]);
});

/** Discord need not send the quoted message along with a press: then it has to be fetched. */
function forgetQuote(sandbox: Sandbox, { id }: Message): void {
  const state = sandbox.message(id);
  if (!state) throw new Error(`No message ${id}`);
  const { referenced_message: _, ...message } = state.message;
  Object.assign(state, { message });
}

test('quick work asks for no time, slow work for some, and a failure of either is its own', async () => {
  const asked: string[] = [];
  const deferring = (name: string) => async () => void asked.push(name);
  expect(await inTime(Promise.resolve('quick'), deferring('quick'))).toBe('quick');
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('slow'), 1_200));
  expect(await inTime(slow, deferring('slow'))).toBe('slow');
  await expect(inTime(Promise.reject(new Error('broken')), deferring('broken'))).rejects.toThrow('broken');
  expect(asked).toEqual(['slow']);
});

test('a message that is delivered twice is claimed once', () => {
  const replies = createReplies(() => 0);
  expect(['1', '2', '1', '2', '3'].map(replies.claim)).toEqual([true, true, false, false, true]);
});
