/** Phrases found in a run of words, longest first: a trie over words. Used for the lexicon and for the names of records. */

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

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

/** An empty set of phrases. */
export function createPhrases<T>(): Phrases<T> {
  const root: Node<T> = { next: new Map(), value: undefined };
  const at = (words: readonly string[], from: number): Found<T> | undefined => {
    let node: Node<T> | undefined = root;
    let found: Found<T> | undefined;
    for (let to = from; to < words.length && node; to += 1) {
      node = node.next.get(words[to] ?? '');
      if (node?.value !== undefined) found = { value: node.value, from, to: to + 1 };
    }
    return found;
  };
  return {
    add(words, value) {
      let node = root;
      for (const word of words) {
        let next = node.next.get(word);
        if (!next) {
          next = { next: new Map(), value: undefined };
          node.next.set(word, next);
        }
        node = next;
      }
      if (words.length > 0) node.value ??= value;
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
