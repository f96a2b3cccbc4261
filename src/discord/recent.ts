/** A map that forgets: in memory only, for a while, and never more than so many. */

/** How long and how much. */
export interface Bounds {
  /** Milliseconds from when a value was set. */
  readonly lifetime: number;
  readonly most: number;
}

/** Values by a key, the one set longest ago first. */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  entries(): readonly (readonly [key: string, value: T])[];
}

/** An empty map by a clock in milliseconds. What is too old is dropped whenever the map is used, whatever it is used for. */
export function createRecent<T>(clock: () => number, { lifetime, most }: Bounds): Recent<T> {
  const kept = new Map<string, { readonly value: T; readonly at: number }>();
  const dropOld = () => {
    const oldest = clock() - lifetime;
    for (const [key, { at }] of kept) {
      if (at > oldest && kept.size <= most) return;
      kept.delete(key);
    }
  };
  return {
    get(key) {
      dropOld();
      return kept.get(key)?.value;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, { value, at: clock() });
      dropOld();
    },
    delete: (key) => void kept.delete(key),
    entries() {
      dropOld();
      return [...kept].map(([key, { value }]) => [key, value] as const);
    },
  };
}
