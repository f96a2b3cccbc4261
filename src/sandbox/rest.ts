/** The REST routes, apart from any transport: find the route, know the caller, turn refusals into Discord's bodies. */
import { DiscordError, refusals } from './errors.ts';
import type { UploadedFile } from './files.ts';
import type { Account, World } from './world.ts';

export interface RestRequest {
  readonly method: string;
  /** The path below /api/v10, without the query. */
  readonly path: string;
  readonly query?: URLSearchParams;
  /** The Authorization header. */
  readonly authorization?: string | undefined;
  readonly body?: unknown;
  readonly files?: readonly UploadedFile[];
}

export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Call {
  /** The value of a `:name` in the route's path. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** Who calls; on an open route, the bot itself. */
  readonly caller: Account;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Routes whose path holds a secret token ask for no other. */
  readonly open?: true;
  readonly handle: (call: Call) => RestReply;
}

export type Rest = (request: RestRequest) => RestReply;

/** Gives a reply with a body. */
export function ok(body: unknown, status = 200): RestReply {
  return { status, body };
}

/** Gives the reply of a request that has nothing to say. */
export function done(): RestReply {
  return { status: 204 };
}

interface CompiledRoute extends Route {
  readonly steps: readonly string[];
}

/** Gives the function that answers REST requests: never throws, whatever the request. */
export function createRest(world: World, bot: Account, routes: readonly Route[]): Rest {
  const compiled = routes.map((route): CompiledRoute => ({ ...route, steps: route.path.split('/').slice(1) }));

  function answer(request: RestRequest): RestReply {
    const steps = request.path.split('/').slice(1).map(decode);
    const here = compiled.filter((route) => fits(route, steps));
    const route = here.find((each) => each.method === request.method);
    if (route === undefined) throw here.length > 0 ? refusals.methodNotAllowed() : refusals.notFound();
    const caller = route.open ? bot : authenticate(world, request.authorization);
    const { query = new URLSearchParams(), body, files = [] } = request;
    return route.handle({ param: (name) => steps[route.steps.indexOf(`:${name}`)] ?? '', query, body, files, caller });
  }

  return (request) => {
    try {
      return answer(request);
    } catch (error) {
      if (error instanceof DiscordError) return { status: error.status, body: error.toBody() };
      console.error(error);
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
    }
  };
}

function fits(route: CompiledRoute, steps: readonly string[]): boolean {
  if (route.steps.length !== steps.length) return false;
  return route.steps.every((step, index) => step.startsWith(':') || step === steps[index]);
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** A bot says `Bot TOKEN`, a person only TOKEN. */
function authenticate(world: World, header: string | undefined): Account {
  const [, prefix, token] = /^(Bot )?(\S+)$/.exec(header ?? '') ?? [];
  const account = world.accountOf(token ?? '');
  if (account === undefined || (account.user.bot === true) !== (prefix !== undefined)) throw refusals.unauthorized();
  return account;
}
