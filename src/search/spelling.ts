/** Written words → words as they are read: known ones stay, what was written together comes apart, slips are mended. */
import { isStopWord } from './stopwords.ts';
import { wordsOf } from './text.ts';
import type { Speller } from './typos.ts';

/** A word that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What spelling is mended by. */
export interface SpellingParts {
  /** Names and terms, of which people leave out the spaces. */
  readonly phrases: readonly string[];
  /** Whether a lower-case word is known; unknown words are corrected. */
  readonly isKnown: (word: string) => boolean;
  readonly spell: Speller;
}

/** Words as they are read, and which of them were corrected. */
export interface Spelled {
  readonly words: readonly string[];
  readonly corrections: readonly Correction[];
}

/** Builds what mends the spelling of a question's words. */
export function createSpelling({ phrases, isKnown, spell }: SpellingParts): (written: readonly string[]) => Spelled {
  const joined = joinedOf(phrases);
  const parts: Parts = { joined, isKnown, spell };
  return (written) => {
    const corrections: Correction[] = [];
    return { words: written.flatMap((word) => spellOut(word, parts, corrections)), corrections };
  };
}

type Parts = Pick<SpellingParts, 'isKnown' | 'spell'> & { readonly joined: ReadonlyMap<string, readonly string[]> };

/** Phrases of several words as people write them without a space: "zkrollup", "layertwo"; but not what is a name so. */
function joinedOf(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const all = phrases.map(wordsOf);
  const own = new Set(all.flat());
  const joined = new Map<string, readonly string[]>();
  for (const words of all) {
    const together = words.join('');
    if (words.length > 1 && /^[a-z]{5,}$/.test(together) && !own.has(together) && !joined.has(together))
      joined.set(together, words);
  }
  return joined;
}

const singular = (word: string) =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** A word as it is read: itself where it is known, its parts where it is several names, else the word it is a slip of. */
function spellOut(word: string, { joined, isKnown, spell }: Parts, corrections: Correction[]): readonly string[] {
  // Names written together come apart though some text of the base writes them so.
  const name = joined.get(word) ?? joined.get(singular(word));
  if (name) return name;
  if (isKnown(word)) return [word];
  // "Danksharing" is nearer to one word than to two.
  const meant = spell(word);
  if (meant === undefined) return split(word, isKnown) ?? [word];
  corrections.push({ from: word, to: meant });
  return joined.get(meant) ?? [meant];
}

/** An unknown word that is two known ones: "sidechainbridge". Both halves must have four letters or more. */
function split(word: string, isKnown: (word: string) => boolean): readonly string[] | undefined {
  if (word.length < 9 || word.length > 30 || !/^[a-z]+$/.test(word)) return undefined;
  for (let at = 4; at <= word.length - 4; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => isKnown(half) && !isStopWord(half))) return halves;
  }
  return undefined;
}
