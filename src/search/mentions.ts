/** Words → the records they name, longest names first, none overlapping. */
import { isMeant } from './common-names.ts';
import { type Found, type KeyedPhrases, keyedPhrases } from './phrases.ts';
import { stem } from './stem.ts';

/** A record named in a text. Weak: a name that is also a common word, without a sign that the record is meant. */
export interface Mention {
  readonly id: string;
  /** Positions in `words`, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly weak: boolean;
}

/** A record's names. Those of systems match letter by letter, those of concepts by their stems. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
  readonly exact: boolean;
}

/** What names are found by. */
export interface NameParts {
  readonly named: readonly Named[];
  /** Names that are also common words, such as base, mode, near. */
  readonly commonNames: ReadonlySet<string>;
  /** A name's words as a text's are read. */
  readonly read: (name: string) => readonly string[];
}

/** Builds the finder of names. */
export function createMentions({
  named,
  commonNames,
  read,
}: NameParts): (words: readonly string[]) => readonly Mention[] {
  const concepts = keyedPhrases(named.filter(({ exact }) => !exact).flatMap(namesOf), { key: stem, read });
  const systems = keyedPhrases(named.filter(({ exact }) => exact).flatMap(namesOf), { key: asWritten, read });
  return (words) => findMentions(words, { concepts, systems, commonNames });
}

const namesOf = ({ id, names }: Named) => names.map((name) => [name, id] as const);
/** Names of systems match as they are written: a stack is not Stacks. */
const asWritten = (word: string) => word;

interface Names {
  readonly concepts: KeyedPhrases<string>;
  readonly systems: KeyedPhrases<string>;
  readonly commonNames: ReadonlySet<string>;
}

function findMentions(words: readonly string[], { concepts, systems, commonNames }: Names): readonly Mention[] {
  const conceptKeys = words.map((word) => concepts.key(word));
  const systemKeys = words.map((word) => systems.key(word));
  const mentions: Mention[] = [];
  for (let from = 0; from < words.length; ) {
    const concept = concepts.phrases.at(conceptKeys, from);
    const system = systems.phrases.at(systemKeys, from);
    const found = longer(system, concept);
    if (found) {
      const common = found === system && found.to === from + 1 && commonNames.has(words[from] ?? '');
      mentions.push({ id: found.value, from, to: found.to, weak: common && !isMeant(words, from) });
    }
    from = found?.to ?? from + 1;
  }
  return mentions;
}

const longer = (one: Found<string> | undefined, other: Found<string> | undefined) =>
  !one || (other && other.to >= one.to) ? other : one;
