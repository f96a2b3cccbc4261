/** FNV-1a (Fowler, Noll, Vo 1991), unit by unit: the start, and how one more unit goes in. The result is a signed integer. */
export const HASH_START = 0x811c9dc5;

const PRIME = 0x01000193;

/** The hash with one more unit, a byte or a UTF-16 code unit, in it. */
export const hashWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** The hash of a text, by its UTF-16 code units, as an unsigned integer. */
export function hashText(text: string): number {
  let hash = HASH_START;
  for (let at = 0; at < text.length; at += 1) hash = hashWith(hash, text.charCodeAt(at));
  return hash >>> 0;
}
