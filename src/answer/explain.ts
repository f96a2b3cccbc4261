/** Explanations and facets: what one record says about itself. */

import { normalizeAlias } from '../knowledge/names.ts';
import type { Entry, Facet, Misconception, Topic } from '../knowledge/schema.ts';
import type { Passage } from '../search/index.ts';
import type { AnswerOf, Depth, Excerpt, Grounds, OldName, ShortAnswer, Verdict } from './answer.ts';

/** The explanation of a topic at a depth; notes it where the question used a name that has been given up. */
export function explain(
  topic: Topic,
  {
    depth,
    line,
    grounds,
    beside = [],
  }: { depth: Depth; line: string; grounds: Grounds; beside?: readonly Excerpt[] | undefined },
): AnswerOf<'explanation'> {
  return { ...grounds, kind: 'explanation', topic, depth, oldName: oldNameIn(line, topic), beside };
}

function oldNameIn(line: string, topic: Topic): OldName | undefined {
  for (const { names = [], was, now, until } of topic.past) {
    const name = names.find((one) => ` ${line} `.includes(` ${normalizeAlias(one)} `));
    if (name) return { name, was, now, until };
  }
  return undefined;
}

/** A facet, or the truth about a misconception, as a short answer; undefined for a record as a whole. */
export function facetAnswer(
  owner: Entry,
  passage: Passage,
  { yesNo, grounds, beside = [] }: { yesNo: boolean; grounds: Grounds; beside?: readonly Excerpt[] | undefined },
): AnswerOf<'facet'> | undefined {
  const short = shortAnswer(owner, passage, yesNo);
  return short && { ...grounds, kind: 'facet', owner, facet: short, beside };
}

/** Any passage as an excerpt; of a record as a whole its plainest words. */
export function excerptOf(owner: Entry, passage: Passage, yesNo: boolean): Excerpt {
  return { owner, short: shortAnswer(owner, passage, yesNo) ?? inShort(owner) };
}

/** The point of a passage: its first sentence, or the first two where that one says little. */
export function hintOf(owner: Entry, passage: Passage): Excerpt {
  const { short } = excerptOf(owner, passage, false);
  const [sentence = short.text] = /^.{40,}?[.!?](?=\s|$)/s.exec(short.text) ?? [];
  return { owner, short: { ...short, text: sentence } };
}

function inShort(owner: Entry): ShortAnswer {
  const text = owner.type === 'comparison' ? owner.summary : owner.simple;
  return {
    id: owner.id,
    title: owner.name,
    text,
    verdict: undefined,
    asOf: undefined,
    sources: owner.sources.slice(0, 2),
  };
}

function shortAnswer(owner: Entry, { kind, index }: Passage, yesNo: boolean): ShortAnswer | undefined {
  const facet = kind === 'facet' ? owner.facets[index] : undefined;
  const claim = kind === 'claim' ? owner.misconceptions[index] : undefined;
  return facet ? fromFacet(owner, facet, yesNo) : claim && fromClaim(owner, claim, index, yesNo);
}

function fromFacet(owner: Entry, facet: Facet, yesNo: boolean): ShortAnswer {
  return {
    id: facet.id,
    title: facet.title,
    text: facet.answer,
    verdict: yesNo && !opensWithVerdict(facet.answer) ? facet.verdict : undefined,
    asOf: facet.as_of,
    sources: owner.sources.filter(({ id }) => facet.sources.includes(id)),
  };
}

const CLAIM_VERDICTS: Readonly<Record<Misconception['verdict'], Verdict>> = {
  wrong: 'no',
  misleading: 'depends',
  disputed: 'depends',
  outdated: 'no',
  true: 'yes',
};

function fromClaim(owner: Entry, claim: Misconception, index: number, yesNo: boolean): ShortAnswer {
  const cited = claim.sources
    ? owner.sources.filter(({ id }) => claim.sources?.includes(id))
    : owner.sources.slice(0, 2);
  return {
    id: `claim-${index + 1}`,
    title: claim.claim,
    text: claim.truth,
    verdict: yesNo && !opensWithVerdict(claim.truth) ? CLAIM_VERDICTS[claim.verdict] : undefined,
    asOf: undefined,
    sources: cited,
  };
}

/** Whether a text already starts with yes, no or it depends. */
const opensWithVerdict = (text: string): boolean =>
  /^(?:yes|no|not|it depends|partly|usually|mostly|sometimes|in part)\b/i.test(text);
