/** Rate limits per person and per server: token buckets in memory. */

/** How much may be asked. */
export const RATES = Object.freeze({
  person: { burst: 8, perSecond: 0.5 },
  server: { burst: 400, perSecond: 250 },
});

/** Takes one request; gives 0, or the seconds to wait. */
export type Limiter = (person: string, server: string | null) => number;

interface Bucket {
  tokens: number;
  at: number;
}

const MAX_BUCKETS = 20_000;

/** A limiter by a clock in milliseconds. */
export function createLimiter(clock: () => number): Limiter {
  const buckets = new Map<string, Bucket>();
  const take = (key: string, { burst, perSecond }: { burst: number; perSecond: number }): number => {
    const now = clock();
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    buckets.delete(key);
    buckets.set(key, bucket);
    // The map keeps the order of use: the first is the one not seen for longest.
    if (buckets.size > MAX_BUCKETS) buckets.delete(buckets.keys().next().value ?? key);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
    bucket.tokens -= 1;
    return 0;
  };
  return (person, server) =>
    take(`p${person}`, RATES.person) || (server === null ? 0 : take(`s${server}`, RATES.server));
}
