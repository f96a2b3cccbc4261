/** The environment → a typed configuration. Nothing else reads `process.env`. */

/** Where the bot runs and how. */
export interface Config {
  /** Undefined: the bot runs in the sandbox. */
  readonly token: string | undefined;
  /** The base of Discord's REST API, without a version. */
  readonly api: string | undefined;
  readonly messageContent: boolean;
  readonly logLevel: LogLevel;
  /** Whether the texts of questions may stand in the log. */
  readonly logQuestions: boolean;
  /** The database file. */
  readonly database: string;
  readonly sandboxPort: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every variable that the bot reads, with what it does: `.env.example` is held against this list by a test. */
export const VARIABLES = Object.freeze({
  DISCORD_TOKEN: 'The bot token from the Discord developer portal. Without it the bot runs in the sandbox.',
  DISCORD_API: 'Another base address of the Discord REST API, such as a test server.',
  MESSAGE_CONTENT: 'true where the MessageContent intent is switched on: help channels are then answered unasked.',
  LOG_LEVEL: `One of ${LOG_LEVELS.join(', ')}.`,
  LOG_QUESTIONS: 'true to write the texts of questions into the log.',
  DATABASE: 'The file that settings, feedback and gaps are kept in.',
  SANDBOX_PORT: 'The port of the sandbox; 0 takes a free one.',
});
export type Variable = keyof typeof VARIABLES;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown where the environment cannot be used; its message lists every problem, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration. Throws a ConfigError that lists every problem at once. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const get = (name: Variable) => env[name]?.trim() || undefined;
  const flag = (name: Variable) => {
    const value = get(name);
    if (value !== undefined && value !== 'true' && value !== 'false')
      problems.push(`${name}: expected true or false, found ${JSON.stringify(value)}.`);
    return value === 'true';
  };
  const api = get('DISCORD_API');
  if (api !== undefined && !/^https?:\/\/[^\s/]+/.test(api))
    problems.push(`DISCORD_API: expected an http or https address, found ${JSON.stringify(api)}.`);
  const token = get('DISCORD_TOKEN');
  if (token !== undefined) problems.push(...tokenProblems(token, api));
  // In the sandbox a person sits at the terminal: only what goes wrong is said there.
  const level = get('LOG_LEVEL') ?? (token === undefined ? 'warn' : 'info');
  const logLevel = LOG_LEVELS.find((one) => one === level);
  if (!logLevel) problems.push(`LOG_LEVEL: expected one of ${LOG_LEVELS.join(', ')}, found ${JSON.stringify(level)}.`);
  const port = Number(get('SANDBOX_PORT') ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    problems.push('SANDBOX_PORT: expected a port from 0 to 65535.');
  const config: Config = {
    token,
    api,
    messageContent: flag('MESSAGE_CONTENT'),
    logLevel: logLevel ?? 'info',
    logQuestions: flag('LOG_QUESTIONS'),
    database: get('DATABASE') ?? 'data/strata.db',
    sandboxPort: port,
  };
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config;
}

/** The value of a token never stands in a message: it may be a real one with a slip in it. */
function tokenProblems(token: string, api: string | undefined): readonly string[] {
  if (/\s/.test(token) || /^["']|["']$/.test(token))
    return ['DISCORD_TOKEN: expected the token alone, found spaces or quotes around it.'];
  // A test server has tokens of its own shape.
  if (api !== undefined || /^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/.test(token)) return [];
  return [
    'DISCORD_TOKEN: expected three parts joined by dots, as the developer portal shows it (Bot → Reset Token); this is not one.',
  ];
}
