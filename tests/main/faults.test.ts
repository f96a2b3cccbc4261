/** What hinders the start: one clear line that says what to do, and exit code 1. */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openFolder } from '../discord/knowledge.ts';
import { openSandbox } from '../sandbox/bot.ts';
import { installProgram, startProgram } from './program.ts';

/** The shape of a token, and no token of anybody. */
const SHAPED = `${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(30)}`;

/** Runs the program to its end and gives its exit code and what it said. */
async function fails(env: Readonly<Record<string, string>>, folder?: string) {
  const { code, stdout, stderr } = await startProgram({ LOG_LEVEL: 'warn', ...env }, folder).ended;
  return { code, stdout, lines: stderr.trimEnd().split('\n') };
}

test('a token with a slip in it', async () => {
  const slip = 'A token, "quoted"';
  expect(await fails({ DISCORD_TOKEN: slip })).toEqual({
    code: 1,
    stdout: '',
    lines: ['DISCORD_TOKEN: expected the token alone, found spaces or quotes around it.'],
  });
  const { code, lines } = await fails({ DISCORD_TOKEN: 'notatoken' });
  expect({ code, lines }).toEqual({
    code: 1,
    lines: [
      'DISCORD_TOKEN: expected three parts joined by dots, as the developer portal shows it (Bot → Reset Token); this is not one.',
    ],
  });
});

const REFUSED =
  'Discord refused the token: make a new one in the developer portal (Bot → Reset Token) and set DISCORD_TOKEN.';

test('a token that Discord refuses', async () => {
  const { api } = await openSandbox();
  expect(await fails({ DISCORD_TOKEN: SHAPED, DISCORD_API: api })).toEqual({ code: 1, stdout: '', lines: [REFUSED] });
});

test('a token that only the gateway refuses', async () => {
  const [sandbox, elsewhere] = [await openSandbox(), await openSandbox()];
  const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  const body = { url: elsewhere.url.replace('http', 'ws'), shards: 1, session_start_limit };
  sandbox.fault({ path: '/gateway/bot', status: 200, body, times: 9 });
  const { code, lines } = await fails({
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API: sandbox.api,
    LOG_LEVEL: 'fatal',
  });
  expect({ code, lines }).toEqual({ code: 1, lines: [REFUSED] });
});

test('an intent that is not allowed', async () => {
  const { api, botToken } = await openSandbox({ privilegedIntents: false });
  const env = { DISCORD_TOKEN: botToken, DISCORD_API: api, MESSAGE_CONTENT: 'true', LOG_LEVEL: 'fatal' };
  expect(await fails(env)).toEqual({
    code: 1,
    stdout: '',
    lines: [
      'Discord refused the MessageContent intent: switch it on in the developer portal (Bot → Message Content Intent), or set MESSAGE_CONTENT=false.',
    ],
  });
});

test('a token that is taken back while the bot runs', async () => {
  const sandbox = await openSandbox();
  const program = startProgram({ DISCORD_TOKEN: sandbox.botToken, DISCORD_API: sandbox.api });
  await program.said('logged in');
  sandbox.disconnectBot({ code: 4004 });
  const { code, stderr } = await program.ended;
  expect({ code, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, last: REFUSED });
});

test('a Discord that cannot be reached', async () => {
  const port = await freePort();
  const { code, lines } = await fails({ DISCORD_TOKEN: SHAPED, DISCORD_API: `http://127.0.0.1:${port}/api` });
  expect({ code, lines }).toEqual({
    code: 1,
    lines: ['Discord cannot be reached (ECONNREFUSED): check the network, and DISCORD_API if it is set.'],
  });
});

test('a port in use', async () => {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect(await fails({ SANDBOX_PORT: String(portOf(server)) })).toEqual({
    code: 1,
    stdout: '',
    lines: ['The sandbox port is in use: set SANDBOX_PORT to another one, or to 0 for a free one.'],
  });
});

test('knowledge that does not load', async () => {
  const folder = installProgram();
  writeFileSync(join(folder, 'knowledge/concepts/bridges/bridge.yaml'), 'name: bridge\nshort: [');
  expect(await fails({}, folder)).toEqual({
    code: 1,
    stdout: '',
    lines: [
      'The knowledge does not load (1 fault): run "npm run check" and mend what it names. First: concepts/bridges/bridge.yaml:2',
    ],
  });
  rmSync(join(folder, 'knowledge'), { recursive: true });
  expect(await fails({}, folder)).toEqual({
    code: 1,
    stdout: '',
    lines: ['The knowledge folder is missing: it belongs beside the program, as in the repository.'],
  });
});

test('a database that cannot be opened', async () => {
  const folder = openFolder();
  writeFileSync(join(folder, 'file'), '');
  for (const [database, code] of [
    [folder, ''],
    [join(folder, 'file', 'strata.db'), ' (EEXIST)'],
  ] as const) {
    expect(await fails({ DATABASE: database })).toEqual({
      code: 1,
      stdout: '',
      lines: [`The database cannot be opened${code}: check DATABASE and the rights of its folder.`],
    });
  }
});

test('several settings at once, a line each', async () => {
  const { code, lines } = await fails({ MESSAGE_CONTENT: 'maybe', SANDBOX_PORT: 'no', LOG_LEVEL: 'loud' });
  expect({ code, names: lines.map((line) => line.split(':')[0]) }).toEqual({
    code: 1,
    names: ['LOG_LEVEL', 'SANDBOX_PORT', 'MESSAGE_CONTENT'],
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port');
  return address.port;
}
