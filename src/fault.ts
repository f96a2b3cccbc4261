/** What went wrong at the start, as one line that says what to do. */
import { KnowledgeError } from './knowledge/fault.ts';

/** What is told apart of an error: Node's, SQLite's or Discord's code, the call to the system, the message. */
interface Clues {
  readonly code: string;
  readonly call: string;
  readonly message: string;
}

interface Explanation {
  readonly fits: (clues: Clues) => boolean;
  readonly say: (clues: Clues) => string;
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    fits: ({ code, message }) =>
      code === 'TokenInvalid' || code === '4004' || /invalid token|authentication failed|\b401\b/i.test(message),
    say: () =>
      'Discord refused the token: make a new one in the developer portal (Bot → Reset Token) and set DISCORD_TOKEN.',
  },
  {
    fits: ({ code, message }) => code === '4014' || /disallowed intents/i.test(message),
    say: () =>
      'Discord refused the MessageContent intent: switch it on in the developer portal (Bot → Message Content Intent), or set MESSAGE_CONTENT=false.',
  },
  {
    fits: ({ code }) => code === 'EADDRINUSE',
    say: () => 'The sandbox port is in use: set SANDBOX_PORT to another one, or to 0 for a free one.',
  },
  {
    fits: ({ code }) => code === 'ENOTFOUND' || code === 'ECONNREFUSED' || code === 'EAI_AGAIN',
    say: ({ code }) => `Discord cannot be reached (${code}): check the network, and DISCORD_API if it is set.`,
  },
  {
    fits: ({ code, call }) => code === 'ENOENT' && call === 'scandir',
    say: () => 'The knowledge folder is missing: it belongs beside the program, as in the repository.',
  },
  {
    fits: ({ code, call, message }) =>
      code.startsWith('SQLITE') || call === 'mkdir' || message.startsWith('ConnectionFailed'),
    say: ({ code }) =>
      `The database cannot be opened${code && ` (${code})`}: check DATABASE and the rights of its folder.`,
  },
];

/** An error as the operator should read it. Never holds the token. */
export function explainFault(error: unknown): string {
  if (error instanceof KnowledgeError) {
    const [first] = error.faults;
    return `The knowledge does not load (${error.faults.length} fault${error.faults.length === 1 ? '' : 's'}): run "npm run check" and mend what it names.${first ? ` First: ${first.file}:${first.line}` : ''}`;
  }
  const clues = {
    code: partOf(error, 'code'),
    call: partOf(error, 'syscall'),
    message: error instanceof Error ? error.message : String(error),
  };
  const known = EXPLANATIONS.find(({ fits }) => fits(clues));
  return known ? known.say(clues) : `Strata could not start: ${clues.message}`;
}

const partOf = (error: unknown, name: 'code' | 'syscall'): string => {
  if (typeof error !== 'object' || error === null || !(name in error)) return '';
  const value: unknown = Reflect.get(error, name);
  return value === undefined ? '' : String(value);
};
