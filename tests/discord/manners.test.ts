/** Patience with who asks too much, and a warning to who might be robbed. */
import { expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import type { Message, Person, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { ask, messageOf, shown, startTestBot, textOf } from './bot.ts';

const titleOf = ({ embeds }: Message) => embeds[0]?.title;
/** What the bot said in a channel, newest first. */
const saidIn = async ({ botId }: Sandbox, channel: string, who: Person) =>
  (await who.history(channel)).filter(({ author }) => author.id === botId).map(textOf);

test('who asks too much is told so kindly, once a minute in a channel and each time in a private answer', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startTestBot({ clock: () => clock.now });
  const { you, channels } = sandbox;
  for (let count = 0; count < 8; count += 1) await ask(sandbox, 'what is a rollup');
  expect((await ask(sandbox, 'what is a rollup')).content).toBe(
    'One moment: that was a lot of questions. Please try again in 2 seconds.',
  );
  for (let count = 0; count < 5; count += 1) await you.say(channels.general, `<@${sandbox.botId}> what is a rollup`);
  for (let count = 0; count < 2; count += 1) {
    const slow = await you.command(channels.general, 'layer explain', { topic: 'rollup' });
    expect(slow).toMatchObject({ kind: 'message', ephemeral: true });
    expect(messageOf(slow).content).toMatch(/^One moment/);
  }
  const other = sandbox.person('other');
  expect(titleOf(await ask(sandbox, 'what is a bridge', other))).toBe('bridge');
  expect((await saidIn(sandbox, channels.general, other)).length).toBe(10);
  clock.now += 2_000;
  expect(titleOf(await ask(sandbox, 'what is a sidechain'))).toBe('sidechain');
  expect(checkedRequests(sandbox)).toEqual([]);
});

const WARNING = 'Funds stuck? Nobody honest asks for a seed phrase or writes to you first.';

test.each([
  'my funds are stuck on the bridge',
  'are withdrawals stuck on a bridge',
  'I lost my tokens on the sidechain',
  'my eth never arrived over the bridge',
  'where does a rollup keep my private key',
])('"%s" is answered with a warning', async (question) => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, question);
  expect(answer.embeds[0]?.description?.startsWith(`⚠️ **${WARNING}**`)).toBe(true);
});

test('who asks about keys is told that nobody honest asks for them, once', async () => {
  const sandbox = await startTestBot({ knowledge: SHIPPED_KNOWLEDGE });
  const answer = await ask(sandbox, 'I lost my seed phrase');
  expect(shown(answer)).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "description": "I cannot help with wallets or keys. **Never give your seed phrase or private key to anybody: nobody honest asks for it**, whatever they call themselves. Support staff do not write to you first.",
          "title": "About Strata",
        },
      ],
    }
  `);
  const bridge = await ask(sandbox, 'my funds are stuck on the bridge');
  expect(textOf(bridge)).toContain(WARNING);
  expect(textOf(await ask(sandbox, 'how long are funds locked in a rollup withdrawal'))).not.toContain('Funds stuck?');
});
