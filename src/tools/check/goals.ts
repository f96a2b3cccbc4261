/** The editorial goals: what a record should have beyond what its schema demands. */
import { BROADER } from '../../answer/catalog.ts';
import type { System } from '../../knowledge/schema.ts';
import type { AttributeName, Layer } from '../../knowledge/vocabulary.ts';

/** How many of each, at least; how hard, at most. */
export const GOALS = Object.freeze({
  facets: 4,
  misconceptions: 2,
  confusions: 1,
  questions: 8,
  /** School grade of the simple text. */
  grade: 9,
  /** Words in the longest sentence of the simple text. */
  sentence: 30,
  /** Months after which a dated fact is looked at again. */
  months: 12,
});

/** The goals by name, with the words that head them, in the order shown. */
export const GOAL_LABELS = {
  facets: `at least ${GOALS.facets} facets`,
  misconceptions: `at least ${GOALS.misconceptions} misconceptions`,
  confusions: 'what it is confused with',
  questions: `at least ${GOALS.questions} questions`,
  kin: 'the rows of its family',
  attributes: 'the attributes of its layer',
  grade: `simple: grade ${GOALS.grade} at most`,
  sentence: `simple: sentences of ${GOALS.sentence} words at most`,
  figures: 'a source for every figure',
} as const;
export type Goal = keyof typeof GOAL_LABELS;

const EXPECTED: Readonly<Record<Layer, readonly AttributeName[]>> = {
  'layer-0': ['validation', 'token', 'launch'],
  'layer-1': ['consensus', 'block-time', 'finality-time', 'fees', 'vm', 'gas-token', 'launch'],
  'layer-2': ['settles-on', 'validation', 'data', 'launch'],
  'layer-3': ['settles-on', 'validation', 'data', 'sequencer', 'vm', 'gas-token', 'launch'],
  sidechain: ['validation', 'block-time', 'finality-time', 'vm', 'gas-token', 'launch', 'upgrade-keys'],
  parachain: ['settles-on', 'validation', 'block-time', 'finality-time', 'vm', 'token', 'launch'],
  'data-availability': ['consensus', 'block-time', 'throughput', 'token', 'launch'],
  none: ['launch'],
};
const OF_ROLLUPS: readonly AttributeName[] = [
  'sequencer',
  'block-time',
  'withdrawal-time',
  'fees',
  'stage',
  'vm',
  'gas-token',
  'upgrade-keys',
];

/** The attributes that a system of this layer and kind should have; of one that is no longer live, only the lasting ones. */
export function expectedAttributes({ classification, status }: System): readonly AttributeName[] {
  const { layer, kind } = classification;
  if (status === 'retired') return EXPECTED[layer].filter((name) => LASTING.has(name));
  const isRollup = kind === 'rollup' || (kind !== undefined && BROADER[kind] === 'rollup');
  return isRollup ? [...EXPECTED[layer], ...OF_ROLLUPS] : EXPECTED[layer];
}

const LASTING: ReadonlySet<AttributeName> = new Set(['settles-on', 'validation', 'data', 'consensus', 'vm', 'launch']);
