import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { login, openSandbox } from './bot.ts';
import { serveCommands } from './command-bot.ts';

/** Values of the shapes that bodies are made of, with names that the routes look at. */
const names = ['content', 'embeds', 'components', 'data', 'type', 'options', 'name', 'message', 'nonce', 'flags', 'id'];
const { body } = fc.letrec((tie) => ({
  body: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1e21, '', 'x', [], {}),
    fc.array(tie('body'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('body'), { maxKeys: 5 }),
  ),
}));

function routes({ applicationId, channels, guildId, you }: Sandbox): readonly (readonly [string, string])[] {
  return [
    ['POST', `/channels/${channels.general}/messages`],
    ['POST', `/channels/${channels.forum}/threads`],
    ['PATCH', `/channels/${channels.general}`],
    ['PUT', `/applications/${applicationId}/commands`],
    ['POST', `/applications/${applicationId}/guilds/${guildId}/commands`],
    ['POST', '/interactions'],
    ['POST', `/interactions/${you.id}/x/callback`],
    ['POST', '/users/@me/channels'],
    ['GET', `/channels/${channels.general}/messages?limit=x&before=y`],
    ['GET', `/guilds/${guildId}/members/%ff`],
  ];
}

test('whatever the body, the server answers and is never at fault', async () => {
  const sandbox = await openSandbox();
  await serveCommands(await login(sandbox));
  const all = routes(sandbox);
  const route = fc.constantFrom(...all);
  const token = fc.constantFrom(`Bot ${sandbox.botToken}`, sandbox.you.token, 'x');
  await fc.assert(
    fc.asyncProperty(route, token, body, async ([method, path], authorization, sent) => {
      const headers = { authorization, 'content-type': 'application/json' };
      const payload = method === 'GET' ? {} : { body: JSON.stringify(sent) };
      const response = await fetch(`${sandbox.api}/v10${path}`, { method, headers, ...payload });
      expect(response.status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
});

test.each(['{', 'undefined', ''])('a body %j that is not JSON is refused or empty', async (payload) => {
  const sandbox = await openSandbox();
  const headers = { authorization: sandbox.you.token, 'content-type': 'application/json' };
  const address = `${sandbox.api}/v10/channels/${sandbox.channels.general}/messages`;
  const response = await fetch(address, { method: 'POST', headers, body: payload });
  expect([response.status, await response.json()]).toEqual([
    400,
    expect.objectContaining({ code: payload === '' ? 50006 : 50109 }),
  ]);
});
