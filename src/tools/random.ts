/** Gives numbers in 0..1 (1 excluded), the same ones for the same seed. */
export type Random = () => number;

/** A source of evenly spread numbers: a counter whose bits are mixed by two rounds of multiplication. */
export function createRandom(seed: number): Random {
  let counter = Math.imul(seed, 0x9e3779b1) | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    const once = Math.imul(counter ^ (counter >>> 16), 0x45d9f3b5);
    const twice = Math.imul(once ^ (once >>> 15), 0x2c9277b5);
    return ((twice ^ (twice >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to `count`, excluded. */
export const drawBelow = (random: Random, count: number): number => Math.floor(random() * count);

/** One of the items; undefined of none. */
export const drawOf = <T>(random: Random, items: readonly T[]): T | undefined => items[drawBelow(random, items.length)];
