import { expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { ask, control, messageOf, press, startTestBot } from './bot.ts';
import { openFolder } from './knowledge.ts';

const layer = (sandbox: Sandbox, command: string, options: Record<string, string | boolean>) =>
  sandbox.you.command(sandbox.channels.general, `layer ${command}`, options);

test('"none of these" is kept as a gap with what was offered, without its author', async () => {
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({ database });
  const unsure = await ask(sandbox, 'which of rollup, sidechain and bridge');
  const noted = await sandbox.you.select(unsure.id, control(unsure, 'Choose one').custom_id, ['none-of-these']);
  expect(noted).toMatchObject({ kind: 'message', ephemeral: true });
  expect(messageOf(noted).content).toBe('Noted, without your name. Try other words, or `/layer list`.');
  const store = openStore(database);
  onTestFinished(() => store.close());
  expect(store.gaps({ limit: 9 }).filter(({ reason }) => reason === 'none-of-these')).toEqual([
    {
      guild: sandbox.guildId,
      question: 'which of rollup, sidechain and bridge',
      reason: 'none-of-these',
      nearest: control(unsure, 'Choose one').values.filter((id) => id !== 'none-of-these'),
      at: expect.any(Number),
    },
  ]);
});

test('what somebody names in a command and is not known is kept as they named it', async () => {
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({ database });
  await layer(sandbox, 'explain', { topic: 'pizza dough' });
  const store = openStore(database);
  onTestFinished(() => store.close());
  expect(store.gaps({ limit: 9 }).map(({ question }) => question)).toEqual(['pizza dough']);
});

test('feedback is kept without author: a thumb, and a reason with the question', async () => {
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({ database });
  const answer = await ask(sandbox, 'what is a rollup');
  expect(messageOf(await press(sandbox.you, answer, '👍')).content).toBe('Thank you. It is kept without your name.');
  const modal = await press(sandbox.you, answer, '👎');
  if (modal.kind !== 'modal') throw new Error(`No modal but ${modal.kind}`);
  expect(messageOf(await sandbox.you.submit(modal, { reason: 'too short' })).content).toBe(
    'Thank you. It is kept without your name.',
  );
  const store = openStore(database);
  onTestFinished(() => store.close());
  const { guildId: guild } = sandbox;
  const at = expect.any(Number);
  expect(store.feedback({ limit: 9 })).toEqual([
    { guild, topic: 'rollup', good: false, reason: 'too short', at },
    { guild, topic: 'rollup', good: true, reason: undefined, at },
  ]);
  expect(store.gaps({ limit: 9 })).toEqual([
    { guild, question: 'what is a rollup', reason: 'not-helpful', nearest: ['rollup'], at },
  ]);
});
