/** The page's gateway connection: identifies, keeps the heart beating, resumes after a break, starts anew where it can't. */

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10 } as const;
const RETRY_MS = 800;

export type Status = 'connecting' | 'online' | 'offline';

export interface ConnectionParts {
  readonly token: string;
  readonly onEvent: (name: string, data: unknown) => void;
  readonly onStatus: (status: Status) => void;
  /** The server does not know the token or the session any more: everything must be loaded anew. */
  readonly onLost: () => void;
}

interface Packet {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/** Opens the connection and keeps it open until `close`. */
export function connect(parts: ConnectionParts): { readonly close: () => void } {
  let socket: WebSocket | undefined;
  let sequence: number | null = null;
  let sessionId: string | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let ended = false;

  const send = (op: number, d: unknown) => socket?.send(JSON.stringify({ op, d }));

  function open(): void {
    const opened = new WebSocket(`ws://${location.host}/gateway?v=10&encoding=json`);
    socket = opened;
    opened.onmessage = ({ data }) => receive(JSON.parse(String(data)) as Packet);
    opened.onclose = ({ code }) => closed(code);
  }

  function receive({ op, t, s, d }: Packet): void {
    if (s !== null) sequence = s;
    if (op === OP.hello) hello(d as { readonly heartbeat_interval: number });
    if (op === OP.heartbeat) send(OP.heartbeat, sequence);
    if (op === OP.reconnect) socket?.close(4900);
    if (op === OP.invalid) lose();
    if (op !== OP.dispatch || t === null) return;
    if (t === 'READY') sessionId = (d as { readonly session_id: string }).session_id;
    if (t === 'READY' || t === 'RESUMED') parts.onStatus('online');
    parts.onEvent(t, d);
  }

  function hello({ heartbeat_interval }: { readonly heartbeat_interval: number }): void {
    clearInterval(beat);
    beat = setInterval(() => send(OP.heartbeat, sequence), heartbeat_interval);
    const { token } = parts;
    if (sessionId === undefined) send(OP.identify, { token, intents: 0, properties: {} });
    else send(OP.resume, { token, session_id: sessionId, seq: sequence });
  }

  function closed(code: number): void {
    clearInterval(beat);
    if (ended) return;
    parts.onStatus('offline');
    if (code === 4004) lose();
    else
      setTimeout(() => {
        if (!ended) open();
      }, RETRY_MS);
  }

  function lose(): void {
    close();
    parts.onLost();
  }

  function close(): void {
    ended = true;
    clearInterval(beat);
    socket?.close(1000);
  }

  open();
  return { close };
}
