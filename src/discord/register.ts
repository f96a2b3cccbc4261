/** Registers the commands, changing nothing when nothing changed. */
import {
  REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { COMMANDS } from './commands.ts';

/** Where commands are registered. */
export interface Registration {
  readonly token: string;
  readonly api?: string | undefined;
  /** One server; undefined: everywhere. */
  readonly guild?: string | undefined;
}

/** Registers all commands where they differ from those registered; gives whether anything was changed. Rejects as discord.js does. */
export async function registerCommands({ token, api, guild }: Registration): Promise<boolean> {
  const rest = new REST(api === undefined ? {} : { api }).setToken(token);
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const route = guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  const registered = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as RESTGetAPIApplicationCommandsResult;
  const wanted = guild === undefined ? COMMANDS : COMMANDS.map(inOneServer);
  if (fingerprint(registered) === fingerprint(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** A server's own commands have neither contexts nor kinds of installation. */
function inOneServer({
  contexts: _contexts,
  integration_types: _types,
  ...command
}: RESTPostAPIApplicationCommandsJSONBody) {
  return command;
}

/** The parts of commands that are ours, in one order: Discord adds ids, versions and defaults, and leaves out what is empty. */
function fingerprint(commands: readonly object[]): string {
  return JSON.stringify(commands.map(essence).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
}

/** What Discord adds to a command that it keeps. */
const THEIRS: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'nsfw',
  'dm_permission',
  'name_localized',
  'description_localized',
]);

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, part]) => !THEIRS.has(key) && !isDefault(part));
  return Object.fromEntries(
    kept.map(([key, part]) => [key, essence(part)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isDefault = (part: unknown): boolean =>
  part === null ||
  part === false ||
  part === '' ||
  part === undefined ||
  (typeof part === 'object' && Object.keys(part).length === 0);
