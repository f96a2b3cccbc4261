/** What the page's server gives out, and to whom. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { openSandboxPage } from '../../src/sandbox/page/open.ts';
import type { Inspection } from '../../src/sandbox/page/panel.ts';

const INSPECTION: Inspection = {
  question: 'what is x',
  form: 'define',
  answer: 'explanation',
  confidence: 1,
  read: 'what is x',
  subjects: [],
  corrections: [],
  records: [],
  ms: 0.1,
};

interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

async function open(files: Readonly<Record<string, string>> = {}, isReady = true): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-handler-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const ready = <T>(value: T): T => {
    if (!isReady) throw new Error('not ready');
    return value;
  };
  const sandbox = await openSandboxPage(
    {},
    { folder, inspect: (question) => ready({ ...INSPECTION, question }), map: () => ready([]) },
  );
  onTestFinished(() => sandbox.close());
  return sandbox;
}

interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks as no browser would: any host and origin. */
function ask({ url }: Sandbox, method: string, path: string, { headers = {}, body = '' }: Asking = {}): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('the page comes with a policy that lets in nothing but this server', async () => {
  const sandbox = await open({ 'index.html': '<!doctype html>' });
  const { status, headers, body } = await ask(sandbox, 'GET', '/');
  expect({ status, body }).toEqual({ status: 200, body: '<!doctype html>' });
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(String(headers['content-security-policy']).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${sandbox.url.replace('http', 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('a page that is not built says how it is', async () => {
  const { status, body } = await ask(await open(), 'GET', '/');
  expect({ status, body }).toEqual({ status: 503, body: 'The page is not built: run "npm run build".\n' });
});

test('only the page itself is told who it is', async () => {
  const sandbox = await open();
  const own = await ask(sandbox, 'POST', '/page/session', { headers: { origin: sandbox.url } });
  expect({ status: own.status, session: JSON.parse(own.body) }).toEqual({
    status: 200,
    session: {
      token: sandbox.you.token,
      userId: sandbox.you.id,
      botId: sandbox.botId,
      applicationId: sandbox.applicationId,
      guildId: sandbox.guildId,
      dmChannelId: sandbox.you.dmChannelId,
    },
  });
  const attempts: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://elsewhere.example' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'http://elsewhere.example', host: 'elsewhere.example' },
  ];
  for (const headers of attempts) {
    const { status, body } = await ask(sandbox, 'POST', '/page/session', { headers });
    expect({ headers, status, told: body.includes(sandbox.you.token) }).toEqual({ headers, status: 403, told: false });
  }
  expect((await ask(sandbox, 'GET', '/page/session')).status).toBe(404);
});

test('a browser that goes away in the middle of its question harms nobody', async () => {
  const sandbox = await open();
  const { hostname, port } = new URL(sandbox.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const lines = ['POST /page/inspect HTTP/1.1', `Host: ${hostname}:${port}`, 'Content-Length: 99', '', '{"question":'];
  await new Promise<unknown>((resolve) => socket.write(lines.join('\r\n'), resolve));
  socket.resetAndDestroy();
  await once(socket, 'close');
  // Two whole questions later the one that was broken off is done with, whatever became of it.
  for (const question of ['one', 'two']) {
    const { status } = await ask(sandbox, 'POST', '/page/inspect', { body: JSON.stringify({ question }) });
    expect(status).toBe(200);
  }
});

test('a question is inspected; what is none is refused', async () => {
  const sandbox = await open();
  const inspect = (body: string) => ask(sandbox, 'POST', '/page/inspect', { body });
  const good = await inspect('{"question":"what is a rollup"}');
  expect(JSON.parse(good.body)).toEqual({ ...INSPECTION, question: 'what is a rollup' });
  const bad = ['', '{', '[]', 'null', '{"question":1}', JSON.stringify({ question: 'x'.repeat(20_000) })];
  for (const body of bad) expect((await inspect(body)).status).toBe(400);
});

test('a bot that is not ready is said to be so', async () => {
  const sandbox = await open({}, false);
  expect((await ask(sandbox, 'GET', '/page/map')).status).toBe(503);
  expect((await ask(sandbox, 'POST', '/page/inspect', { body: '{"question":"x"}' })).status).toBe(503);
});

test('no other file is given out', async () => {
  const sandbox = await open({ 'secret.txt': 'secret' });
  const paths = ['/secret.txt', '/page/secret.txt', '/page/../secret.txt', '/page/%2e%2e/secret.txt', '/constructor'];
  for (const path of paths) expect((await ask(sandbox, 'GET', path)).status).toBe(404);
});
