/** YAML text → a checked value, with every fault placed at its line and column. Pure: no file is read here. */
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

/** A parsed file: the value where it is sound, and a way to place later faults of the same file. */
export interface Parsed<T> {
  readonly file: string;
  readonly value: T | undefined;
  readonly faults: readonly Fault[];
  /** The fault with this message at the place of the field. */
  readonly faultAt: (path: readonly PropertyKey[], message: string) => Fault;
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Parses and checks one file's text against a schema; never throws. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faultAt = (path: Path, message: string): Fault => ({
    file,
    ...place(offsetOf(document, path)),
    field: path.map(String).join('.'),
    message,
  });
  const invalid = (offset: number, message: string): Fault => ({
    file,
    ...place(offset),
    field: '',
    message: `expected valid YAML, found: ${firstLine(message)}`,
  });
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => invalid(pos[0], message));
  if (broken.length > 0) return { file, value: undefined, faults: broken, faultAt };

  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Of what is valid by itself only values that stand for others cannot be read: `*bold*` stands for none.
    const message = error instanceof Error ? error.message : String(error);
    return { file, value: undefined, faults: [invalid(firstAlias(document), message)], faultAt };
  }
  const result = schema.safeParse(content);
  if (result.success) return { file, value: result.data, faults: [], faultAt };
  const faults = result.error.issues.flatMap((issue) => explainIssue(issue, document, faultAt));
  return { file, value: undefined, faults, faultAt };
}

/** Where the first value begins that stands for another one. */
function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_key, { range }) {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function explainIssue(issue: Issue, document: Document, faultAt: Parsed<unknown>['faultAt']): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      faultAt([...issue.path, key], 'expected a field of this record, found an unknown field'),
    );
  }
  const found = describe(document.getIn(issue.path));
  return [faultAt(issue.path, `expected ${expectation(issue)}, found ${found}`)];
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'nonoptional'
        ? 'a value'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? 'an https address'
        : issue.format === 'regex'
          ? issue.message
          : `a ${issue.format}`;
    default:
      return issue.message;
  }
}

/** What a limit counts: " characters", " entries", or nothing where it is the number itself. */
function unitOf(origin: string, count: number | bigint): string {
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'entry' : undefined;
  if (unit === undefined) return '';
  return ` ${count === 1 ? unit : unit === 'entry' ? 'entries' : `${unit}s`}`;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value.length > 40 ? `${value.length} characters` : JSON.stringify(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isNode(value) && 'items' in value && Array.isArray(value.items))
    return `${value.items.length}${unitOf('array', value.items.length)}`;
  return 'something else';
}

/** The offset of a field, or of the nearest enclosing one that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? text;
