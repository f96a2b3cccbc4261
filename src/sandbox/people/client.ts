/** How people in this process reach the server: its own REST routes and gateway, only without a network between. */
import type { Core } from '../core.ts';
import type { Rest } from '../rest.ts';
import { welcome } from '../welcome.ts';
import type { Message } from '../wire.ts';
import type { Account } from '../world.ts';
import { createFeed } from './feed.ts';

/** What a person did was refused; `body` is Discord's own error. */
export class RefusedError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`Refused with ${status}: ${JSON.stringify(body)}`);
    this.name = 'RefusedError';
    this.status = status;
    this.body = body;
  }
}

export type PersonClient = ReturnType<typeof createPersonClient>;

/** Gives a person's connection: requests as themselves, and the events that reach them. */
export function createPersonClient(core: Core, rest: Rest, account: Account) {
  const feed = createFeed();
  const session = core.gateway.open({ account, intents: 0, transport: feed.transport, isResumable: false });
  welcome(core, session);

  /** Gives the body of the reply; throws RefusedError where the server refuses. */
  function request(method: string, path: string, body?: unknown): unknown {
    const [pathname = '', query] = path.split('?');
    // Through JSON and back, so that nobody holds the server's own objects.
    const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
    const search = new URLSearchParams(query);
    const reply = rest({ method, path: pathname, query: search, authorization: account.token, body: sent });
    if (reply.status >= 400) throw new RefusedError(reply.status, reply.body);
    return reply.body;
  }

  /** Gives the message in the reply. */
  function requestMessage(method: string, path: string, body?: unknown): Message {
    const reply = request(method, path, body);
    if (!isMessage(reply)) throw new TypeError(`${method} ${path} gave no message`);
    return reply;
  }

  return { account, sessionId: session.id, request, requestMessage, watch: feed.watch };
}

/** Tells whether the data is a message. */
export function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'author' in data && 'embeds' in data && 'channel_id' in data;
}
