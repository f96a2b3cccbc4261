/** The HTTP server: REST under /api, uploads under /attachments, web sockets, and pages by whoever mounts them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { WebSocketServer } from 'ws';
import { DiscordError, refusals } from './errors.ts';
import type { createFaults } from './faults.ts';
import type { FileStore, UploadedFile } from './files.ts';
import type { LoggedRequest } from './requests.ts';
import type { Rest } from './rest.ts';

const LARGEST_BODY = 25 * 1024 * 1024;
const API = /^\/api(?:\/v\d+)?(\/.*)$/;

/** Answers requests outside the API; true where it has answered. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly rest: Rest;
  readonly files: FileStore;
  readonly faults: ReturnType<typeof createFaults>;
  readonly log: (request: LoggedRequest) => void;
  readonly page: PageHandler | undefined;
}

export interface RunningServer {
  readonly port: number;
  readonly sockets: WebSocketServer;
  readonly close: () => Promise<void>;
}

/** Starts the server; rejects where the port is taken. */
export async function startServer(options: HttpOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    serve(options, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    const path = new URL(request.url ?? '/', 'http://sandbox').pathname;
    const isGateway = path === '/' || path === '/gateway' || path === '/gateway/';
    if (!isGateway || !isTrusted(options, request)) return socket.destroy();
    return sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  const port = await listen(server, options);
  return { port, sockets, close: () => stop(server, sockets) };
}

function listen(server: Server, { port, host }: HttpOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function stop(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** On loopback, refuses what a web page elsewhere sent: a foreign origin, or a name that was pointed here. */
function isTrusted({ host }: HttpOptions, request: IncomingMessage): boolean {
  const asked = parseUrl(`http://${request.headers.host ?? ''}`);
  const origin = request.headers.origin === undefined ? asked : parseUrl(request.headers.origin);
  if (asked === undefined || origin?.host !== asked.host) return false;
  const name = asked.hostname.replace(/[[\]]/g, '');
  return host !== '127.0.0.1' || name === 'localhost' || isIP(name) !== 0;
}

function parseUrl(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

async function serve(options: HttpOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isTrusted(options, request)) return reply(response, 403, { message: 'Forbidden', code: 0 });
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const path = API.exec(url.pathname)?.[1];
  if (path !== undefined) return serveApi(options, request, response, path, url.searchParams);
  if (url.pathname.startsWith('/attachments/')) return serveFile(options.files, response, url.pathname);
  if (options.page?.(request, response)) return undefined;
  return reply(response, 404, refusals.notFound().toBody());
}

async function serveApi(
  { rest, faults, log }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const started = performance.now();
  const { method = 'GET' } = request;
  const { authorization } = request.headers;
  const isBots = authorization?.startsWith('Bot ') || /^\/(webhooks|interactions\/\d+)\//.test(path);
  const content = await readContent(request).catch((error: unknown) => error);
  const fault = isBots ? faults.take(method, path) : undefined;
  const answer = fault ?? answerTo(rest, { method, path, query, authorization }, content);
  const { body, files } = isContent(content) ? content : { body: undefined, files: [] };
  if (isBots) {
    const { status, body: answered } = answer;
    const sizes = files.map((file) => ({ name: file.name, size: file.bytes.length }));
    const ms = performance.now() - started;
    const at = Date.now();
    log({ method, path, query: query.toString(), body, files: sizes, status, response: answered, at, ms });
  }
  if (fault?.drop) return void request.socket.destroy();
  return reply(response, answer.status, answer.body, fault?.headers);
}

function answerTo(rest: Rest, request: Parameters<Rest>[0], content: unknown): ReturnType<Rest> {
  if (isContent(content)) return rest({ ...request, ...content });
  const refusal = content instanceof DiscordError ? content : refusals.invalidJson();
  return { status: refusal.status, body: refusal.toBody() };
}

interface Content {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && 'files' in value;
}

async function readContent(request: IncomingMessage): Promise<Content> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw refusals.tooLarge();
    chunks.push(chunk);
  }
  const type = request.headers['content-type'] ?? '';
  const bytes = Buffer.concat(chunks);
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [] };
}

/** A form has the JSON in `payload_json` and each file in `files[n]`. */
async function readForm(bytes: Buffer, type: string): Promise<Content> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [name, value] of form) {
    const key = /^files?\[?(\d*)\]?$/.exec(name)?.[1];
    if (key === undefined || typeof value === 'string') continue;
    files.push({ key, name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return { body: typeof payload === 'string' ? JSON.parse(payload) : undefined, files };
}

function serveFile(files: FileStore, response: ServerResponse, path: string): void {
  const file = files.get(path);
  if (file === undefined) {
    reply(response, 404, refusals.notFound().toBody());
    return;
  }
  // Only pictures are shown in place: nothing uploaded may run as a page of this server.
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
  const headers = {
    'content-type': isPicture ? file.type : 'application/octet-stream',
    'content-disposition': isPicture ? 'inline' : `attachment; filename="${file.name}"`,
    'x-content-type-options': 'nosniff',
  };
  response.writeHead(200, headers).end(file.bytes);
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers }).end(body === undefined ? undefined : JSON.stringify(body));
}
