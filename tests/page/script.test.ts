import { expect, test } from 'vitest';
import { openFirstPost } from '../../src/sandbox/page/seed.ts';
import { readFlags } from '../../src/sandbox/script/flags.ts';
import { playScript } from '../../src/sandbox/script/play.ts';
import { readScript, ScriptError } from '../../src/sandbox/script/steps.ts';
import { startTestBot } from '../discord/bot.ts';

test('lines are read as steps, with their numbers', () => {
  const script =
    '# a comment\n\n> what is x\npress Deeper\nselect Compare with… = Validium\nfill Why = a = b\nin #general';
  expect(readScript(script).map(({ number, step }) => [number, step])).toEqual([
    [3, { kind: 'say', text: 'what is x' }],
    [4, { kind: 'press', label: 'Deeper' }],
    [5, { kind: 'select', menu: 'Compare with…', option: 'Validium' }],
    [6, { kind: 'fill', values: { Why: 'a = b' } }],
    [7, { kind: 'go', channel: 'general' }],
  ]);
});

test.each(['dance', 'select A', 'press'])('%j is refused with its line and the forms there are', (line) => {
  expect(() => readScript(`> x\n${line}`)).toThrow(ScriptError);
  expect(() => readScript(`> x\n${line}`)).toThrow(/^line 2: .*press LABEL/);
});

const SCRIPT = `> what is a sidechain
press Deeper
in #general
> what is a bridge
press 👎
fill What was missing or wrong? (optional) = nothing
menu Explain this message
/layer explain rollup depth:simple
`;

test('the same script gives the same transcript, with every answer under its line', async () => {
  const [first, second] = [await startTestBot(), await startTestBot()];
  const transcript = await playScript(first, SCRIPT);
  expect(await playScript(second, SCRIPT)).toBe(transcript);
  const lines = transcript.split('\n');
  expect(lines.filter((line) => line !== '' && !line.startsWith(' '))).toEqual(SCRIPT.trim().split('\n'));
  expect(lines).toContain('    ━━ sidechain ━━');
  expect(lines).toContain('    (a form opens: What was wrong?)');
  expect(lines).toContain('    Thank you. It is kept without your name.');
  expect(lines.filter((line) => line === '    (only you can see this)')).toHaveLength(2);
});

test.each([
  ['press Deeper', 'line 1: the bot has said nothing yet'],
  ['> what is a bridge\npress Dance', /^line 2: no button "Dance"; there is: .*Deeper/],
  ['in #nowhere', 'line 1: no channel "nowhere"; there is: general, layer-help, dm'],
  ['/layer dance', /^line 1: /],
])('what can not be done ends the script with its line: %j', async (script, message) => {
  const sandbox = await startTestBot();
  await expect(playScript(sandbox, script)).rejects.toThrow(message);
});

test('the flags of the command line are read, unknown ones are named', () => {
  expect(readFlags(['--script', 'a.txt', '--out', 'b.txt'])).toEqual({
    sandbox: true,
    script: 'a.txt',
    out: 'b.txt',
    host: undefined,
  });
  expect(readFlags([])).toMatchObject({ sandbox: false, script: undefined });
  expect(() => readFlags(['--dance'])).toThrow(/--dance/);
});

test('a newcomer finds a post in the forum that the bot has answered', async () => {
  const sandbox = await startTestBot();
  const answered = sandbox.you.nextMessage(({ author }) => author.id === sandbox.botId);
  await openFirstPost(sandbox);
  const { channel_id, referenced_message } = await answered;
  expect(referenced_message?.channel_id).toBe(channel_id);
  expect(Object.values(sandbox.channels)).not.toContain(channel_id);
});
