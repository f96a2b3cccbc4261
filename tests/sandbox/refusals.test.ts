import { type DiscordAPIError, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { login, openSandbox } from './bot.ts';

const row = (...components: readonly unknown[]) => ({ type: 1, components });
const button = (id: string, more: object = {}) => ({ type: 2, style: 1, label: id, custom_id: id, ...more });
const select = (options: number, more: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: Array.from({ length: options }, (_, index) => ({ label: `${index}`, value: `${index}` })),
  ...more,
});
const link = { type: 2, style: 5, label: 'Read', url: 'https://example.org' };

const refused: readonly (readonly [name: string, body: object, path: string, code: string])[] = [
  ['content of 2001', { content: 'x'.repeat(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
  ['a title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title', 'BASE_TYPE_MAX_LENGTH'],
  [
    'a description of 4097',
    { embeds: [{ description: 'x'.repeat(4097) }] },
    'embeds.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['11 embeds', { embeds: Array(11).fill({ title: 'x' }) }, 'embeds', 'BASE_TYPE_MAX_LENGTH'],
  [
    '6001 over all embeds',
    { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3001) }] },
    'embeds',
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['an empty embed', { embeds: [{}] }, 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
  [
    '26 fields',
    { embeds: [{ fields: Array(26).fill({ name: 'n', value: 'v' }) }] },
    'embeds.0.fields',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an empty field value',
    { embeds: [{ fields: [{ name: 'n', value: '' }] }] },
    'embeds.0.fields.0.value',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a javascript link',
    { embeds: [{ title: 't', url: 'javascript:alert(1)' }] },
    'embeds.0.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  ['no link at all', { embeds: [{ title: 't', url: 'nowhere' }] }, 'embeds.0.url', 'URL_TYPE_INVALID_URL'],
  [
    '6 rows',
    { components: [0, 1, 2, 3, 4, 5].map((each) => row(button(`${each}`))) },
    'components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    '6 buttons in a row',
    { components: [row(...[0, 1, 2, 3, 4, 5].map((each) => button(`${each}`)))] },
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty row', { components: [row()] }, 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
  [
    'a select beside a button',
    { components: [row(button('a'), select(1))] },
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['26 options', { components: [row(select(26))] }, 'components.0.components.0.options', 'BASE_TYPE_BAD_LENGTH'],
  ['no options', { components: [row(select(0))] }, 'components.0.components.0.options', 'BASE_TYPE_BAD_LENGTH'],
  ['an id twice', { components: [row(button('a'), button('a'))] }, 'components', 'COMPONENT_CUSTOM_ID_DUPLICATED'],
  [
    'an id of 101',
    { components: [row(button('x'.repeat(101), { label: 'x' }))] },
    'components.0.components.0.custom_id',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a label of 81',
    { components: [row(button('a', { label: 'x'.repeat(81) }))] },
    'components.0.components.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without a style',
    { components: [row(button('a', { style: undefined }))] },
    'components.0.components.0.style',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a link button with an id',
    { components: [row({ ...link, custom_id: 'a' })] },
    'components.0.components.0',
    'BUTTON_COMPONENT_CUSTOM_ID_URL',
  ],
  [
    'a link button without a link',
    { components: [row({ ...link, url: undefined })] },
    'components.0.components.0.url',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'parse and list at once',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions.users',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'an unknown kind of mention',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    'allowed_mentions.parse.0',
    'BASE_TYPE_CHOICES',
  ],
  [
    'content with components v2',
    { content: 'x', flags: 1 << 15 },
    'content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'a text display without the flag',
    { components: [{ type: 10, content: 'x' }] },
    'components.0.type',
    'UNION_TYPE_CHOICES',
  ],
  [
    'an answer to nothing',
    { content: 'x', message_reference: { message_id: '1' } },
    'message_reference',
    'REPLIES_UNKNOWN_MESSAGE',
  ],
];

test.each(refused)('%s is refused as Discord refuses it', async (_name, body, path, code) => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const sent = client.rest.post(Routes.channelMessages(sandbox.channels.general), { body });
  const error = await sent.then(
    () => undefined,
    (each: DiscordAPIError) => each,
  );

  expect(error).toMatchObject({ status: 400, code: 50035 });
  const nested = path.split('.').reduceRight<object>((inner, step) => ({ [step]: inner }), {
    _errors: [{ code, message: expect.any(String) }],
  });
  expect(error?.rawError).toEqual({ code: 50035, message: 'Invalid Form Body', errors: nested });
});

test('what stands just within the limits is taken', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const five = [0, 1, 2, 3, 4];
  const rows = five.map((line) => row(...five.map((each) => button(`${line}${each}`))));
  const bodies = [
    { content: '😀'.repeat(2000) },
    { embeds: [{ title: 'x'.repeat(256), description: 'x'.repeat(4096) }, { description: 'x'.repeat(1648) }] },
    { content: 'x', components: rows },
    { content: 'x', components: [row(select(25)), row(link)] },
    { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: 'x'.repeat(4000) }] }] },
  ];
  for (const body of bodies) {
    expect(await client.rest.post(Routes.channelMessages(sandbox.channels.general), { body })).toHaveProperty('id');
  }
});

const codes: readonly (readonly [string, (ids: { general: string }) => [string, object?], number, number])[] = [
  ['an empty message', ({ general }) => [`/channels/${general}/messages`, {}], 400, 50006],
  ['an unknown channel', () => ['/channels/1/messages', { content: 'x' }], 404, 10003],
  ['an unknown recipient', () => ['/users/@me/channels', { recipient_id: 'self' }], 404, 10013],
  ['an unknown interaction', () => ['/interactions/1/abc/callback', { type: 4, data: { content: 'x' } }], 404, 10062],
  ['an unknown webhook', () => ['/webhooks/1/abc', { content: 'x' }], 404, 10015],
  ['an unknown route', () => ['/nowhere', {}], 404, 0],
];

test.each(codes)('%s has its own code', async (_name, request, status, code) => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const [path, body] = request(sandbox.channels);
  await expect(client.rest.post(`/${path.slice(1)}`, { body })).rejects.toMatchObject({ status, code });
});

test('an unknown message, and one of another author', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const { general } = sandbox.channels;
  const asked = await sandbox.you.say(general, 'mine');
  await expect(client.rest.get(Routes.channelMessage(general, '1'))).rejects.toMatchObject({ code: 10008 });
  const edit = client.rest.patch(Routes.channelMessage(general, asked.id), { body: { content: 'x' } });
  await expect(edit).rejects.toMatchObject({ code: 50005 });
  await expect(client.rest.delete(Routes.channelMessage(general, asked.id))).rejects.toMatchObject({ code: 50013 });
});

test('a channel that the bot may not write in, or may not see', async () => {
  const sandbox = await openSandbox();
  const deny = (bits: bigint) => [{ id: sandbox.botId, type: 1 as const, allow: '0', deny: bits.toString() }];
  const quiet = sandbox.addChannel({ name: 'quiet', overwrites: deny(1n << 11n) });
  const hidden = sandbox.addChannel({ name: 'hidden', overwrites: deny(1n << 10n) });
  const client = await login(sandbox);
  const send = (id: string) => client.rest.post(Routes.channelMessages(id), { body: { content: 'x' } });
  await expect(send(quiet)).rejects.toMatchObject({ status: 403, code: 50013 });
  await expect(send(hidden)).rejects.toMatchObject({ status: 403, code: 50001 });
});

test('a person who takes no direct messages', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  const shy = sandbox.person('shy', { acceptsDms: false });
  const user = await client.users.fetch(shy.id);
  await expect(user.send('hello')).rejects.toMatchObject({ status: 403, code: 50007 });
});
