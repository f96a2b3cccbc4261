/** A script's lines → what a person does, step by step. */

/** One thing that a person does. */
export type Step =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'press'; readonly label: string }
  | { readonly kind: 'select'; readonly menu: string; readonly option: string }
  | { readonly kind: 'fill'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'menu'; readonly name: string }
  | { readonly kind: 'go'; readonly channel: string };

/** A step and the line it stands on, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly step: Step;
}

/** A line that can't be read or done; the message names the line. */
export class ScriptError extends Error {
  constructor(number: number, text: string) {
    super(`line ${number}: ${text}`);
    this.name = 'ScriptError';
  }
}

const FORMS = [
  '> a question',
  '/layer … (a command)',
  'press LABEL',
  'select MENU = OPTION',
  'fill LABEL = TEXT',
  'menu COMMAND',
  'in #CHANNEL or in dm',
].join('; ');

/** Reads a script; empty lines and those that begin with # say nothing. Throws ScriptError for a line of no known form. */
export function readScript(script: string): readonly Line[] {
  return script.split(/\r?\n/).flatMap((raw, at) => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return [];
    const step = readStep(text);
    if (step === undefined) throw new ScriptError(at + 1, `"${text}" is none of: ${FORMS}`);
    return [{ number: at + 1, text, step }];
  });
}

function readStep(text: string): Step | undefined {
  if (text.startsWith('/')) return { kind: 'command', line: text };
  if (text.startsWith('>')) return { kind: 'say', text: text.slice(1).trim() };
  const [, verb, rest = ''] = /^(press|select|fill|menu|in)\s+(.+)$/.exec(text) ?? [];
  const [, left = '', right] = /^(.*?)\s+=\s+(.*)$/.exec(rest) ?? [];
  switch (verb) {
    case 'press':
      return { kind: 'press', label: rest };
    case 'menu':
      return { kind: 'menu', name: rest };
    case 'in':
      return { kind: 'go', channel: rest.replace(/^#/, '') };
    case 'select':
      return right === undefined ? undefined : { kind: 'select', menu: left, option: right };
    case 'fill':
      return right === undefined ? undefined : { kind: 'fill', values: { [left]: right } };
    default:
      return undefined;
  }
}
