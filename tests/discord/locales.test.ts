/** Every language says everything that English says, within Discord's limits and rules of names. */
import { ApplicationCommandType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/commands.ts';
import { en } from '../../src/discord/locales/en.ts';
import { LOCALES, wordsFor } from '../../src/discord/locales/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { openSandbox } from '../sandbox/bot.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';

const CHARACTERS_OF_A_COMMAND = 8_000;
const LANGUAGES = Object.entries(LOCALES);
const KEYS = Object.keys(en);
const english: Readonly<Record<string, string>> = en;

/** What a key names is what Discord measures it by: the first that fits holds. */
const LONGEST: readonly (readonly [keys: RegExp, characters: number])[] = [
  [/^(command|option)\..*\.description$/, 100],
  [/^(command|option)\./, 32],
  [/^(depth|mode|language)\./, 100],
  [/^(button\.|gaps\.back$|forget\.confirm$)/, 25],
  [/^(feedback\.title|feedback\.reason|preview\.title|preview\.part)$/, 45],
  [/^(select\.none|gaps\.dismiss)/, 100],
  [/^(select\.|gaps\.choose$|gaps\.pick$)/, 150],
  [/\.title$/, 256],
  [/./, 2000],
];

const found = (text: string | undefined, pattern: RegExp) => [...(text ?? '').matchAll(pattern)].map(([all]) => all);
const sorted = (all: readonly string[]) => [...all].sort();
/** What must stand in a translation as it stands in English: placeholders, commands, settings and marks of bold. */
const kept = (text: string | undefined) => sorted(found(text, /\{\w+\}|`[^`]+`|[A-Z_]{4,}=\w+|\*\*/g));

describe.each(LANGUAGES)('%s', (code, strings) => {
  const entries = Object.entries(strings);

  test('has the keys of English, in the same order', () => {
    expect(Object.keys(strings)).toEqual(KEYS);
  });

  test('keeps placeholders, commands and marks', () => {
    const changed = entries.filter(([key, text]) => kept(text).join() !== kept(english[key]).join());
    expect(changed).toEqual([]);
  });

  test('has no string that is empty, untrimmed or too long', () => {
    const wrong = entries.filter(([key, text]) => {
      const longest = LONGEST.find(([keys]) => keys.test(key))?.[1] ?? 0;
      return text === '' || text.trim() !== text || text.normalize('NFC') !== text || text.length > longest;
    });
    expect(wrong).toEqual([]);
  });

  test('names commands and options as Discord allows', () => {
    const names = entries.filter(
      ([key]) => /^(command|option)\./.test(key) && !/(^command\.menu\.|\.description$)/.test(key),
    );
    expect(names.filter(([, name]) => !/^[-_\p{L}\p{N}]{1,32}$/u.test(name) || name !== name.toLowerCase())).toEqual(
      [],
    );
    expect(strings['command.layer']).toBe('layer');
    expect(strings['command.admin']).toBe('layer-admin');
  });

  test('names nothing twice in one place', () => {
    expect(COMMANDS.flatMap((command) => repeated(command, code))).toEqual([]);
  });

  test('speaks of the message menus by the names that they have', () => {
    expect(strings['help.text']).toContain(strings['command.menu.explain']);
    expect(strings['help.text']).toContain(strings['command.menu.claim']);
  });
});

type Localized = Readonly<Record<string, string | null | undefined>> | null | undefined;

interface Choice {
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly value: string | number;
}

/** The parts of commands and options that are in several languages. */
interface Part {
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly description?: string | undefined;
  readonly description_localizations?: Localized;
  readonly choices?: readonly Choice[] | undefined;
  readonly options?: readonly Part[] | undefined;
}

/** The names in a language that two options of one parent share; the English ones are taken too. */
function repeated({ options = [] }: Part, code: string): readonly string[] {
  const names = options.map((one) => new Set([one.name, one.name_localizations?.[code] ?? one.name]));
  const own = names.flatMap((mine, at) => [...mine].filter((name) => names.slice(0, at).some((his) => his.has(name))));
  return [...own, ...options.flatMap((one) => repeated(one, code))];
}

const longest = (text: string | undefined, others: Localized): number =>
  Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map((other) => other?.length ?? 0));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** The characters that Discord counts of a command: names, descriptions and values, in their longest language. */
function charactersIn({ options = [], choices = [], ...own }: Part): number {
  return sum([
    longest(own.name, own.name_localizations),
    longest(own.description, own.description_localizations),
    ...choices.map(({ name, name_localizations, value }) => longest(name, name_localizations) + `${value}`.length),
    ...options.map(charactersIn),
  ]);
}

test.each(COMMANDS.map((command) => [command.name, command] as const))('%s is within its size', (_name, command) => {
  expect(charactersIn(command)).toBeLessThanOrEqual(CHARACTERS_OF_A_COMMAND);
});

test('the two message menus differ in every language', () => {
  const same = LANGUAGES.filter(([, strings]) => strings['command.menu.explain'] === strings['command.menu.claim']);
  expect(same).toEqual([]);
});

test('the languages are those of the interface, and any other is answered in English', () => {
  expect(sorted(LANGUAGES.map(([code]) => code))).toEqual(
    sorted('de en-GB en-US es-419 es-ES fr ja ko pt-BR ru tr vi zh-CN zh-TW'.split(' ')),
  );
  const say = (code: string | undefined) => wordsFor(code)('answer.page', { page: 1, pages: 2 });
  expect([say('de'), say('ru'), say('sv-SE'), say(undefined)]).toEqual([
    'Seite 1 von 2',
    'Страница 1 из 2',
    'Page 1 of 2',
    'Page 1 of 2',
  ]);
});

test('Discord takes the commands in all languages, and a second time nothing changes', async () => {
  const sandbox = await openSandbox();
  const registration = { token: sandbox.botToken, api: sandbox.api };
  expect(await registerCommands(registration)).toBe(true);
  expect(await registerCommands(registration)).toBe(false);
  // Discord's published description wants permissions as a number, its guide and discord.js as text.
  const faults = checkedRequests(sandbox).filter((fault) => !/\bdefault_member_permissions: /.test(fault));
  expect(faults).toEqual([]);
  const chat = COMMANDS.filter(({ type }) => type === ApplicationCommandType.ChatInput).map(({ name }) => name);
  expect(chat).toEqual(['layer', 'layer-admin']);
});
