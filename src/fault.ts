/** What went wrong at the start, as one line that says what to do. */
import { KnowledgeError } from './knowledge/fault.ts';

/** An error as the operator should read it. Never holds the token. */
export function explainFault(error: unknown): string {
  if (error instanceof KnowledgeError) {
    const [first] = error.faults;
    return `The knowledge does not load (${error.faults.length} fault${error.faults.length === 1 ? '' : 's'}): run "npm run check" and mend what it names.${first ? ` First: ${first.file}:${first.line}` : ''}`;
  }
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'TokenInvalid' || code === '4004' || /invalid token|authentication failed|\b401\b/i.test(message))
    return 'Discord refused the token: make a new one in the developer portal (Bot → Reset Token) and set DISCORD_TOKEN.';
  if (/disallowed intents/i.test(message) || code === '4014')
    return 'Discord refused the MessageContent intent: switch it on in the developer portal (Bot → Message Content Intent), or set MESSAGE_CONTENT=false.';
  if (code === 'EADDRINUSE')
    return 'The sandbox port is in use: set SANDBOX_PORT to another one, or to 0 for a free one.';
  if (code === 'ENOTFOUND' || code === 'ECONNREFUSED' || code === 'EAI_AGAIN')
    return `Discord cannot be reached (${code}): check the network, and DISCORD_API if it is set.`;
  if (code.startsWith('SQLITE'))
    return `The database cannot be opened (${code}): check DATABASE and the rights of its folder.`;
  return `Strata could not start: ${message}`;
}
