/** Words → stems, by natural's Porter stemmer with the field's exceptions. */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/**
 * Porter cuts "validity", "validator" and "valid" to one stem and keeps "scalable" apart from "scaling". In this field
 * the first three are different things and the last two are the same.
 */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['validator', 'validator'],
  ['validators', 'validator'],
  ['validity', 'validity'],
  ['scalability', 'scale'],
  ['scalable', 'scale'],
  ['scales', 'scale'],
  ['optimism', 'optimism'],
  ['optimistic', 'optimistic'],
  ['optimistically', 'optimistic'],
  ['optimium', 'optimium'],
  ['finality', 'final'],
  ['finalised', 'final'],
  ['finalized', 'final'],
  ['finalization', 'final'],
  ['mining', 'mine'],
  ['miner', 'mine'],
  ['miners', 'mine'],
  ['fees', 'fee'],
  ['based', 'based'],
  ['bases', 'base'],
  ['security', 'secure'],
  ['securities', 'securities'],
  ['secured', 'secure'],
  ['authority', 'authority'],
  ['consensus', 'consensus'],
  ['state', 'state'],
  ['states', 'state'],
  ['static', 'static'],
  ['news', 'news'],
  ['universe', 'universe'],
  ['university', 'university'],
  ['general', 'general'],
  ['generate', 'generate'],
  ['generic', 'generic'],
  ['organs', 'organ'],
  ['community', 'community'],
  ['communication', 'communicate'],
  ['exchange', 'exchange'],
  ['rollover', 'rollover'],
]);

const memo = new Map<string, string>();
/** Bounds the memo against a flood of made-up words. */
const MEMO_SIZE = 50_000;

/** The stem of a lower-case word; words of three letters and of other scripts come back unchanged: "das" is no plural. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const stemmed = EXCEPTIONS.get(word) ?? (/^[a-z]{4,}$/.test(word) ? porter.stem(word) : word);
  if (memo.size < MEMO_SIZE) memo.set(word, stemmed);
  return stemmed;
}
