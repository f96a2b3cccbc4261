/** A question that is edited or comes twice: one answer, and the right one. */
import { expect, test } from 'vitest';
import type { Message, Person, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { ask, startTestBot, textOf } from './bot.ts';

const titleOf = ({ embeds }: Message) => embeds[0]?.title;
/** What the bot said in a channel, newest first. */
const saidIn = async ({ botId }: Sandbox, channel: string, who: Person) =>
  (await who.history(channel)).filter(({ author }) => author.id === botId).map(textOf);

test('an edit within a minute changes the answer, a later one does not', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startTestBot({ clock: () => clock.now });
  const { you, channels, botId } = sandbox;
  const question = await you.say(channels.general, `<@${botId}> what is a rollup`);
  const answer = await you.nextMessage(({ author }) => author.id === botId);
  const changed = you.nextEvent('MESSAGE_UPDATE');
  clock.now += 59_000;
  const edited = untilEdited(sandbox, answer.id);
  await you.edit(question, `<@${botId}> what is a bridge`);
  await changed;
  expect(titleOf(await edited)).toBe('bridge');
  clock.now += 2_000;
  await you.edit(question, `<@${botId}> what is a sidechain`);
  await ask(sandbox, 'what is a rollup');
  expect(sandbox.message(answer.id)?.message.embeds[0]?.title).toBe('bridge');
  expect(checkedRequests(sandbox)).toEqual([]);
});

/** Waits until the bot has edited a message. */
async function untilEdited(sandbox: Sandbox, id: string): Promise<Message> {
  await sandbox.requests.waitFor(({ method, path }) => method === 'PATCH' && path.endsWith(`/messages/${id}`));
  const message = sandbox.message(id)?.message;
  if (!message) throw new Error(`No message ${id}`);
  return message;
}

test('an edit that comes while the answer is on its way is not lost', async () => {
  const sandbox = await startTestBot();
  const { you, channels, botId } = sandbox;
  sandbox.fault({ method: 'POST', path: `/channels/${channels.general}/messages`, retryAfter: 0.3 });
  const answered = you.nextMessage(({ author }) => author.id === botId);
  const question = await you.say(channels.general, `<@${botId}> what is a rollup`);
  await you.edit(question, `<@${botId}> what is a bridge`);
  const answer = await answered;
  expect(titleOf(await untilEdited(sandbox, answer.id))).toBe('bridge');
});

test('an edited follow-up still goes on from what was before it', async () => {
  const sandbox = await startTestBot();
  const { you, channels, botId } = sandbox;
  await ask(sandbox, 'what is a bridge');
  const answered = you.nextMessage(({ author }) => author.id === botId);
  const question = await you.say(channels.general, `<@${botId}> what is a rollup`);
  const answer = await answered;
  await you.edit(question, `<@${botId}> who runs it?`);
  expect(titleOf(await untilEdited(sandbox, answer.id))).toBe('bridge');
});

test('a message is answered once, also when the connection breaks off around it', async () => {
  const sandbox = await startTestBot();
  const { you, channels } = sandbox;
  await ask(sandbox, 'what is a bridge');
  for (const how of [{ code: 4000 }, { code: 4900 }, {}]) {
    sandbox.disconnectBot(how);
    await ask(sandbox, 'what is a rollup');
  }
  expect((await saidIn(sandbox, channels.general, you)).length).toBe(4);
  expect(await you.history(channels.general)).toHaveLength(8);
});
