/**
 * Records → passages: all that the bot can say of a record in one reply. The first is the record as a whole, then come
 * its facets, then its misconceptions. Each passage is asked in some wording and tells some text.
 */
import type { Comparison, Concept, Entry, System } from '../knowledge/schema.ts';

/** Texts with the weight that their words have. */
export type WeightedTexts = readonly (readonly [text: string, weight: number])[];

/** What the words of a text weigh, beside those of an ordinary one, which weigh 1. */
const WEIGHTS = Object.freeze({
  name: 3,
  short: 2,
  questions: 2,
  /** Details that only some readers are shown. */
  technical: 0.4,
  traits: 0.4,
  /** Cells of tables: of each, a reader looks at one or two. */
  rows: 0.5,
  past: 0.5,
  /** A part speaks of its record, whether its words say so or not. */
  nameOfPart: 0.5,
  title: 2,
  questionsOfPart: 0.7,
});

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
        [title, WEIGHTS.title],
        [questions.join('\n'), WEIGHTS.questionsOfPart],
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
        [claim, WEIGHTS.title],
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

function bodyOf(record: Entry): WeightedTexts {
  return [
    [[record.name, ...record.aliases].join('\n'), WEIGHTS.name],
    [record.short, WEIGHTS.short],
    [record.questions.join('\n'), WEIGHTS.questions],
    ...(record.type === 'comparison' ? comparisonTexts(record) : topicTexts(record)),
  ];
}

const comparisonTexts = (record: Comparison): WeightedTexts => [
  [record.summary, 1],
  [record.rows.map(({ label, values }) => [label, ...values].join('\n')).join('\n'), WEIGHTS.rows],
  [record.verdict.map(({ when }) => when).join('\n'), WEIGHTS.rows],
];

function topicTexts(record: Concept | System): WeightedTexts {
  return [
    [record.simple, 1],
    [record.standard, 1],
    [record.technical, WEIGHTS.technical],
    [record.points.join('\n'), 1],
    [record.past.map(({ was, now, names }) => [was, now, ...(names ?? [])].join('\n')).join('\n'), WEIGHTS.past],
    ...(record.type === 'concept'
      ? [[Object.values(record.kin?.traits ?? {}).join('\n'), WEIGHTS.traits] as const]
      : [[record.classification.label, 1] as const]),
  ];
}
