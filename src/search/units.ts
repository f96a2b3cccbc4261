/**
 * Records → units of search. A record is searched by its whole text (body), by each question it answers and by each of
 * its facets, so that a question can find the one paragraph that answers it, and the record it belongs to.
 */
import type { Comparison, Concept, Entry, Facet, System } from '../knowledge/schema.ts';

/** What a unit is: the record's text, a question to the whole record, a facet's text, a question to a facet, a claim. */
export const UNIT_KINDS = ['body', 'question', 'facet', 'facet-question', 'claim'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A piece of a record's text, with the part it belongs to: facets are numbered first, then misconceptions; -1: none. */
export interface Unit {
  readonly kind: UnitKind;
  readonly part: number;
  /** Texts with the weight that their words have. */
  readonly texts: readonly (readonly [text: string, weight: number])[];
}

/** All units of a record; the first is its body. */
export function unitsOf(record: Entry): readonly Unit[] {
  const one =
    (kind: UnitKind, part: number) =>
    (text: string): Unit => ({ kind, part, texts: [[text, 1]] });
  return [
    { kind: 'body', part: -1, texts: bodyOf(record) },
    ...[record.name, ...record.questions].map(one('question', -1)),
    ...record.facets.map((facet, part): Unit => ({ kind: 'facet', part, texts: facetTexts(facet) })),
    ...record.facets.flatMap((facet, part) => facet.questions.map(one('facet-question', part))),
    ...record.misconceptions.map(({ claim }, index) => one('claim', record.facets.length + index)(claim)),
  ];
}

const facetTexts = (facet: Facet) =>
  [
    [facet.title, 2],
    [facet.questions.join('\n'), 0.7],
    [facet.answer, 1],
  ] as const;

function bodyOf(record: Entry): Unit['texts'] {
  return [
    [[record.name, ...record.aliases].join('\n'), 3],
    [record.short, 2],
    [record.questions.join('\n'), 0.5],
    ...record.facets.flatMap((facet) => [[facet.title, 1] as const, [facet.answer, 0.4] as const]),
    ...record.misconceptions.map(({ claim, truth }) => [`${claim}\n${truth}`, 0.4] as const),
    ...(record.type === 'comparison' ? comparisonTexts(record) : topicTexts(record)),
  ];
}

const comparisonTexts = (record: Comparison) =>
  [
    [record.summary, 1],
    [record.rows.map(({ label, values }) => [label, ...values].join('\n')).join('\n'), 0.5],
    [record.verdict.map(({ when }) => when).join('\n'), 0.5],
  ] as const;

function topicTexts(record: Concept | System): Unit['texts'] {
  return [
    [record.simple, 1],
    [record.standard, 1],
    [record.technical, 0.4],
    [record.points.join('\n'), 1],
    [record.past.map(({ was, now, names }) => [was, now, ...(names ?? [])].join('\n')).join('\n'), 0.5],
    ...(record.type === 'concept'
      ? [[Object.values(record.kin?.traits ?? {}).join('\n'), 0.4] as const]
      : [[record.classification.label, 1] as const]),
  ];
}
