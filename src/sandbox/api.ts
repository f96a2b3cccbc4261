/** What the sandbox offers to those who start it in their own process. */
import type { FaultRule } from './faults.ts';
import type { PageHandler } from './http.ts';
import type { Person } from './people/person.ts';
import type { RequestLog } from './requests.ts';
import type { NewChannel } from './seed.ts';
import type { Message } from './wire.ts';
import type { Pinged } from './world.ts';

export interface SandboxOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Where to listen; anything but 127.0.0.1 lets other machines in. */
  readonly host?: string;
  readonly botName?: string;
  /** Milliseconds in which interactions must be acknowledged: 3,000 as in Discord. */
  readonly ackMs?: number;
  /** Whether the application may have the message content, members and presences intents: yes unless told. */
  readonly privilegedIntents?: boolean;
  readonly page?: PageHandler;
  /** Milliseconds since 1970, for ids, timestamps and the lifetime of tokens. */
  readonly clock?: () => number;
}

export interface PersonOptions {
  readonly locale?: string;
  readonly permissions?: bigint;
  readonly admin?: boolean;
  readonly acceptsDms?: boolean;
}

/** A message as the sandbox knows it: with whom it pinged, and who alone sees it. */
export interface SandboxMessage {
  readonly message: Message;
  readonly pinged: Pinged;
  readonly visibleTo?: string;
}

export interface Disconnect {
  /** The close code; without one the bot is asked to reconnect. */
  readonly code?: number;
  /** Says that the session can't be resumed. */
  readonly invalidate?: boolean;
}

export interface Sandbox {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  /** What discord.js takes as `rest.api`. */
  readonly api: string;
  readonly botToken: string;
  readonly botId: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly channels: { readonly general: string; readonly help: string; readonly forum: string };
  /** The server's owner. */
  readonly you: Person;
  /** What the bot requested. */
  readonly requests: RequestLog;
  /** Adds a person to the server, or gives the one of that name. */
  person(name: string, options?: PersonOptions): Person;
  /** Adds a channel to the server; gives its id. */
  addChannel(channel: NewChannel): string;
  /** Adds a role to the server; gives its id. */
  addRole(name: string, options?: { readonly permissions?: bigint; readonly mentionable?: boolean }): string;
  /** Adds a further server with the bot and its owner in it. */
  addGuild(name: string): { readonly guildId: string; readonly general: string };
  /** Takes the bot out of a server. */
  removeBot(guildId: string): void;
  /** Makes the next matching requests of the bot fail. */
  fault(rule: FaultRule): void;
  /** Breaks the bot's gateway connections. */
  disconnectBot(how?: Disconnect): void;
  /** Tells whether the bot is connected to the gateway. */
  isBotOnline(): boolean;
  /** Gives what the sandbox knows of a message. */
  message(id: string): SandboxMessage | undefined;
  /** Ends every connection and the server. */
  close(): Promise<void>;
}
