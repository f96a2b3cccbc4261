const DISCORD_EPOCH = 1_420_070_400_000n;
const INCREMENT_BITS = 22n;

export type Clock = () => number;

/** Gives a maker of snowflakes: unique, growing, and carrying the clock's milliseconds as Discord's do. */
export function createIds(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const floor = (BigInt(Math.trunc(clock())) - DISCORD_EPOCH) << INCREMENT_BITS;
    last = floor > last ? floor : last + 1n;
    return last.toString();
  };
}

/** Tells whether the text has the form of a snowflake. */
export function isId(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}

/** Gives the shard, of so many, that hears about a server: Discord's own formula. */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> INCREMENT_BITS) % BigInt(shards));
}
