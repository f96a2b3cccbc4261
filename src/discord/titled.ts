/** Names and descriptions of commands and options, in every language of the interface. */
import { en, type StringKey } from './locales/en.ts';
import { localizationsOf } from './locales/index.ts';

/** Name and description of an option or command, in all languages. */
export function titled(nameKey: StringKey, descriptionKey: StringKey) {
  return {
    name: en[nameKey],
    name_localizations: localizationsOf(nameKey),
    description: en[descriptionKey],
    description_localizations: localizationsOf(descriptionKey),
  };
}

/** A choice of an option, in all languages. */
export const choice = (nameKey: StringKey, value: string) => ({
  name: en[nameKey],
  name_localizations: localizationsOf(nameKey),
  value,
});
