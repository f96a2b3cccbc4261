/** A thousand hostile messages and interactions: nobody pinged, no foreign link, no refused payload, no fault. */
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createCustomIds } from '../../src/discord/custom-id.ts';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Log } from '../../src/log.ts';
import type { Message, Outcome, Person, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { ask, control, messageOf, startTestBot } from './bot.ts';

const EXPIRED = 'This button is no longer valid. Please ask again.';
const ATTACKS = 1_000;
/** As many as a person may ask at once. */
const EACH = 5;

/** A question in hostile clothes; the same for the same number. */
function hostileText(seed: number, { you, botId, guildId }: Sandbox): string {
  const random = createRandom(seed);
  const pick = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(random() * all.length)] ?? all[0];
  const cores = [
    'what is a rollup',
    'Polygon is an L2',
    'zk rollup vs optimistic rollup',
    'list rollups',
    'which of rollup, sidechain and bridge',
    '',
  ] as const;
  const zalgo = (text: string) => [...text].map((letter) => letter + '\u0301\u0336\u035f'.repeat(9)).join('');
  const dress = [
    (text: string) => `@everyone @here ${text} <@${you.id}> <@!${botId}> <@&${guildId}> <#${guildId}>`,
    (text: string) =>
      `[${text}](https://evil.example/phish) https://evil.example <https://evil.example> discord.gg/evil`,
    (text: string) => `**__~~||\`\`\`${text}\`\`\`||~~__** > # ${text}\n>>> - * _\n-# ${text}`,
    (text: string) => zalgo(text),
    (text: string) => `\u202e${text}\u202c\u2066\u200b\u200f\ufeff\u00ad${text}`,
    (text: string) => `${text} ${'A'.repeat(900)}`,
    (text: string) => `${text} ${'😀👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20)} \ud83d`,
    (text: string) => `/layer explain ${text} depth:technical`,
    (text: string) => `/layer list ${'../'.repeat(20)}etc/passwd ${text}`,
    (text: string) => `constructor __proto__ toString hasOwnProperty ${text}`,
    (text: string) => `${text} <a:x:1> <t:0:R> </layer ask:1> <id:customize> :::`,
    (text: string) => `${'rollup '.repeat(130)}${text}`,
    (text: string) => `'; drop table gaps; -- ${text} \${process.env.DISCORD_TOKEN} {{7*7}} %s%n`,
    (text: string) => `什么是 rollup ${text} что такое ролап ما هو`,
    (text: string) => `${text}\u0000\u0007\u001b[31m\r\n\t`,
  ] as const;
  const one = pick(dress)(pick(cores));
  const both = random() < 0.4 ? pick(dress)(one) : one;
  return [...both].slice(0, 900).join('').slice(0, 950) || 'x';
}

/** Numbers in [0, 1) by mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Does one hostile thing; gives what came of an interaction. */
async function attack(sandbox: Sandbox, who: Person, seed: number, victim: Message): Promise<Outcome | undefined> {
  const { general, help, forum } = sandbox.channels;
  const text = hostileText(seed, sandbox);
  switch (seed % 10) {
    case 0:
    case 1:
      await who.say(general, `<@${sandbox.botId}> ${text}`);
      return undefined;
    case 2:
      await who.say(seed % 20 === 2 ? help : who.dmChannelId, text);
      return undefined;
    case 3:
      await who.post(forum, [...text].slice(0, 40).join('').trim() || 'post', text);
      return undefined;
    case 4:
      return who.command(general, 'layer explain', { topic: [...text].slice(0, 80).join('').slice(0, 99) });
    case 5:
      return who.command(general, 'layer compare', { first: text.slice(0, 20), second: 'rollup', private: true });
    case 6:
      return who.menu((await who.say(help, text)).id, seed % 20 === 6 ? 'Explain this message' : 'Check this claim');
    case 7:
      return who.press(victim.id, control(victim, seed % 20 === 7 ? '🗑️' : 'Why this answer?').custom_id);
    case 8:
      return who.select(victim.id, control(victim, 'Read on…').custom_id, [
        control(victim, 'Read on…').values[0] ?? '',
      ]);
    default:
      return who.command(general, 'layer ask', { question: text, for: sandbox.botId });
  }
}

/** A log that keeps what is worse than a warning. */
function faultLog(): { readonly log: Log; readonly faults: readonly string[] } {
  const faults: string[] = [];
  return { log: pino({ level: 'error', base: null }, { write: (line: string) => void faults.push(line) }), faults };
}

/** Everything that the bot sent, as text. */
const sentBy = (bodies: readonly unknown[]): string => JSON.stringify(bodies).replaceAll('\\u200b', '\u200b');
const LINKS = /https?:\/\/[^\s)\]>"\\]+|discord\.gg\/\w+/gi;

test(`${ATTACKS} hostile messages and interactions`, async () => {
  const { log, faults } = faultLog();
  const sandbox = await startTestBot({ log, messageContent: true, knowledge: SHIPPED_KNOWLEDGE });
  const { you, channels } = sandbox;
  for (const channel of [channels.help, channels.forum])
    await you.command(channels.general, 'layer-admin channel', { channel, mode: 'when-confident' });
  const bodies: unknown[] = [];
  const wrong: unknown[] = [];
  const ids = new Set<string>();
  sandbox.requests.subscribe(({ method, path, body, response, status }) => {
    bodies.push(body);
    if (status >= 400) wrong.push({ method, path, body, response });
    if (typeof response === 'object' && response !== null && 'id' in response) ids.add(String(response.id));
  });
  const victim = await ask(sandbox, 'what is a rollup');
  const failed: unknown[] = [];
  for (let seed = 0; seed < ATTACKS; seed += EACH) {
    const who = sandbox.person(`attacker ${seed}`);
    const outcomes = await Promise.all(
      Array.from({ length: EACH }, (_, at) => attack(sandbox, who, seed + at, victim)),
    );
    for (const outcome of outcomes) {
      if (outcome?.kind === 'failed') failed.push(outcome);
      if (outcome?.kind === 'message' || outcome?.kind === 'update') ids.add(outcome.message.id);
    }
  }
  expect((await ask(sandbox, 'what is a rollup', sandbox.person('friend'))).embeds[0]?.title).toBe('Rollup');
  expect({ failed, wrong, faults }).toEqual({ failed: [], wrong: [], faults: [] });
  expect(checkedRequests(sandbox)).toEqual([]);
  const pinged = [...ids].flatMap((id) => sandbox.message(id)?.pinged ?? []);
  expect(pinged.length).toBeGreaterThan(ATTACKS / 2);
  const bot = { users: [sandbox.botId], roles: [], everyone: false };
  const nobody = { users: [], roles: [], everyone: false };
  expect(pinged.filter((each) => ![bot, nobody].some((one) => JSON.stringify(one) === JSON.stringify(each)))).toEqual(
    [],
  );
  const known = JSON.stringify(loadKnowledge(SHIPPED_KNOWLEDGE));
  const links = [...new Set(sentBy(bodies).match(LINKS))];
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !known.includes(link))).toEqual([]);
  expect(sandbox.message(victim.id)?.message.edited_timestamp).toBeNull();
}, 60_000);

/** Puts another message in the place of one: what no honest client shows, but a dishonest one may send. */
function tamper(sandbox: Sandbox, { id }: Message, change: (message: Message) => Partial<Message>): void {
  const state = sandbox.message(id);
  if (!state) throw new Error(`No message ${id}`);
  Object.assign(state, { message: { ...state.message, ...change(state.message) } });
}

test('a forged or altered custom id does nothing', async () => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, 'what is a rollup');
  const real = control(answer, '🗑️').custom_id;
  const [action, owner, signature] = real.split('~');
  const other = sandbox.person('other');
  const forged = [
    [action, other.id, signature].join('~'),
    ['12', owner, 'forget', signature].join('~'),
    [action, owner, 'more', signature].join('~'),
    createCustomIds('another token').write({ action: 'delete', args: [], owner: other.id }),
    `${real}x`,
    real.slice(0, -1),
    '~',
    'delete',
    '__proto__',
    '€'.repeat(100),
  ];
  for (const custom_id of forged) {
    const row = { type: 1 as const, components: [{ type: 2 as const, style: 2 as const, label: 'x', custom_id }] };
    tamper(sandbox, answer, () => ({ components: [row] as unknown as Message['components'] }));
    const presser = sandbox.person(`presser of ${custom_id}`);
    const outcome = await presser.press(answer.id, custom_id);
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: true, message: { content: EXPIRED, embeds: [] } });
  }
  expect(sandbox.message(answer.id)).toBeDefined();
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('a modal that was not opened by the bot keeps nothing', () => {
  const ids = createCustomIds('token');
  const id = ids.write({ action: 'reason', args: ['rollup'], owner: '1' });
  expect(ids.read(id)).toEqual({ action: 'reason', args: ['rollup'], owner: '1' });
  const altered = [...id].map((_, at) => `${id.slice(0, at)}${id[at] === 'A' ? 'B' : 'A'}${id.slice(at + 1)}`);
  expect(altered.filter((one) => ids.read(one))).toEqual([]);
});

test.each([
  ['words', 'Polygon is an L2 and zk rollups are instant. '],
  ['stacked marks', `r${'\u0301'.repeat(40)}ollup `],
  ['one long word', 'A'],
  ['right-to-left marks', '\u202e\u2066rollup\u200f '],
  ['links', '[rollup](https://evil.example) @everyone '],
])('a message of 6,000 characters of %s is explained and checked', async (_name, piece) => {
  const sandbox = await startTestBot({ knowledge: SHIPPED_KNOWLEDGE });
  const said = await sandbox.you.say(sandbox.channels.general, 'x');
  tamper(sandbox, said, () => ({ content: piece.repeat(6_000).slice(0, 6_000) }));
  for (const menu of ['Explain this message', 'Check this claim']) {
    const message = messageOf(await sandbox.you.menu(said.id, menu));
    expect(JSON.stringify(message)).not.toContain('https://evil');
    expect(sandbox.message(message.id)?.pinged).toEqual({ users: [], roles: [], everyone: false });
  }
  expect(checkedRequests(sandbox)).toEqual([]);
});
