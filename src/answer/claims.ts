/** Claims in a text ("Polygon is an L2", "zk rollups are instant"), held against the base: supported, disputed or wrong. */
import type { Misconception, Source, System } from '../knowledge/schema.ts';
import { measure } from '../search/index.ts';
import type { Analysis } from '../search/tokens.ts';
import type { Catalog } from './catalog.ts';
import { classifySystem } from './classify.ts';
import type { Answerer } from './index.ts';
import { isClass } from './question.ts';

export type Ruling = 'supported' | 'disputed' | 'wrong';

/** One claim and what the base says of it. */
export interface CheckedClaim {
  /** The sentence as it was written. */
  readonly claim: string;
  readonly ruling: Ruling;
  readonly why: string;
  readonly topic: { readonly id: string; readonly name: string };
  /** Who says what, where authorities differ. */
  readonly views: readonly string[];
  readonly sources: readonly Source[];
}

const MAX_SENTENCES = 12;
/** The least cosine with a known claim at which a sentence is taken to say the same. */
const SAME_CLAIM = 0.62;

/** The claims of a text that the base speaks about, in order: at most one a sentence. */
export function checkClaims(answerer: Answerer, text: string): readonly CheckedClaim[] {
  const sentences = text
    .split(/(?<=[.!?\n])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => one.length > 5)
    .slice(0, MAX_SENTENCES);
  return sentences.flatMap((sentence) => checkOne(answerer, sentence) ?? []);
}

function checkOne({ search, catalog }: Answerer, sentence: string): CheckedClaim | undefined {
  const analysis = search.analyser.question(sentence);
  const negated = isNegated(analysis.words);
  const subjects = [...new Set(analysis.mentions.filter(({ weak }) => !weak).map(({ id }) => id))];
  const classes = subjects.filter(isClass);
  const system = subjects
    .filter((id) => !isClass(id))
    .map((id) => catalog.system(id))
    .find(Boolean);
  if (system && classes.length === 1 && /\b(?:is|are|isn|aren|isnt|arent)\b/.test(analysis.words.join(' '))) {
    return checkClass(sentence, { system, asked: classes[0] ?? '', negated, catalog });
  }
  return checkKnown({ search, catalog }, sentence, analysis);
}

const RULINGS = { yes: 'supported', no: 'wrong', depends: 'disputed' } as const;
const OPPOSITE = { supported: 'wrong', wrong: 'supported', disputed: 'disputed' } as const;

function checkClass(
  claim: string,
  { system, asked, negated, catalog }: { system: System; asked: string; negated: boolean; catalog: Catalog },
): CheckedClaim | undefined {
  const answer = classifySystem(system, asked, { catalog, grounds: { confidence: 1, matches: [], corrections: [] } });
  if (!answer?.verdict) return undefined;
  const ruling = RULINGS[answer.verdict];
  return {
    claim,
    ruling: negated ? OPPOSITE[ruling] : ruling,
    why: [answer.statement, answer.criterion].filter(Boolean).join('. '),
    topic: { id: system.id, name: system.name },
    views: answer.views.map(({ who, says, as_of }) => `${who} (${as_of}): ${says}`),
    sources: answer.sources.slice(0, 3),
  };
}

const KNOWN_RULINGS: Readonly<Record<Misconception['verdict'], Ruling>> = {
  wrong: 'wrong',
  misleading: 'disputed',
  disputed: 'disputed',
  outdated: 'wrong',
  true: 'supported',
};

/** Holds a sentence against the misconceptions on record. */
function checkKnown(
  { search, catalog }: Pick<Answerer, 'search' | 'catalog'>,
  claim: string,
  analysis: Analysis,
): CheckedClaim | undefined {
  for (const { record, passages } of search.match(analysis, 5)) {
    const best = passages
      .filter((one) => one.kind === 'claim' && measure(one, 'question') >= SAME_CLAIM)
      .sort((a, b) => measure(b, 'question') - measure(a, 'question'))[0];
    const known = best && record.misconceptions[best.index];
    if (!known) continue;
    const opposed = isNegated(analysis.words) !== isNegated(search.analyser.document(known.claim).words);
    const ruling = KNOWN_RULINGS[known.verdict];
    return {
      claim,
      ruling: opposed ? OPPOSITE[ruling] : ruling,
      why: known.truth,
      topic: { id: record.id, name: catalog.get(record.id)?.name ?? record.id },
      views: [],
      sources: record.sources.filter(({ id }) => known.sources?.includes(id) ?? true).slice(0, 3),
    };
  }
  return undefined;
}

const NEGATIONS = new Set('not no never nobody cannot without don doesn isn aren dont doesnt isnt arent'.split(' '));
/** Whether words deny: two denials make an assertion. */
const isNegated = (words: readonly string[]): boolean => words.filter((word) => NEGATIONS.has(word)).length % 2 === 1;
