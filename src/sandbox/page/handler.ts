/** Serves the page: its files, who it is, what was understood of a question, and the map of all that can be asked. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageHandler } from '../http.ts';
import type { Inspect, MapGroup, PageSession } from './panel.ts';

/** Where the build puts the page; the same from the sources and from the build. */
export const SHIPPED_PAGE = fileURLToPath(new URL('../../../dist/page/', import.meta.url));

/** What the page is served from; functions, because the bot and the people come after the server. */
export interface PageParts {
  readonly session: () => PageSession;
  readonly inspect: Inspect;
  readonly map: () => readonly MapGroup[];
  /** The folder of the built page. */
  readonly folder?: string;
}

const FILES: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page/app.js': ['app.js', 'text/javascript; charset=utf-8'],
  '/page/app.css': ['app.css', 'text/css; charset=utf-8'],
  '/page/app.js.LEGAL.txt': ['app.js.LEGAL.txt', 'text/plain; charset=utf-8'],
  '/page/strata.svg': ['strata.svg', 'image/svg+xml'],
  '/page/you.svg': ['you.svg', 'image/svg+xml'],
};

const LARGEST_QUESTION = 16_384;

/** Gives the handler that answers for the page and leaves every other path alone. */
export function createPage(parts: PageParts): PageHandler {
  const folder = parts.folder ?? SHIPPED_PAGE;
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const route = `${request.method} ${path}`;
    if (request.method === 'GET' && Object.hasOwn(FILES, path)) {
      sendFile(folder, FILES[path] ?? ['', ''], request, response);
      return true;
    }
    if (route === 'GET /page/map') {
      sendReady(response, parts.map);
      return true;
    }
    if (route === 'POST /page/session') {
      sendSession(parts, request, response);
      return true;
    }
    if (route === 'POST /page/inspect') {
      // A question that breaks off in the middle rejects: nobody is left to answer.
      answerInspect(parts.inspect, request, response).catch(() => response.destroy());
      return true;
    }
    return false;
  };
}

function sendFile(
  folder: string,
  [name, type]: readonly [string, string],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const bytes = readBytes(join(folder, name));
  if (bytes === undefined) {
    response.writeHead(503, { ...plainHeaders(), 'content-type': 'text/plain; charset=utf-8' });
    response.end('The page is not built: run "npm run build".\n');
    return;
  }
  const policy = name === 'index.html' ? { 'content-security-policy': contentPolicy(request) } : {};
  response.writeHead(200, { ...plainHeaders(), ...policy, 'content-type': type }).end(bytes);
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Nothing but this server: no other host, no inline script, no frame. */
function contentPolicy({ headers }: IncomingMessage): string {
  const host = new URL(`http://${headers.host ?? '127.0.0.1'}`).host;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // The message elements color themselves by style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function plainHeaders() {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** A browser names the origin of every POST; only the page itself is told who it is. */
function sendSession(parts: PageParts, request: IncomingMessage, response: ServerResponse): void {
  const { origin, host } = request.headers;
  const isOwn = origin !== undefined && origin === `http://${host}`;
  sendJson(response, isOwn ? 200 : 403, isOwn ? parts.session() : { message: 'Forbidden' });
}

async function answerInspect(inspect: Inspect, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const question = questionOf(await readText(request));
  if (question === undefined) sendJson(response, 400, { message: 'A question is needed' });
  else sendReady(response, () => inspect(question));
}

/** The bot may still be starting, or be gone. */
function sendReady(response: ServerResponse, give: () => unknown): void {
  try {
    sendJson(response, 200, give());
  } catch {
    sendJson(response, 503, { message: 'The bot is not ready' });
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_QUESTION) chunks.push(chunk);
  }
  return size > LARGEST_QUESTION ? '' : Buffer.concat(chunks).toString();
}

function questionOf(body: string): string | undefined {
  try {
    const given: unknown = JSON.parse(body);
    const named = typeof given === 'object' && given !== null && 'question' in given ? given.question : undefined;
    return typeof named === 'string' ? named : undefined;
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...plainHeaders(), 'content-type': 'application/json' }).end(JSON.stringify(body));
}
