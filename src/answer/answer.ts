/** Everything the bot can say, as data. Put into words in one place for a terminal (text.ts), in another for Discord. */
import type { Comparison, Entry, Source, System, Topic, View } from '../knowledge/schema.ts';
import type { AttributeName, Layer } from '../knowledge/vocabulary.ts';
import type { Match } from '../search/index.ts';
import type { Correction } from '../search/spelling.ts';

export const DEPTHS = ['simple', 'standard', 'technical'] as const;
export type Depth = (typeof DEPTHS)[number];

export type Verdict = 'yes' | 'no' | 'depends';

/** What every answer carries: how sure it is, and what it was chosen from. */
export interface Grounds {
  /** The calibrated chance that this is the right answer, 0..1. */
  readonly confidence: number;
  /** The records that were considered, best first. */
  readonly matches: readonly Match[];
  /** Words that were read as others. */
  readonly corrections: readonly Correction[];
}

/** One short answer: a facet, or the truth about a misconception. */
export interface ShortAnswer {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly verdict: Verdict | undefined;
  readonly asOf: string | undefined;
  readonly sources: readonly Source[];
}

/** A passage that is said besides, as it may be the better one. */
export interface Excerpt {
  readonly owner: Entry;
  readonly short: ShortAnswer;
}

/** One row of a comparison: a label and a value for each side, in the order of the sides. */
export interface Row {
  readonly label: string;
  readonly values: readonly string[];
}

/** Anything with an id and a name that an answer points at. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly short: string;
}

export type Answer = Grounds &
  (
    | {
        readonly kind: 'explanation';
        readonly topic: Topic;
        readonly depth: Depth;
        readonly oldName: OldName | undefined;
        readonly beside: readonly Excerpt[];
      }
    | {
        readonly kind: 'facet';
        readonly owner: Entry;
        readonly facet: ShortAnswer;
        readonly beside: readonly Excerpt[];
      }
    | ComparisonAnswer
    | ClassificationAnswer
    | AttributeAnswer
    | { readonly kind: 'list'; readonly title: string; readonly items: readonly Named[] }
    | { readonly kind: 'choices'; readonly candidates: readonly Named[] }
    | { readonly kind: 'unknown'; readonly nearest: readonly Named[] }
    | { readonly kind: 'out-of-scope'; readonly reason: OutsideReason; readonly nearest: readonly Named[] }
    | { readonly kind: 'help'; readonly reason: 'asked' | 'greeting' | 'thanks' | 'empty' }
  );

/** A comparison: authored, or put together from attributes or from the rows of a family. */
export interface ComparisonAnswer {
  readonly kind: 'comparison';
  readonly authored: Comparison | undefined;
  readonly title: string;
  readonly sides: readonly Named[];
  readonly summary: string | undefined;
  readonly rows: readonly Row[];
  readonly verdict: readonly { readonly choose: string; readonly when: string }[];
  readonly unfair: string | undefined;
  readonly sources: readonly Source[];
  readonly reviewed: string;
}

/** Which layer a system or an asset is, and who says otherwise. */
export interface ClassificationAnswer {
  readonly kind: 'classification';
  readonly subject: Named;
  /** Where the question was a yes/no question. */
  readonly verdict: Verdict | undefined;
  /** The class that was asked about, in words: "layer 2". */
  readonly asked: string | undefined;
  readonly layer: Layer;
  readonly statement: string;
  readonly criterion: string | undefined;
  readonly views: readonly View[];
  readonly sources: readonly Source[];
  readonly reviewed: string;
}

/** One attribute of a system, in words; undefined where the base does not know it. */
export interface AttributeAnswer {
  readonly kind: 'attribute';
  readonly subject: System;
  readonly attribute: AttributeName;
  readonly label: string;
  /** Where the question wants a yes or no, and the attribute holds it. */
  readonly verdict: Verdict | undefined;
  readonly value: string;
  readonly note: string | undefined;
  readonly asOf: string | undefined;
  readonly sources: readonly Source[];
}

/** A name that was used before, and what holds now. */
export interface OldName {
  readonly name: string;
  readonly was: string;
  readonly now: string;
  readonly until: string;
}

/** Why a question is not for this bot. */
export type OutsideReason = 'money' | 'keys' | 'account' | 'code' | 'other';

export type AnswerKind = Answer['kind'];
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>;
