import type { CommandStore } from './commands.ts';
import type { FileStore } from './files.ts';
import type { Gateway } from './gateway.ts';
import type { InteractionStore } from './interactions.ts';
import type { Account, World } from './world.ts';

/** Everything that the routes and the gateway share. */
export interface Core {
  readonly world: World;
  readonly gateway: Gateway;
  readonly commands: CommandStore;
  readonly interactions: InteractionStore;
  readonly files: FileStore;
  readonly bot: Account;
  /** The person who owns the application. */
  readonly owner: Account;
  readonly applicationId: string;
  /** Milliseconds in which an interaction must be acknowledged. */
  readonly ackMs: number;
  /** Whether the application may have the privileged intents. */
  readonly privilegedIntents: boolean;
  /** The server's address, once it listens: http://127.0.0.1:PORT */
  readonly address: () => string;
}
