/** The words of the house: American spelling, no marketing, no investment advice. Pure text rules. */
import type { Fault } from './fault.ts';
import type { Placed } from './placed.ts';
import type { Entry } from './schema.ts';

/** A text of a record and the path of the field it stands in. */
export type Place = readonly [path: readonly PropertyKey[], text: string];

const BRITISH =
  /\b(\w*(?:central|decentral|organ|final|util|minim|maxim|optim|custom|prior|token|incentiv|penal|serial|synchron|author|general|recogn|real)is(?:e[sd]?|ing|ation)|colours?|behaviours?|favour\w*|honours?|neighbours?|catalogues?|licence|defence|centres?|cheques?|modell(?:ed|ing)|cancelled|cancelling|labelled|travelling|whilst|amongst)\b/i;
const MARKETING =
  /\b(revolutionar\w*|game[- ]chang\w*|blazing\w*|seamless\w*|cutting[- ]edge|best[- ]in[- ]class|world[- ]class|unparalleled|ground-?breaking|lightning[- ]fast|next[- ]gen\w*|supercharg\w*|unlock the (?:power|potential)|the future of|unprecedented|ultra[- ]fast|hassle[- ]free|state[- ]of[- ]the[- ]art)\b/i;
const ADVICE =
  /\b(good investment|(?:should|must|better) (?:buy|sell|invest)|you should (?:hold|stake)|worth (?:buying|investing)|price (?:will|target|prediction)|undervalued|overvalued|to the moon|financial freedom|guaranteed (?:returns|profit)s?)\b/i;

const RULES = [
  { pattern: BRITISH, expected: 'American spelling' },
  { pattern: MARKETING, expected: 'neutral words' },
  { pattern: ADVICE, expected: 'no investment advice' },
] as const;

/** Every word in a record's own sentences that the house does not use. Questions are people's words and stay free. */
export function checkStyle({ record, faultAt }: Placed<Entry>): readonly Fault[] {
  return sentencesOf(record).flatMap(([path, text]) =>
    RULES.flatMap(({ pattern, expected }) => {
      const match = pattern.exec(text);
      return match ? [faultAt(path, `expected ${expected}, found ${JSON.stringify(match[0])}`)] : [];
    }),
  );
}

const QUOTED = new Set(['questions', 'aliases', 'sources', 'claim', 'names', 'says', 'name']);

/** Every text of a record that speaks in the house's own voice, with its path. */
export function sentencesOf(record: Entry): readonly Place[] {
  const walk = (value: unknown, path: PropertyKey[]): Place[] => {
    if (typeof value === 'string') return [[path, value]];
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => (QUOTED.has(key) ? [] : walk(item, [...path, key])));
  };
  return walk(record, []);
}
