/**
 * Ordinary English words, from the dictionary that spelling checkers use. A word that is English is not a slip of the
 * finger: "seattle" must not become "settle", nor "miles" "miner".
 */
import dictionary from 'dictionary-en';

/** The dictionary's words in lower case: whether each is a common one, not only a name. */
let words: ReadonlyMap<string, boolean> | undefined;

/** Whether a lower-case word is English, or an inflection of an English word that is no name: "chans" are nobody. */
export function isEnglish(word: string): boolean {
  words ??= readWords();
  const known = words;
  return known.has(word) || bases(word).some((base) => known.get(base));
}

function readWords(): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const line of Buffer.from(dictionary.dic).toString('utf8').split('\n')) {
    const entry = (line.split('/', 1)[0] ?? '').trim();
    const word = entry.toLowerCase();
    if (entry.length > 2) found.set(word, found.get(word) || entry === word);
  }
  return found;
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
