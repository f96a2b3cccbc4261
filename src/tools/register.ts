/** `npm run register`: registers the commands everywhere, or with `-- --guild ID` in one server. */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { registerCommands } from '../discord/register.ts';
import { explainFault } from '../fault.ts';

/** Codes with which Discord says that the bot is not in a server: unknown guild, missing access. */
const NOT_THERE: ReadonlySet<string> = new Set(['10004', '50001']);

try {
  process.stdout.write(`${await register()}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** Registers what differs; gives a sentence about what happened. */
async function register(): Promise<string> {
  const { guild } = parseArgs({ options: { guild: { type: 'string' } } }).values;
  const { token, api } = readConfig(process.env);
  if (token === undefined) throw new ConfigError('DISCORD_TOKEN is not set: it is needed to register commands.');
  if (guild !== undefined && !/^\d{17,20}$/.test(guild))
    throw new ConfigError(`--guild: expected the id of a server (17 to 20 digits), found ${JSON.stringify(guild)}.`);
  const where = guild === undefined ? 'everywhere' : `in server ${guild}`;
  const changed = await registerCommands({ token, api, guild });
  return changed ? `The commands are registered ${where}.` : `The commands are already registered ${where}.`;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && code.startsWith('ERR_PARSE_ARGS')) return error.message;
  if (NOT_THERE.has(code)) return 'Discord does not let the bot into that server: invite it there first.';
  return explainFault(error);
}
