/** What the bot asked of the REST server, kept for tests, transcripts and panels. */

const REQUESTS_KEPT = 2_000;

export interface LoggedRequest {
  readonly method: string;
  /** The path below /api/v10, without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly status: number;
  readonly response: unknown;
  /** Milliseconds since 1970 at which it arrived, and for how long it was worked on. */
  readonly at: number;
  readonly ms: number;
}

export interface RequestLog {
  /** Gives the latest requests, oldest first: at most 2,000. */
  all(): readonly LoggedRequest[];
  /** Calls the listener for each further request; gives the function that ends it. */
  subscribe(listener: (request: LoggedRequest) => void): () => void;
  /** Gives the first request, past or future, that the predicate accepts; rejects after `timeoutMs`. */
  waitFor(predicate: (request: LoggedRequest) => boolean, timeoutMs?: number): Promise<LoggedRequest>;
}

/** Gives an empty log and the function that adds to it. */
export function createRequestLog(): { readonly log: RequestLog; readonly add: (request: LoggedRequest) => void } {
  const kept: LoggedRequest[] = [];
  const listeners = new Set<(request: LoggedRequest) => void>();

  function add(request: LoggedRequest): void {
    kept.push(request);
    if (kept.length > REQUESTS_KEPT * 2) kept.splice(0, REQUESTS_KEPT);
    for (const listener of listeners) listener(request);
  }

  function subscribe(listener: (request: LoggedRequest) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function waitFor(predicate: (request: LoggedRequest) => boolean, timeoutMs = 5_000): Promise<LoggedRequest> {
    const past = kept.find(predicate);
    if (past !== undefined) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const late = () => finish(() => reject(new Error(`No such request within ${timeoutMs} ms`)));
      const timer = setTimeout(late, timeoutMs);
      const stop = subscribe((request) => predicate(request) && finish(() => resolve(request)));
      const finish = (end: () => void) => {
        clearTimeout(timer);
        stop();
        end();
      };
    });
  }

  return { log: { all: () => kept.slice(-REQUESTS_KEPT), subscribe, waitFor }, add };
}
