/** A typed line → what a person does in Discord: a command with its options, or a message. */

/** What a line asks for. */
export type Typed =
  | { readonly kind: 'command'; readonly path: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'message'; readonly text: string };

/** The options of each command in the order in which bare words fill them; the last of `rest` takes all that is left. */
const ORDER: Readonly<Record<string, { readonly options: readonly string[]; readonly rest?: true }>> = {
  explain: { options: ['topic', 'depth'] },
  compare: { options: ['first', 'second', 'third', 'fourth'] },
  ask: { options: ['question'], rest: true },
  classify: { options: ['subject'], rest: true },
  attribute: { options: ['subject', 'fact'] },
  list: { options: ['category'], rest: true },
};

/** Reads a line: `/layer compare zk-rollup optimistic-rollup`, `/layer explain topic:"layer 2" depth:simple`, or free words. */
export function readLine(line: string): Typed {
  const [, path, sub, rest = ''] = /^\/((?:layer|layer-admin)\s+(\S+))\s*(.*)$/s.exec(line.trim()) ?? [];
  if (path === undefined || sub === undefined) return { kind: 'message', text: line.trim() };
  return { kind: 'command', path: path.replace(/\s+/g, ' '), options: readOptions(sub, rest) };
}

function readOptions(sub: string, rest: string): Record<string, string> {
  const options: Record<string, string> = {};
  const bare: string[] = [];
  for (const [, name, quoted, plain] of rest.matchAll(/(?:([\w-]+):)?(?:"([^"]*)"|(\S+))/g)) {
    const value = quoted ?? plain ?? '';
    if (name === undefined) bare.push(value);
    else options[name] = value;
  }
  const order = ORDER[sub];
  if (!order) return options;
  const free = order.options.filter((name) => !(name in options));
  if (order.rest && free[0] !== undefined && bare.length > 0) options[free[0]] = bare.join(' ');
  else for (const [at, value] of bare.entries()) if (free[at] !== undefined) options[free[at] ?? ''] = value;
  return options;
}
