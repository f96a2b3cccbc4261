/**
 * Records → passages: all that the bot can say of a record in one reply. The first is the record as a whole, then come
 * its facets, then its misconceptions. Each passage is asked in some wording and tells some text.
 */
import type { Comparison, Concept, Entry, System } from '../knowledge/schema.ts';

/** Texts with the weight that their words have. */
export type WeightedTexts = readonly (readonly [text: string, weight: number])[];

/** The texts of one passage. */
export interface PassageTexts {
  readonly kind: 'whole' | 'facet' | 'claim';
  /** The number of the facet or misconception; 0 for the whole. */
  readonly index: number;
  readonly title: string;
  /** The wordings in which it is asked. */
  readonly questions: readonly string[];
  /** What is asked and told, as it is indexed. */
  readonly texts: WeightedTexts;
  /** What is told alone. */
  readonly told: readonly string[];
}

/** A passage's public name: the record's id, and behind # that of the facet or the number of the misconception. */
export function passageName({ id, facets }: Entry, { kind, index }: Pick<PassageTexts, 'kind' | 'index'>): string {
  if (kind === 'whole') return id;
  return `${id}#${kind === 'facet' ? facets[index]?.id : `claim-${index + 1}`}`;
}

/** The id of the record that a passage's name begins with. */
export const recordIn = (name: string): string => name.replace(/#.*$/s, '');

/** The passage of a record that has this name; undefined where there is none. */
export const passageNamed = (record: Entry, name: string): PassageTexts | undefined =>
  passagesOf(record).find((passage) => passageName(record, passage) === name);

/** All passages of a record; the first is the whole. */
export function passagesOf(record: Entry): readonly PassageTexts[] {
  const names = [record.name, ...record.aliases].join('\n');
  const body = bodyOf(record);
  return [
    {
      kind: 'whole',
      index: 0,
      title: record.name,
      questions: [record.name, ...record.questions],
      texts: body,
      told: explanationOf(record),
    },
    ...record.facets.map(({ title, questions, answer }, index) => ({
      kind: 'facet' as const,
      index,
      title,
      questions,
      texts: [
        [names, WEIGHTS.nameOfPart],
        [title, 2],
        [questions.join('\n'), 0.7],
        [answer, 1],
      ] as const,
      told: [answer],
    })),
    ...record.misconceptions.map(({ claim, truth }, index) => ({
      kind: 'claim' as const,
      index,
      title: claim,
      questions: [claim],
      texts: [
        [names, WEIGHTS.nameOfPart],
        [claim, 2],
        [truth, 1],
      ] as const,
      told: [truth],
    })),
  ];
}

/** What is shown of a record as a whole. */
function explanationOf(record: Entry): readonly string[] {
  return record.type === 'comparison'
    ? [record.short, ...comparisonTexts(record).map(([text]) => text)]
    : [record.short, record.simple, record.standard, ...record.points];
}

/** A part speaks of its record, whether its words say so or not. */
const WEIGHTS = Object.freeze({ nameOfPart: 0.5 });

function bodyOf(record: Entry): WeightedTexts {
  return [
    [[record.name, ...record.aliases].join('\n'), 3],
    [record.short, 2],
    [record.questions.join('\n'), 2],
    ...(record.type === 'comparison' ? comparisonTexts(record) : topicTexts(record)),
  ];
}

const comparisonTexts = (record: Comparison): WeightedTexts => [
  [record.summary, 1],
  [record.rows.map(({ label, values }) => [label, ...values].join('\n')).join('\n'), 0.5],
  [record.verdict.map(({ when }) => when).join('\n'), 0.5],
];

function topicTexts(record: Concept | System): WeightedTexts {
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
