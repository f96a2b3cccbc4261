/** All languages of the interface, one file each, and Discord's locale codes that read them. */
import type { Locale } from 'discord.js';
import { type Words, wordsOf } from '../words.ts';
import { de } from './de.ts';
import { en, type StringKey, type Strings } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** Discord's locale code → strings. English is the default and stands for every other code. */
export const LOCALES: Readonly<Partial<Record<`${Locale}`, Strings>>> = Object.freeze({
  'en-US': en,
  'en-GB': en,
  'zh-CN': zh,
  'zh-TW': zh,
  'es-ES': es,
  'es-419': es,
  'pt-BR': pt,
  fr,
  de,
  ja,
  ko,
  ru,
  tr,
  vi,
});

/** The words of a Discord locale; English where it has none. */
export function wordsFor(locale: string | null | undefined): Words {
  const strings = Object.entries(LOCALES).find(([code]) => code === locale)?.[1];
  return wordsOf(strings ?? en);
}

/** One string in every language but English, as Discord's localization maps want it. */
export function localizationsOf(key: StringKey): Record<string, string> {
  const others = Object.entries(LOCALES).filter(([code]) => code !== 'en-US' && code !== 'en-GB');
  return Object.fromEntries(others.map(([code, strings]) => [code, strings[key]]));
}
