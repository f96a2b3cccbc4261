/** What is kept and what is logged: nothing of who opted out, no words of people, no token. */
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Log } from '../../src/log.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { ask, control, controlsOn, messageOf, press, shown, startTestBot } from './bot.ts';
import { openFolder } from './knowledge.ts';

const optOut = (sandbox: Sandbox, out?: boolean) =>
  sandbox.you.command(sandbox.channels.general, 'layer privacy', out === undefined ? {} : { 'opt-out': out });

test('privacy says what is kept, and opting out and in again', async () => {
  const sandbox = await startTestBot();
  expect(shown(messageOf(await optOut(sandbox)))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [],
      "embeds": [
        {
          "description": "No messages and no names. Questions that I could not answer are kept without author for 90 days, so that my knowledge can grow; feedback is kept without author too. The last few turns of a conversation stay in memory for 5 minutes. Servers keep their settings until they forget me.

    Opt out with \`/layer privacy opt-out:True\`: nothing of your questions is kept, and I never answer you unasked.

    **You are not opted out.**",
          "title": "What Strata keeps",
        },
      ],
    }
  `);
  const last = async (out?: boolean) =>
    messageOf(await optOut(sandbox, out))
      .embeds[0]?.description?.split('\n')
      .at(-1);
  const isOut = '**You are opted out: nothing of your questions is kept, and I never answer you unasked.**';
  expect(await last(true)).toBe(isOut);
  expect(await last()).toBe(isOut);
  expect(await last(false)).toBe('**You are not opted out.**');
});

test('nothing is kept of who opted out: no gap, no feedback, no memory, whoever says what', async () => {
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({ database });
  const { you } = sandbox;
  const other = sandbox.person('other');
  await optOut(sandbox, true);
  const unknown = await ask(sandbox, 'best pizza dough hydration');
  expect(unknown.embeds[0]?.description).toBeUndefined();
  const unsure = await ask(sandbox, 'which of rollup, sidechain and bridge');
  const none = [control(unsure, 'Choose one').custom_id, ['none-of-these']] as const;
  const isOut = 'You are opted out: nothing of your questions is kept, and I never answer you unasked.';
  expect(messageOf(await you.select(unsure.id, ...none)).content).toBe(isOut);
  await other.select(unsure.id, ...none);
  const answer = await ask(sandbox, 'what is a bridge');
  expect(messageOf(await press(you, answer, '👍')).content).toBe(isOut);
  expect(messageOf(await press(you, answer, '👎')).content).toBe(isOut);
  const modal = await press(other, answer, '👎');
  if (modal.kind !== 'modal') throw new Error(`No modal but ${modal.kind}`);
  await other.submit(modal, { reason: 'mine alone' });
  expect((await ask(sandbox, 'who runs it?')).embeds[0]?.title).not.toBe('bridge');
  const store = openStore(database);
  onTestFinished(() => store.close());
  expect(store.gaps({ limit: 9 })).toEqual([]);
  expect(store.feedback({ limit: 9 }).map(({ reason }) => reason)).toEqual(['mine alone']);
  const text = JSON.stringify([...store.feedback({ limit: 9 })]);
  for (const { id } of [you, other]) expect(text).not.toContain(id);
});

test('of a question that is kept, what may point at a person is left out', async () => {
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({ database });
  await ask(
    sandbox,
    'jo.doe+x@mail.example.org asks for pizza dough, see https://example.org/jo or 0x1234567890abcdef @@@@',
  );
  const store = openStore(database);
  onTestFinished(() => store.close());
  expect(store.gaps({ limit: 9 }).map(({ question }) => question)).toEqual(['asks for pizza dough, see or @@@@']);
});

test('who opts out within a conversation is forgotten at once', async () => {
  const sandbox = await startTestBot();
  await ask(sandbox, 'what is a bridge');
  await optOut(sandbox, true);
  await optOut(sandbox, false);
  expect((await ask(sandbox, 'who runs it?')).embeds[0]?.title).not.toBe('bridge');
});

/** A log at its most talkative, in memory. */
function memoryLog(): { readonly log: Log; readonly text: () => string } {
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}

const SECRET = 'xyzzyplugh';

/** Does what may be logged: answers, gaps, refusals of Discord in the midst of a reply. */
async function converse(sandbox: Sandbox): Promise<void> {
  const { you, channels } = sandbox;
  await ask(sandbox, `what is a bridge ${SECRET}`);
  await ask(sandbox, `${SECRET} dough`);
  const callback = { method: 'POST', path: /callback$/ };
  for (const body of [
    { code: 50035, message: 'Invalid Form Body' },
    { code: 10062, message: 'Unknown interaction' },
  ]) {
    sandbox.fault({ ...callback, status: body.code === 50035 ? 400 : 404, body });
    await you.command(channels.general, 'layer ask', { question: `what is a bridge ${SECRET}` });
  }
  sandbox.fault({
    method: 'POST',
    path: /messages$/,
    status: 400,
    body: { code: 50035, message: 'Invalid Form Body' },
  });
  await ask(sandbox, `what is a rollup ${SECRET}`);
}

test('the log holds neither what people wrote nor a token, also where Discord refuses a reply', async () => {
  const { log, text } = memoryLog();
  const sandbox = await startTestBot({ log, sandbox: { ackMs: 300 } });
  await converse(sandbox);
  expect(text()).toContain('handler failed');
  expect(text()).toContain('could not reply');
  const tokens = sandbox.requests.all().flatMap(({ path }) => /\/([\w-]{60,})/.exec(path)?.[1] ?? []);
  expect(tokens.length).toBeGreaterThan(0);
  for (const word of [SECRET, sandbox.botToken, ...tokens]) expect(text()).not.toContain(word);
});

test('questions are logged where that is switched on, and never those of who opted out', async () => {
  const { log, text } = memoryLog();
  const sandbox = await startTestBot({ log, logQuestions: true });
  await ask(sandbox, `what is a bridge ${SECRET}`);
  expect(text()).toContain(SECRET);
  await optOut(sandbox, true);
  await ask(sandbox, 'what is a bridge frobozz');
  expect(text()).not.toContain('frobozz');
});

test('a private answer says only to its reader what it says', async () => {
  const sandbox = await startTestBot();
  const { you, channels } = sandbox;
  await you.command(channels.general, 'layer ask', { question: 'what is a bridge', private: true });
  expect(await sandbox.person('other').history(channels.general)).toEqual([]);
  const seen = await you.history(channels.general);
  expect(seen.map(controlsOn).at(-1)?.at(-1)?.at(-1)).toBe('Post publicly');
});
