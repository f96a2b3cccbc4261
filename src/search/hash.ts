/** FNV-1a (Fowler, Noll, Vo 1991), unit by unit: the start, and how one more unit goes in. The result is a signed integer. */
export const HASH_START = 0x811c9dc5;

const PRIME = 0x01000193;

/** The hash with one more unit, a byte or a UTF-16 code unit, in it. */
export const hashWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);
