import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** The logger: JSON lines on standard error, with tokens and secrets cut out. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Log {
  return pino(
    {
      level: logLevel,
      base: null,
      redact: {
        paths: ['token', '*.token', 'headers.authorization', '*.headers.authorization', 'error.rawError.token'],
        censor: '[cut]',
      },
      serializers: { error: pino.stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
