import {
  ApplicationCommandResponseSchema,
  GuildChannelResponseSchema,
  GuildMemberResponseSchema,
  GuildRoleResponseSchema,
  GuildWithCountsResponseSchema,
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  ThreadResponseSchema,
} from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { LoggedRequest, Sandbox } from '../../src/sandbox/index.ts';
import { login, openSandbox } from './bot.ts';
import { serveCommands } from './command-bot.ts';

/** Which of Discord's descriptions an answer must fit, the first rule that matches. */
const rules: readonly (readonly [RegExp, z.ZodMiniType])[] = [
  [/callback$/, InteractionCallbackResponseSchema],
  [/^GET .*\/messages$/, z.array(MessageResponseSchema)],
  [/^(POST|PATCH|GET) .*(\/messages|\/webhooks)/, MessageResponseSchema],
  [/\/commands$/, z.array(ApplicationCommandResponseSchema)],
  [/\/roles$/, z.array(GuildRoleResponseSchema)],
  [/\/channels$/, z.array(GuildChannelResponseSchema)],
  [/\/members\//, GuildMemberResponseSchema],
  [/ \/guilds\/\d+$/, GuildWithCountsResponseSchema],
  [/ \/channels\/\d+$/, z.union([ThreadResponseSchema, GuildChannelResponseSchema])],
];

function misfits({ method, path, response }: LoggedRequest): readonly string[] {
  const name = `${method} ${path}`;
  const schema = rules.find(([pattern]) => pattern.test(name))?.[1];
  if (schema === undefined || response === undefined) return [];
  const result = z.safeParse(schema, JSON.parse(JSON.stringify(response)));
  return result.success ? [] : [`${name}: ${JSON.stringify(result.error.issues)}`];
}

async function converse(sandbox: Sandbox): Promise<void> {
  const { you, channels } = sandbox;
  for (const name of ['whisper', 'follow', 'later']) await you.command(channels.general, name);
  const menu = await you.command(channels.general, 'menu');
  if (menu.kind === 'message') await you.press(menu.message.id, 'slow');
  await sandbox.requests.waitFor((each) => each.method === 'PATCH' && JSON.stringify(each.body).includes('slowly'));
}

test("the sandbox's answers fit Discord's description", async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const { you, guildId, channels } = sandbox;
  await serveCommands(client);
  await converse(sandbox);
  const asked = await you.say(channels.general, 'a question');
  const post = await you.post(channels.forum, 'A post', 'with a question');
  const channel = await client.channels.fetch(channels.general);
  if (!channel?.isSendable()) throw new Error('No channel');
  const files = [{ attachment: Buffer.from('x'), name: 'a.txt' }];
  const embeds = [{ title: 'A title', fields: [{ name: 'a', value: 'b' }] }];
  await channel.send({ content: 'an answer', embeds, files, reply: { messageReference: asked.id } });
  const paths = [
    `/channels/${channels.general}/messages`,
    `/channels/${channels.general}`,
    `/channels/${post.channel_id}`,
    `/guilds/${guildId}`,
    `/guilds/${guildId}/channels`,
    `/guilds/${guildId}/roles`,
    `/guilds/${guildId}/members/${you.id}`,
  ] as const;
  for (const path of paths) await client.rest.get(path);

  expect(sandbox.requests.all().flatMap(misfits)).toEqual([]);
});
