/** Passages and records → the answer that says them. */
import type { Entry } from '../knowledge/schema.ts';
import type { Match, Passage } from '../search/index.ts';
import { passageName } from '../search/passage-texts.ts';
import type { Answer, Depth, Excerpt, Grounds, Named } from './answer.ts';
import { type Catalog, namedOf } from './catalog.ts';
import { fromAuthored } from './compare.ts';
import { BANDS, bestPassages, type Selection } from './decide.ts';
import { excerptOf, explain, facetAnswer, hintOf } from './explain.ts';
import type { Reading } from './question.ts';

/** A question that was read and searched for. */
export interface Asked {
  readonly catalog: Catalog;
  readonly reading: Reading;
  readonly grounds: Grounds;
  /** The chance that the question is one for this bot, 0..1. */
  readonly field: number;
  readonly depth: Depth;
}

/** The first passage as an answer, the others besides, and of some only the point. */
export function tell({ inFull: [first, ...others], hints }: Selection, asked: Asked): Answer {
  const { reading, grounds } = asked;
  if (!first) return unknown(asked);
  const beside = [
    ...others.map(({ record, passage }) => excerptOf(record, passage, false)),
    ...hints.map(({ record, passage }) => hintOf(record, passage)),
  ];
  return (
    facetAnswer(first.record, first.passage, { yesNo: reading.yesNo, beside, grounds }) ??
    tellWhole(first.record, asked, beside)
  );
}

/** A record as a whole: the explanation of a topic, or a comparison as it was written. */
export function tellWhole(
  entry: Entry,
  { catalog, reading, grounds, depth }: Asked,
  beside: readonly Excerpt[] = [],
): Answer {
  if (entry.type === 'comparison') return { ...grounds, ...fromAuthored(entry, catalog) };
  return explain(entry, { depth, line: reading.line, grounds, beside });
}

/** That nothing is known, with what comes nearest. */
export const unknown = ({ grounds, field }: Pick<Asked, 'grounds' | 'field'>): Answer => ({
  ...grounds,
  kind: 'unknown',
  nearest: nearest(grounds.matches, field),
});

/** The passages that come nearest to a question, by their names; none where it hardly is one for this bot. */
export const nearest = (matches: readonly Match[], field: number): readonly Named[] =>
  field < BANDS.near ? [] : bestPassages(matches).map(({ record, passage }) => pointerTo(record, passage));

/** What asks for a passage: the record by its name, or one of its parts by its title. */
function pointerTo(record: Entry, passage: Passage): Named {
  const { short } = excerptOf(record, passage, false);
  return passage.kind === 'whole'
    ? namedOf(record)
    : { id: passageName(record, passage), name: record.name, short: short.title };
}
