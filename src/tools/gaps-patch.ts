/**
 * A question that people asked and a topic that should answer it → the changed YAML, as text. The record is parsed only to
 * find the place: every other character of the file stays as its authors wrote it.
 */
import { type Document, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { normalizeAlias } from '../knowledge/names.ts';

/** What is added to a record. */
export interface Addition {
  readonly topic: string;
  /** The facet that answers; undefined: the whole record. */
  readonly facet: string | undefined;
  readonly question: string;
  /** Whether the words become a name of the record rather than one of its questions. */
  readonly asAlias: boolean;
}

/** Thrown where a record has no place for what is added. */
export class NoPlaceError extends Error {
  override readonly name = 'NoPlaceError';
}

/** The record's text with the addition in its list; unchanged where it stands there already. Throws a NoPlaceError where the facet or the list is missing. */
export function addToRecord(text: string, { facet, question, asAlias }: Addition): string {
  const document = parseDocument(text);
  const path = asAlias ? ['aliases'] : facet === undefined ? ['questions'] : facetPath(document, facet);
  const list = document.getIn(path, true);
  if (isSeq(list) && list.items.some((item) => isSame(item, question))) return text;
  if (isSeq(list)) return list.flow ? addToFlow(text, list, question) : addToBlock(text, list, question);
  const name = document.getIn(['name'], true);
  if (!asAlias || !isScalar(name) || !name.range) throw new NoPlaceError(`expected a list at ${path.join('.')}`);
  return insert(text, endOfLine(text, name.range[1]), `\naliases: [${flowText(question)}]`);
}

function facetPath(document: Document, id: string): readonly (string | number)[] {
  const facets = document.getIn(['facets'], true);
  const index = isSeq(facets) ? facets.items.findIndex((_, at) => document.getIn(['facets', at, 'id']) === id) : -1;
  if (index < 0) throw new NoPlaceError(`expected a facet ${JSON.stringify(id)}`);
  return ['facets', index, 'questions'];
}

function addToFlow(text: string, list: YAMLSeq, value: string): string {
  const last = endOf(list.items.at(-1));
  if (last !== undefined) return insert(text, last, `, ${flowText(value)}`);
  const close = (list.range?.[1] ?? text.length) - 1;
  return insert(text, close, flowText(value));
}

function addToBlock(text: string, list: YAMLSeq, value: string): string {
  const last = endOf(list.items.at(-1)) ?? list.range?.[1] ?? text.length;
  const start = list.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return insert(text, endOfLine(text, last), `\n${indent}- ${stringify(value, { lineWidth: 0 }).trimEnd()}`);
}

const isSame = (item: unknown, text: string): boolean =>
  isScalar(item) && normalizeAlias(String(item.value)) === normalizeAlias(text);
const endOf = (item: unknown): number | undefined => (isScalar(item) ? item.range?.[1] : undefined);
const insert = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);
/** The end of the line, so that a comment behind the last item stays with it. */
const endOfLine = (text: string, from: number) => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};
/** A scalar as it stands in brackets: commas are quoted there. */
const flowText = (value: string) =>
  stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim().slice(1, -1);
