/** One record's text, checked as if it stood in the base: what an author sees before the file is written. Pure. */
import type { Fault } from './fault.ts';
import { deepFreeze } from './freeze.ts';
import type { Knowledge } from './load.ts';
import { normalizeAlias } from './names.ts';
import { type Parsed, parseYaml } from './parse.ts';
import type { Placed } from './placed.ts';
import { checkRules } from './rules.ts';
import { comparisonSchema, conceptSchema, type Entry, systemSchema } from './schema.ts';

/** A record as it would be, where its fields are sound, with every fault in order of lines. */
export interface Preview {
  readonly entry: Entry | undefined;
  readonly faults: readonly Fault[];
}

/** The file that the faults of a preview name: the text has no file yet. */
const FILE = 'preview';

/** Checks a record's YAML against its schema and, beside the records of the base, against the rules of the house. */
export function previewRecord(text: string, knowledge: Knowledge): Preview {
  const { parsed, label } = read(text);
  const { value, faultAt } = parsed;
  if (!value) return { entry: undefined, faults: inOrder(parsed.faults) };
  const id = idOf(value.name, knowledge);
  const entry = deepFreeze({ ...label, ...value, id, group: '' } as Entry);
  const others = [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons].filter((one) => one.id !== id);
  const faults = checkRules({
    entries: [...others.map(elsewhere), { record: entry, faultAt }],
    assets: knowledge.assets.map(elsewhere),
    ids: new Set([id, ...others.map((other) => other.id)]),
  });
  return { entry, faults: inOrder(faults.filter(({ file }) => file === FILE)) };
}

/** The kind of record shows in its fields: systems are classified, comparisons have sides. */
function read(text: string): {
  readonly parsed: Parsed<{ readonly name: string }>;
  readonly label: { readonly type: Entry['type'] };
} {
  if (/^classification:/m.test(text)) return { parsed: parseYaml(FILE, text, systemSchema), label: { type: 'system' } };
  if (/^sides:/m.test(text)) return { parsed: parseYaml(FILE, text, comparisonSchema), label: { type: 'comparison' } };
  return { parsed: parseYaml(FILE, text, conceptSchema), label: { type: 'concept' } };
}

/** The id of the record that bears this name, which the text then takes the place of; else one made from the name. */
function idOf(name: string, { concepts, systems, comparisons }: Knowledge): string {
  const key = normalizeAlias(name);
  const same = [...concepts, ...systems, ...comparisons].find((one) => normalizeAlias(one.name) === key);
  return same?.id ?? key.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** A record of the base: its own faults are not asked for here. */
const elsewhere = <R>(record: R): Placed<R> => ({
  record,
  faultAt: (path, message) => ({ file: '', line: 1, column: 1, field: path.map(String).join('.'), message }),
});

const inOrder = (faults: readonly Fault[]): readonly Fault[] =>
  [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
