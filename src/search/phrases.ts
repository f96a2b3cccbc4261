/** Phrases found in a run of words, longest first. Used for the lexicon and for the names of records. */

/** One phrase found: the value it stands for and the words it covers, `to` exclusive. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** A set of phrases, each leading to a value. */
export interface Phrases<T> {
  /** Adds a phrase; the first value of a phrase stays. */
  add(words: readonly string[], value: T): void;
  /** The longest phrase that starts at this word, if any. */
  at(words: readonly string[], from: number): Found<T> | undefined;
  /** All phrases from left to right, longest first, none overlapping. */
  find(words: readonly string[]): readonly Found<T>[];
}

/** What stands between the words of a key: no word holds it. */
const BETWEEN = ' ';

/** An empty set of phrases. */
export function createPhrases<T>(): Phrases<T> {
  // Every beginning of a phrase is a key, too: one table is made in a third of the time that a trie of tables takes.
  const values = new Map<string, T | undefined>();
  const at = (words: readonly string[], from: number): Found<T> | undefined => {
    let key = '';
    let found: Found<T> | undefined;
    for (let to = from; to < words.length; to += 1) {
      key += BETWEEN + words[to];
      const value = values.get(key);
      if (value !== undefined) found = { value, from, to: to + 1 };
      else if (!values.has(key)) break;
    }
    return found;
  };
  return {
    add(words, value) {
      let key = '';
      for (const [at, word] of words.entries()) {
        key += BETWEEN + word;
        const known = values.get(key);
        values.set(key, at === words.length - 1 ? (known ?? value) : known);
      }
    },
    at,
    find(words) {
      const all: Found<T>[] = [];
      for (let from = 0; from < words.length; ) {
        const found = at(words, from);
        if (found) all.push(found);
        from = found?.to ?? from + 1;
      }
      return all;
    },
  };
}

/** Phrases of words that are compared by a key of each, such as their stem. */
export interface KeyedPhrases<T> {
  readonly phrases: Phrases<T>;
  readonly key: (word: string) => string;
}

/** The phrases of some texts, each leading to a value; `read` takes a text apart. */
export function keyedPhrases<T>(
  entries: readonly (readonly [text: string, value: T])[],
  { key, read }: { readonly key: (word: string) => string; readonly read: (text: string) => readonly string[] },
): KeyedPhrases<T> {
  const phrases = createPhrases<T>();
  for (const [text, value] of entries) phrases.add(read(text).map(key), value);
  return { phrases, key };
}
