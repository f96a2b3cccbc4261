import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as z from 'zod';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { login, openSandbox } from './bot.ts';
import { serveCommands } from './command-bot.ts';

const commandIndex = z.object({ application_commands: z.array(z.looseObject({ name: z.string() })) });

interface Packet {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Readonly<Record<string, unknown>>;
}

/** A client such as a page: a web socket and JSON over HTTP, nothing of discord.js. */
function connect(sandbox: Sandbox, first: object) {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const seen: Packet[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    const packet: Packet = JSON.parse(String(data));
    seen.push(packet);
    if (packet.op === 10) socket.send(JSON.stringify(first));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  function packet(accepts: (packet: Packet) => boolean): Promise<Packet> {
    return new Promise((resolve) => {
      const look = () => {
        const found = seen.find(accepts);
        if (found !== undefined) waiting.delete(look);
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
    });
  }
  return { socket, closed, seen, packet, event: (name: string) => packet(({ t }) => t === name) };
}

const identify = (token: string) => ({ op: 2, d: { token } });

async function post(sandbox: Sandbox, path: string, body: object): Promise<number> {
  const headers = { authorization: sandbox.you.token, 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.api}/v10${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.status;
}

test('a person may use the same server from a client of their own', async () => {
  const sandbox = await openSandbox();
  await serveCommands(await login(sandbox));
  const { applicationId: application_id, channels, guildId, you } = sandbox;
  const client = connect(sandbox, identify(you.token));
  const ready = await client.event('READY');
  expect(ready.d).toMatchObject({
    user: { id: you.id },
    guilds: [{ id: guildId }],
    private_channels: [{ id: you.dmChannelId }],
  });

  const headers = { authorization: you.token };
  const address = `${sandbox.api}/v10/channels/${channels.general}/application-command-index`;
  const index = commandIndex.parse(await (await fetch(address, { headers })).json());
  const whisper = index.application_commands.find(({ name }) => name === 'whisper');
  const body = { type: 2, application_id, channel_id: channels.general, guild_id: guildId, nonce: '1' };
  expect(await post(sandbox, '/interactions', { ...body, data: { ...whisper, options: [] } })).toBe(204);

  expect((await client.event('INTERACTION_SUCCESS')).d).toMatchObject({ nonce: '1' });
  expect((await client.event('MESSAGE_CREATE')).d).toMatchObject({ content: 'hush', flags: 64, nonce: '1' });
});

test('a broken session is resumed with what was missed, in order', async () => {
  const sandbox = await openSandbox();
  const first = connect(sandbox, identify(sandbox.you.token));
  const { s: seq, d } = await first.event('READY');
  first.socket.terminate();
  await first.closed;
  for (const content of ['one', 'two']) await sandbox.you.say(sandbox.channels.general, content);

  const resume = { token: sandbox.you.token, session_id: d.session_id, seq };
  const second = connect(sandbox, { op: 6, d: resume });
  await second.event('RESUMED');
  const missed = second.seen.filter(({ t }) => t === 'MESSAGE_CREATE');
  expect(missed.map((each) => each.d.content)).toEqual(['one', 'two']);
});

const misdeeds: readonly (readonly [string, object, number])[] = [
  ['a wrong token', { op: 2, d: { token: 'x' } }, 4004],
  ['an unknown opcode before anything else', { op: 99 }, 4003],
  ['no packet at all', { hello: true }, 4002],
];

test.each(misdeeds)('%s closes the gateway', async (_name, first, code) => {
  const sandbox = await openSandbox();
  expect(await connect(sandbox, first).closed).toBe(code);
});

test('a session that is unknown must identify anew', async () => {
  const sandbox = await openSandbox();
  const client = connect(sandbox, { op: 6, d: { token: sandbox.you.token, session_id: 'x', seq: 1 } });
  expect(await client.packet(({ op }) => op === 9)).toMatchObject({ d: false });
});

function statusFor(sandbox: Sandbox, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sandbox.api}/v10/gateway`, { headers: { authorization: sandbox.you.token, ...headers } });
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    sent.end();
  });
}

test('only what comes from this machine by its own name is answered', async () => {
  const sandbox = await openSandbox();
  expect(await statusFor(sandbox, {})).toBe(200);
  expect(await statusFor(sandbox, { origin: sandbox.url })).toBe(200);
  expect(await statusFor(sandbox, { origin: 'https://example.org' })).toBe(403);
  expect(await statusFor(sandbox, { host: 'example.org' })).toBe(403);
});

test('pages are served by whoever mounts them', async () => {
  const sandbox = await openSandbox({
    page: (incoming, response) => {
      if (incoming.url !== '/') return false;
      response.end('a page');
      return true;
    },
  });
  expect(await (await fetch(sandbox.url)).text()).toBe('a page');
  expect((await fetch(`${sandbox.url}/other`)).status).toBe(404);
});

test('a taken port is an error of the start', async () => {
  const sandbox = await openSandbox();
  const port = Number(new URL(sandbox.url).port);
  await expect(openSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
