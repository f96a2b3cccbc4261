/** Whose an answer is: who may delete it, whom it addresses, who sees it, and how it becomes a post for all. */
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { ask, controlsOn, messageOf, press, startTestBot } from './bot.ts';

const NOTHING_PINGED = { users: [], roles: [], everyone: false };
const layer = (sandbox: Sandbox, command: string, options: Record<string, string | boolean>) =>
  sandbox.you.command(sandbox.channels.general, `layer ${command}`, options);

test("a second person's press leaves the answer alone and answers them privately", async () => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, 'what is a rollup');
  const other = sandbox.person('other');
  const own = await press(other, answer, 'Deeper');
  expect(own).toMatchObject({ kind: 'message', ephemeral: true });
  const kept = sandbox.message(answer.id)?.message;
  expect(kept?.edited_timestamp).toBeNull();
  const refused = await press(other, answer, '🗑️');
  expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
  expect(messageOf(refused).content).toBe('Only the person who asked, or a moderator, can delete this answer.');
  expect(sandbox.message(answer.id)?.message).toBe(kept);
});

test('an answer is deleted by who asked, and by a moderator', async () => {
  const sandbox = await startTestBot();
  const moderator = sandbox.person('moderator', { permissions: PermissionFlagsBits.ManageMessages });
  for (const who of [sandbox.you, moderator]) {
    const answer = await ask(sandbox, 'what is a rollup');
    const gone = sandbox.you.nextEvent('MESSAGE_DELETE');
    await press(who, answer, '🗑️');
    expect(await gone).toMatchObject({ id: answer.id });
  }
  const slash = messageOf(await layer(sandbox, 'explain', { topic: 'rollup' }));
  const gone = sandbox.you.nextEvent('MESSAGE_DELETE');
  await press(sandbox.you, slash, '🗑️');
  expect(await gone).toMatchObject({ id: slash.id });
});

test('who is addressed is pinged, and nobody else', async () => {
  const sandbox = await startTestBot();
  const other = sandbox.person('other');
  const outcome = await layer(sandbox, 'ask', {
    question: `what is a rollup <@${sandbox.you.id}> @everyone`,
    for: other.id,
  });
  expect(outcome).toMatchObject({ kind: 'message', ephemeral: false, message: { content: `<@${other.id}>` } });
  expect(sandbox.message(messageOf(outcome).id)?.pinged).toEqual({ ...NOTHING_PINGED, users: [other.id] });
  const privately = await layer(sandbox, 'explain', { topic: 'rollup', for: other.id, private: true });
  expect(privately).toMatchObject({ kind: 'message', ephemeral: true, message: { content: '' } });
});

test("the server's default is private where it says so, unless somebody is addressed or it is told otherwise", async () => {
  const sandbox = await startTestBot();
  const { you, channels } = sandbox;
  const explain = async (options: Record<string, string | boolean> = {}) => {
    const outcome = await layer(sandbox, 'explain', { topic: 'rollup', ...options });
    return (
      outcome.kind === 'message' && { ephemeral: outcome.ephemeral, origin: outcome.message.embeds[0]?.author?.name }
    );
  };
  const standard = '/layer explain rollup depth:standard';
  expect(await explain()).toEqual({ ephemeral: false, origin: standard });
  await you.command(channels.general, 'layer-admin defaults', { private: true, depth: 'technical' });
  const technical = '/layer explain rollup depth:technical';
  expect(await explain()).toEqual({ ephemeral: true, origin: technical });
  expect(await explain({ private: false })).toEqual({ ephemeral: false, origin: technical });
  expect(await explain({ for: you.id, depth: 'standard' })).toEqual({ ephemeral: false, origin: standard });
});

test('a private answer is posted as it was shown, also a follow-up, also when it is asked again later', async () => {
  const sandbox = await startTestBot();
  await layer(sandbox, 'ask', { question: 'what is a bridge', private: true });
  const shownOnce = messageOf(await layer(sandbox, 'ask', { question: 'how does it work', private: true }));
  expect(shownOnce.embeds[0]).toMatchObject({ title: 'bridge', author: { name: 'how does it work' } });
  await layer(sandbox, 'ask', { question: 'what is a rollup', private: true });
  const posted = await press(sandbox.you, shownOnce, 'Post publicly');
  expect(posted).toMatchObject({ kind: 'message', ephemeral: false });
  const post = messageOf(posted);
  expect(post.embeds).toEqual(shownOnce.embeds);
  expect(controlsOn(post)).toEqual([
    ['Simpler', 'Deeper'],
    ['Read on…'],
    ['Sources', 'Why this answer?', '👍', '👎', '🗑️'],
  ]);
  const why = messageOf(await press(sandbox.you, post, 'Why this answer?'));
  expect(why.embeds[0]?.description).toMatch(/^\*\*bridge\*\*/);
  const gone = sandbox.you.nextEvent('MESSAGE_DELETE');
  await press(sandbox.you, post, '🗑️');
  expect(await gone).toMatchObject({ id: post.id });
  expect(checkedRequests(sandbox)).toEqual([]);
});
