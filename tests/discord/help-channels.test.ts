/** Unasked answers in channels and forums that opted in: when the bot speaks, and when it holds its tongue. */
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import type { Message, Person, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { answers, ask, messageOf, press, shown, startTestBot, type TestBotOptions } from './bot.ts';

const SURE = 'what is a bridge';

/** A bot that may answer unasked in the help channel and the forum. */
async function startHelper(options: TestBotOptions = {}): Promise<Sandbox> {
  const sandbox = await startTestBot({ messageContent: true, ...options });
  const { general, help, forum } = sandbox.channels;
  for (const channel of [help, forum])
    await sandbox.you.command(general, 'layer-admin channel', { channel, mode: 'when-confident' });
  return sandbox;
}

/** Gives what the bot says unasked to what somebody does. */
async function overheard(sandbox: Sandbox, say: () => Promise<Message>): Promise<Message> {
  const replied = sandbox.you.nextMessage(({ author }) => author.id === sandbox.botId);
  const question = await say();
  const answer = await replied;
  expect(answers(sandbox, question)(answer)).toBe(true);
  return answer;
}

/** How many messages the bot has sent into a channel, once all that was said before has been handled. */
async function saidIn(sandbox: Sandbox, channel: string): Promise<number> {
  // Messages are handled in their order: this one is answered last.
  await ask(sandbox, 'what is a sidechain', sandbox.person(`caller ${Math.random()}`));
  const path = `/channels/${channel}/messages`;
  return sandbox.requests.all().filter((each) => each.method === 'POST' && each.path === path).length;
}

test('a question in a help channel is answered unasked, and its asker can dismiss the answer', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  const answer = await overheard(sandbox, () => you.say(channels.help, SURE));
  expect(shown(answer)).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Simpler",
          "Deeper",
        ],
        [
          "Read on…",
        ],
        [
          "Sources",
          "Why this answer?",
          "👍",
          "👎",
          "Dismiss",
        ],
      ],
      "embeds": [
        {
          "Key points": "• bridge has a first point.
    • bridge has a second point.
    • bridge has a third point.",
          "Sources": "• [A guide](https://example.org/guide)",
          "description": "bridge is described here in neutral words for the sake of a test. bridge is described here in neutral words for the sake of a test. bridge is described here in neutral words for the sake of a test. bridge is described here in neutral words for the sake of a test.",
          "footer": "Education, not financial advice · Reviewed 1 November 2026 · bridge@bf45994",
          "title": "bridge",
        },
      ],
    }
  `);
  expect(sandbox.message(answer.id)?.pinged).toEqual({ users: [], roles: [], everyone: false });
  const other = await press(sandbox.person('other'), answer, 'Dismiss');
  expect(other).toMatchObject({ kind: 'message', ephemeral: true });
  expect(sandbox.message(answer.id)).toBeDefined();
  const gone = you.nextEvent('MESSAGE_DELETE');
  await press(you, answer, 'Dismiss');
  expect(await gone).toMatchObject({ id: answer.id });
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a moderator can dismiss an unasked answer', async () => {
  const sandbox = await startHelper();
  const answer = await overheard(sandbox, () => sandbox.you.say(sandbox.channels.help, SURE));
  const gone = sandbox.you.nextEvent('MESSAGE_DELETE');
  await press(sandbox.person('moderator', { permissions: PermissionFlagsBits.ManageMessages }), answer, 'Dismiss');
  expect(await gone).toMatchObject({ id: answer.id });
});

test.each([
  ['it is not sure', 'which of rollup, sidechain and bridge'],
  ['it does not know', 'best pizza dough hydration'],
  ['it is outside the field', 'should I buy the bridge token'],
  ['somebody is greeted', 'hello'],
  ['somebody is addressed', 'what is a bridge <@ID>'],
])('it holds its tongue where %s', async (_why, text) => {
  const sandbox = await startHelper();
  const { help } = sandbox.channels;
  await sandbox.you.say(help, text.replace('ID', sandbox.person('other').id));
  expect(await saidIn(sandbox, help)).toBe(0);
});

test('below the floor of the server it holds its tongue', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  await you.command(channels.general, 'layer-admin floor', { confidence: 1 });
  await you.say(channels.help, 'so what would a bridge be then');
  expect(await saidIn(sandbox, channels.help)).toBe(0);
});

test('where it is off or waits for a mention nothing is overheard', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  await you.say(channels.general, SURE);
  expect(await saidIn(sandbox, channels.general)).toBe(1);
  for (const mode of ['mention', 'off']) {
    await you.command(channels.general, 'layer-admin channel', { channel: channels.help, mode });
    await you.say(channels.help, SURE);
    expect(await saidIn(sandbox, channels.help)).toBe(0);
  }
});

test('a channel rests for a minute, a person for five', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startHelper({ clock: () => clock.now });
  const { you, channels } = sandbox;
  const say = (who: Person) => who.say(channels.help, SURE);
  await overheard(sandbox, () => say(you));
  clock.now += 59_000;
  await say(sandbox.person('second'));
  expect(await saidIn(sandbox, channels.help)).toBe(1);
  clock.now += 2_000;
  await overheard(sandbox, () => say(sandbox.person('third')));
  clock.now += 62_000;
  await say(you);
  expect(await saidIn(sandbox, channels.help)).toBe(2);
  clock.now += 300_000;
  await overheard(sandbox, () => say(you));
});

test('two questions at once get one answer', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  await Promise.all([you.say(channels.help, SURE), sandbox.person('other').say(channels.help, SURE)]);
  expect(await saidIn(sandbox, channels.help)).toBe(1);
});

test('a mention is answered in a channel that rests', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  await overheard(sandbox, () => you.say(channels.help, SURE));
  expect((await ask(sandbox, 'what is a rollup', you, channels.help)).embeds[0]?.title).toBe('rollup');
});

test('people who speak with each other are left alone, with and without replies', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startHelper({ clock: () => clock.now });
  const { you, channels } = sandbox;
  const other = sandbox.person('other');
  const first = await other.say(channels.help, 'did you sleep well?');
  await you.say(channels.help, SURE, { replyTo: first.id });
  await other.say(channels.help, 'is that what you dream of?');
  await you.say(channels.help, SURE);
  expect(await saidIn(sandbox, channels.help)).toBe(0);
  clock.now += 301_000;
  await overheard(sandbox, () => you.say(channels.help, SURE));
});

test('in a forum the post is answered, by its text or its title, and what follows is not', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startHelper({ clock: () => clock.now });
  const { you, channels } = sandbox;
  const post = await overheard(sandbox, () => you.post(channels.forum, 'A question', SURE));
  expect(post.embeds[0]?.title).toBe('bridge');
  clock.now += 301_000;
  await you.say(post.channel_id, 'what is a rollup');
  await sandbox.person('other').say(post.channel_id, 'what is a rollup');
  expect(await saidIn(sandbox, post.channel_id)).toBe(1);
  const titled = await overheard(sandbox, () =>
    you.post(channels.forum, 'What is a rollup?', 'Please, I am new here.'),
  );
  expect(titled.embeds[0]).toMatchObject({ title: 'rollup', author: { name: 'What is a rollup?' } });
  const why = messageOf(await press(you, titled, 'Why this answer?'));
  expect(why.embeds[0]?.description).toMatch(/^\*\*rollup\*\*/);
  expect((await ask(sandbox, 'what is a bridge', you, titled.channel_id)).embeds[0]?.title).toBe('bridge');
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('an edit changes an unasked answer, and takes it away where the bot is no longer sure', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  const asked: Message[] = [];
  const answer = await overheard(sandbox, async () => {
    const question = await you.say(channels.help, SURE);
    asked.push(question);
    return question;
  });
  const [question = answer] = asked;
  await you.edit(question, 'what is a rollup');
  const path = `/channels/${channels.help}/messages/${answer.id}`;
  await sandbox.requests.waitFor((each) => each.method === 'PATCH' && each.path === path);
  expect(sandbox.message(answer.id)?.message.embeds[0]?.title).toBe('rollup');
  await you.edit(question, 'never mind');
  await sandbox.requests.waitFor((each) => each.method === 'DELETE' && each.path === path);
  expect(sandbox.message(answer.id)).toBeUndefined();
});

test('who opted out is not answered unasked, and is when calling', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  await you.command(channels.general, 'layer privacy', { 'opt-out': true });
  await you.say(channels.help, SURE);
  expect(await saidIn(sandbox, channels.help)).toBe(0);
  expect((await ask(sandbox, SURE)).embeds[0]?.title).toBe('bridge');
  await you.command(channels.general, 'layer privacy', { 'opt-out': false });
  await overheard(sandbox, () => you.say(channels.help, SURE));
});

test('overheard talk does not use up what somebody may ask', async () => {
  const sandbox = await startHelper();
  const { you, channels } = sandbox;
  for (let count = 0; count < 20; count += 1) await you.say(channels.help, `I like cheese number ${count}`);
  expect((await ask(sandbox, SURE)).embeds[0]?.title).toBe('bridge');
});

test('without the MessageContent intent nothing is overheard and everything else works', async () => {
  const sandbox = await startHelper({ messageContent: false, sandbox: { privilegedIntents: false } });
  const { you, channels } = sandbox;
  await you.say(channels.help, SURE);
  expect(await saidIn(sandbox, channels.help)).toBe(0);
  const answer = await ask(sandbox, SURE, you, channels.help);
  expect(answer.embeds[0]?.title).toBe('bridge');
  const replied = you.nextMessage(({ author }) => author.id === sandbox.botId);
  await you.say(channels.help, 'who runs it?', { replyTo: answer.id });
  expect((await replied).embeds[0]?.title).toBe('bridge');
  const slash = await you.command(channels.help, 'layer ask', { question: 'what is a rollup' });
  expect(messageOf(slash).embeds[0]?.title).toBe('rollup');
  const said = await you.say(channels.help, 'what is a rollup?');
  expect(messageOf(await you.menu(said.id, 'Explain this message')).embeds[0]?.title).toBe('rollup');
});
