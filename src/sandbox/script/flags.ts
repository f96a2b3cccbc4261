import { parseArgs } from 'node:util';

/** What the sandbox is told on the command line. */
export interface SandboxFlags {
  /** Runs the sandbox even where a token is set. */
  readonly sandbox: boolean;
  /** The script to play, and the file for its transcript instead of standard output. */
  readonly script: string | undefined;
  readonly out: string | undefined;
  /** Where to listen instead of 127.0.0.1: anything else lets other machines in. */
  readonly host: string | undefined;
}

/** Reads the arguments behind the program's name; throws a TypeError that names what is unknown. */
export function readFlags(args: readonly string[]): SandboxFlags {
  const text = { type: 'string' } as const;
  const options = { sandbox: { type: 'boolean' }, script: text, out: text, host: text } as const;
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
  const { sandbox = false, script, out, host } = values;
  return { sandbox: sandbox || script !== undefined, script, out, host };
}
