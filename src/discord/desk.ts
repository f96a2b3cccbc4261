/** What the handlers work with: handed in once by the composition root. */
import type { Answerer } from '../answer/index.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Conversations } from './conversations.ts';
import type { CustomIds } from './custom-id.ts';
import type { Health } from './health.ts';
import type { Limiter } from './limiter.ts';
import type { OpenGaps } from './open-gaps.ts';

/** The dependencies of every handler. */
export interface Desk {
  /** The answerer of the newest good knowledge. */
  readonly answerer: () => Answerer;
  readonly store: Store;
  readonly ids: CustomIds;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly talks: Conversations;
  readonly limiter: Limiter;
  readonly health: Health;
  readonly openGaps: OpenGaps;
  /** Whether the MessageContent intent is in use. */
  readonly messageContent: boolean;
  readonly logQuestions: boolean;
}
