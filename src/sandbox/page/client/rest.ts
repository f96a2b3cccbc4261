import type { Inspection, MapGroup, PageSession } from '../panel.ts';

/** A request that the server refused, with its reason. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Sends a request to Discord's API as the person; gives the JSON, undefined where there is none. Throws RefusedError. */
export type Request = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Gives the API client of a person's token. */
export function createRest(token: string): Request {
  return (method, path, body) => send(`/api/v10${path}`, method, body, { authorization: token });
}

/** Asks the page's server who the page is; rejects while the server is away. */
export async function openSession(): Promise<PageSession> {
  return (await send('/page/session', 'POST')) as PageSession;
}

/** Gives what was understood of a question. */
export async function inspect(question: string): Promise<Inspection> {
  return (await send('/page/inspect', 'POST', { question })) as Inspection;
}

/** Gives everything that can be asked about. */
export async function loadMap(): Promise<readonly MapGroup[]> {
  return (await send('/page/map', 'GET')) as readonly MapGroup[];
}

async function send(path: string, method: string, body?: unknown, headers: Record<string, string> = {}) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(path, { method, headers: { ...headers, ...type }, ...json });
  const text = await response.text();
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new RefusedError(response.status, reasonIn(value));
  return value;
}

function reasonIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('message' in value)) return 'The server refused that.';
  return fieldReason('errors' in value ? value.errors : undefined) ?? String(value.message);
}

/** Discord hides the reasons of a refused form in a tree under `_errors`. */
function fieldReason(tree: unknown): string | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if ('_errors' in tree && Array.isArray(tree._errors)) return String(tree._errors[0]?.message ?? '');
  return Object.values(tree)
    .map(fieldReason)
    .find((each) => each !== undefined);
}
