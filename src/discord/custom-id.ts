/**
 * What a button carries: an action, its arguments and the person it belongs to, signed so that a forged or altered id
 * does nothing. The key comes from the bot's token, so buttons work after a restart.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits.ts';

export const ACTIONS = [
  'topic',
  'compare',
  'choose',
  'sources',
  'why',
  'delete',
  'good',
  'bad',
  'page',
  'publish',
  'reason',
  'preview',
  'admin',
] as const;
export type Action = (typeof ACTIONS)[number];

/** The state of one button, select or modal. */
export interface ComponentState {
  readonly action: Action;
  /** Ids and numbers; none may hold the separator. */
  readonly args: readonly string[];
  /** The id of the person whose answer this is. */
  readonly owner: string;
}

/** Writes and reads custom ids. */
export interface CustomIds {
  write(state: ComponentState): string;
  /** The state of an id that this bot wrote; undefined for any other. */
  read(id: string): ComponentState | undefined;
}

const SEPARATOR = '~';
const SIGNATURE_LENGTH = 12;

/** Custom ids signed with a key made from a secret. `write` throws where the state is too long for Discord. */
export function createCustomIds(secret: string): CustomIds {
  const key = createHmac('sha256', 'strata custom ids').update(secret).digest();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, SIGNATURE_LENGTH);
  return {
    write({ action, args, owner }) {
      const text = [String(ACTIONS.indexOf(action)), owner, ...args].join(SEPARATOR);
      const id = `${text}${SEPARATOR}${sign(text)}`;
      if (id.length > LIMITS.customId) throw new RangeError(`custom id of ${id.length} characters: ${text}`);
      return id;
    },
    read(id) {
      const end = id.lastIndexOf(SEPARATOR);
      if (end < 0) return undefined;
      const text = id.slice(0, end);
      const given = Buffer.from(id.slice(end + 1));
      const right = Buffer.from(sign(text));
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const [number, owner, ...args] = text.split(SEPARATOR);
      const action = ACTIONS[Number(number)];
      return action && owner !== undefined ? { action, args, owner } : undefined;
    },
  };
}
