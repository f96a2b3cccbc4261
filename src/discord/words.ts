/** The bot's own words in the reader's language. */
import { en, type StringKey, type Strings } from './locales/en.ts';

/** Says a string of one language, with its placeholders filled. */
export type Words = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a language; unknown placeholders stay as they are. */
export function wordsOf(strings: Strings): Words {
  return (key, values = {}) =>
    strings[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const english: Words = wordsOf(en);
