/**
 * Ordinary English words, from the dictionary that spelling checkers use. A word that is English is not a slip of the
 * finger: "seattle" must not become "settle", nor "miles" "miner".
 */
import dictionary from 'dictionary-en';

let entries: { readonly all: ReadonlySet<string>; readonly common: ReadonlySet<string> } | undefined;

/** Whether a lower-case word is English, or an inflection of an English word that is no name: "chans" are nobody. */
export function isEnglish(word: string): boolean {
  entries ??= readEntries();
  const { all, common } = entries;
  return all.has(word) || bases(word).some((base) => common.has(base));
}

function readEntries() {
  const written = Buffer.from(dictionary.dic)
    .toString('utf8')
    .split('\n')
    .map((line) => (line.split('/', 1)[0] ?? '').trim())
    .filter((entry) => entry.length > 2);
  return {
    all: new Set(written.map((entry) => entry.toLowerCase())),
    common: new Set(written.filter((entry) => entry === entry.toLowerCase())),
  };
}

const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ['y']],
  [/(?:es|s)$/, ['', 'e']],
  [/(?:ed|ing|ly)$/, ['', 'e']],
  // Not "lyer": of words of three letters the doers that there are stand in the dictionary.
  [/(?<=...)er$/, ['', 'e']],
  // Not "layyer": y, w, x and vowels are never doubled.
  [/([bdfglmnprstvz])\1(?:ed|er|ing)$/, ['$1']],
];

/** What a word may be an inflection of. */
function bases(word: string): readonly string[] {
  return ENDINGS.flatMap(([ending, replacements]) =>
    ending.test(word) ? replacements.map((by) => word.replace(ending, by)) : [],
  ).filter((base) => base.length > 2);
}
