/** A person's gateway events as something to wait on. */
import type { Packet, Transport } from '../gateway.ts';

/** Fits in a frame of what a session receives: the event's name and its data. */
export interface FeedEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Watch<T> {
  readonly found: Promise<T>;
  /** Ends the waiting; `found` then stays open. */
  readonly stop: () => void;
}

/** Looks at each event; anything but undefined ends the waiting. */
export type Watcher<T> = (event: FeedEvent, previous: FeedEvent | undefined) => T | undefined;

export type Feed = ReturnType<typeof createFeed>;

/** Gives a transport for a session in this process and the way to wait on what it delivers. */
export function createFeed() {
  const watchers = new Set<(event: FeedEvent, previous: FeedEvent | undefined) => void>();
  let previous: FeedEvent | undefined;

  const transport: Transport = {
    send: (packet: Packet) => {
      if (packet.t === null || typeof packet.d !== 'object' || packet.d === null) return;
      const event: FeedEvent = { name: packet.t, data: { ...packet.d } };
      const before = previous;
      previous = event;
      for (const watcher of [...watchers]) watcher(event, before);
    },
    close: () => undefined,
  };

  /** Waits for the first thing that the watcher finds in events from now on; rejects after `timeoutMs` with the reason. */
  function watch<T>(watcher: Watcher<T>, timeoutMs: number, reason: string): Watch<T> {
    const { promise, resolve, reject } = promiseParts<T>();
    const stop = () => {
      clearTimeout(timer);
      watchers.delete(look);
    };
    const look = (event: FeedEvent, before: FeedEvent | undefined) => {
      const found = watcher(event, before);
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${reason} within ${timeoutMs} ms`));
    }, timeoutMs);
    // While the server runs it keeps the process alive; a wait that nobody ends should not.
    timer.unref();
    promise.catch(() => undefined);
    watchers.add(look);
    return { found: promise, stop };
  }

  return { transport, watch };
}

function promiseParts<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
