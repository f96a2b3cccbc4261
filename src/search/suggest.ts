/** Autocomplete: what a person may mean while still typing. Exact names first, then beginnings, then near spellings. */
import Fuse from 'fuse.js';
import distances from 'natural/lib/natural/distance/index.js';
import { normalizeAlias } from '../knowledge/names.ts';

/** A name as it is compared here: "layer2" and "layer 2" are the same. */
const keyOf = (name: string): string => normalizeAlias(name).replace(/(\p{L})(\p{N})/gu, '$1 $2');

/** One thing to choose, with every name it can be found by. */
export interface Suggestible {
  readonly id: string;
  readonly names: readonly string[];
}

/** Gives the ids that fit a text, best first, each once. */
export type Suggest = (text: string, limit: number) => readonly string[];

interface Key {
  readonly id: string;
  readonly name: string;
}

/** Builds the suggestions; `popular` stand first where nothing is typed. */
export function createSuggest(things: readonly Suggestible[], popular: readonly string[]): Suggest {
  const keys: readonly Key[] = things.flatMap(({ id, names }) =>
    [...new Set(names.map(keyOf))].map((name) => ({ id, name })),
  );
  const fuse = new Fuse(keys, {
    keys: ['name'],
    includeScore: true,
    threshold: 0.35,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  const byName = [...things].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  const known = new Set(byName);
  const start = [...new Set([...popular.filter((id) => known.has(id)), ...byName])];
  return (text, limit) => {
    const typed = keyOf(text.slice(0, 100));
    if (typed === '') return start.slice(0, limit);
    const ranked = keys.map((key) => ({ id: key.id, rank: rankOf(key.name, typed) })).filter(({ rank }) => rank > 0);
    ranked.sort((a, b) => b.rank - a.rank);
    const found = new Set(ranked.map(({ id }) => id));
    // Spelling only matters where the letters as typed do not fill the list.
    if (found.size < limit && typed.length > 2) {
      const near = fuse
        .search(typed, { limit: NEAR })
        .map(({ item }) => ({ id: item.id, far: farFrom(item.name, typed) }));
      near.sort((a, b) => a.far - b.far);
      for (const { id } of near.slice(0, limit)) found.add(id);
    }
    return [...found].slice(0, limit);
  };
}

/** How many near spellings are put in order. */
const NEAR = 40;

/** Edits between what was typed and the beginning of a name; among equals the shorter name is nearer. */
const farFrom = (name: string, typed: string): number =>
  distances.DamerauLevenshteinDistance(typed, name.slice(0, typed.length + 1), { restricted: true }) +
  name.length / 1000;

/** Exact 4, beginning of the name 3, beginning of a word 2, inside 1, with shorter names first; 0 where it does not fit. */
function rankOf(name: string, typed: string): number {
  const tier =
    name === typed
      ? 4
      : name.startsWith(typed)
        ? 3
        : name.includes(` ${typed}`)
          ? 2
          : typed.length > 2 && name.includes(typed)
            ? 1
            : 0;
  return tier === 0 ? 0 : tier - name.length / 1000;
}
