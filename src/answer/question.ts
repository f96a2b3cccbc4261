/**
 * A question's form: what it asks for, of which subjects, and which attribute. Works on the analyser's words, so that
 * typos and abbreviations are already gone.
 */
import type { Asks, AttributeName } from '../knowledge/vocabulary.ts';
import { isStopWord } from '../search/stopwords.ts';
import type { Analysis, Mention } from '../search/tokens.ts';
import type { Depth } from './answer.ts';
import { CONSENSUS } from './catalog.ts';
import {
  ASK_CUES,
  ATTRIBUTE_CUES,
  COMPARE_CUES,
  DEPTH_CUES,
  FILLER,
  GREETING,
  HELP,
  LIST_CUES,
  PLURAL_CLASS,
  THANKS,
} from './cues.ts';

/** What was understood of a question before anything was looked up. */
export interface Reading {
  readonly analysis: Analysis;
  /** The corrected words as one line. */
  readonly line: string;
  /** Ids of the records that the question surely names, in order, each once. */
  readonly subjects: readonly string[];
  /** Content words that no name, cue or filler explains. */
  readonly residue: readonly string[];
  readonly form: Form;
  readonly depth: Depth | undefined;
  /** Whether it is put as a yes/no question. */
  readonly yesNo: boolean;
}

/** What the wording asks for; `open` is everything that only a search can answer. */
export type Form =
  | { readonly kind: 'help'; readonly reason: 'asked' | 'greeting' | 'thanks' | 'empty' }
  | { readonly kind: 'define' }
  | { readonly kind: 'compare'; readonly explicit: boolean }
  | { readonly kind: 'classify' }
  | { readonly kind: 'attribute'; readonly attribute: AttributeName }
  | { readonly kind: 'list' }
  | { readonly kind: 'open'; readonly asks: Asks | undefined };

/** Reads the form of an analysed question. */
export function parseQuestion(analysis: Analysis): Reading {
  const line = analysis.words.join(' ');
  const subjects = [...new Set(analysis.mentions.filter(({ weak }) => !weak).map(({ id }) => id))];
  const residue = residueOf(analysis);
  const yesNo =
    /^(?:(?:so|but|and|then|hi|hey|ok|well|also|please) )*(?:is|are|does|do|did|can|could|will|would|should|has|have|was|were|isn|aren|doesn|don|didn|won|wouldn|am)\b/.test(
      line,
    );
  const depth = DEPTH_CUES.find(([, cue]) => cue.test(line))?.[0];
  return { analysis, line, subjects, residue, form: formOf(line, analysis, subjects, residue), depth, yesNo };
}

function formOf(line: string, analysis: Analysis, subjects: readonly string[], residue: readonly string[]): Form {
  if (line === '') return { kind: 'help', reason: 'empty' };
  if (subjects.length === 0) {
    if (HELP.test(line)) return { kind: 'help', reason: 'asked' };
    if (THANKS.test(line)) return { kind: 'help', reason: 'thanks' };
    if (GREETING.test(line)) return { kind: 'help', reason: 'greeting' };
  }
  if (isListing(analysis, line, subjects)) return { kind: 'list' };
  // One thing beside classes is classified, "is X a rollup or a sidechain"; two things are compared.
  if (isClassifying(analysis, subjects, residue)) return { kind: 'classify' };
  if (subjects.length > 1 && comparesNames(line, analysis))
    return { kind: 'compare', explicit: COMPARE_CUES.strong.test(line) };
  const attribute = ATTRIBUTE_CUES.find(([, cue]) => cue.test(line))?.[0];
  if (attribute && subjects.length > 0 && !NOT_ATTRIBUTE.test(line)) return { kind: 'attribute', attribute };
  if (subjects.length === 1 && residue.length === 0 && isDefining(line)) return { kind: 'define' };
  return { kind: 'open', asks: ASK_CUES.find(([, cue]) => cue.test(line))?.[0] };
}

/** More than one figure is wanted. */
const NOT_ATTRIBUTE =
  /\b(?:why|how to|if|reduce|lower|save|less|cost to|much to|problem|happens?|affects?|benefits?|slow|stuck|attack|bridge)\b/;

/** "A or B", "A vs B", "difference between A and B": the names stand on both sides of the cue, or the cue leads. */
function comparesNames(line: string, { words, mentions }: Analysis): boolean {
  if (COMPARE_CUES.strong.test(line)) return true;
  const strong = mentions.filter(({ weak }) => !weak);
  return strong.some((mention, index) => joins(words, mention, strong[index + 1]));
}

function joins(words: readonly string[], left: Mention, right: Mention | undefined): boolean {
  if (!right || right.from - left.to > 4) return false;
  const between = words.slice(left.to, right.from);
  return between.includes('or') && between.every((word) => isStopWord(word) || FILLER.has(word));
}

const CLASS_IDS: ReadonlySet<string> = new Set([
  'layer-0',
  'layer-1',
  'layer-2',
  'layer-3',
  'sidechain',
  'rollup',
  'optimistic-rollup',
  'zk-rollup',
  'parachain',
  'validium',
  'optimium',
  'plasma',
  'appchain',
  'state-channel',
  'payment-channel',
  'federated-sidechain',
  'volition',
  'based-rollup',
  'sovereign-rollup',
  'proof-of-work',
  'proof-of-stake',
]);

/** Whether an id names a class that a system can belong to. */
export const isClass = (id: string): boolean => CLASS_IDS.has(id);

/** "Is X a rollup", "X or Y", "still a layer 1"; without a verb only a few words are taken for the same. */
const ASKS_WHETHER =
  /^(?:(?:so|but|and|then|hey|hi|ok|wait) )*(?:is|are|isn|isnt|aren|was|would|should)\b|\b(?:or|still|really)\b/;
const TERSE = 5;
const WHICH_LAYER =
  /\b(?:what|which) (?:layer|blockchain|chain|network)\b|\bwhat (?:type|kind|sort) of (?:chain|network|rollup|blockchain|layer|scaling)\b/;
const NOT_CLASSIFYING =
  /\b(?:there|how|why|when|who|versus|compare[ds]?|comparison|difference|better|than|need|needs|work|works|withdraw|bridge|fee|fees|cost|explain|example|examples)\b/;
/** Networks that others stand on: "a layer 2 of ethereum" classifies the other one. */
const HOSTS: ReadonlySet<string> = new Set([
  'ethereum',
  'bitcoin',
  'polkadot',
  'cosmos',
  'bnb-chain',
  'cardano',
  'avalanche',
  'solana',
  'near',
  'tezos',
]);

/** "Is X a layer 2", "X: sidechain?", "what layer is X", "which chain is X on". */
function isClassifying(
  { words, mentions }: Analysis,
  subjects: readonly string[],
  residue: readonly string[],
): boolean {
  const line = words.join(' ');
  const things = thingsOf(subjects);
  if (things.length !== 1 || NOT_CLASSIFYING.test(line) || residue.length > 2) return false;
  if (HOSTS.has(things[0] ?? '') && isSetting(mentions, things[0] ?? '', residue)) return false;
  if (WHICH_LAYER.test(line) && !/\b(?:settle|built|build|data)\b/.test(line)) return true;
  return subjects.some(isClass) && (ASKS_WHETHER.test(line) || words.length <= TERSE);
}

/** Whether a network is only where something else stands: "a sidechain in bitcoin", "an ethereum sidechain". */
function isSetting(mentions: readonly Mention[], host: string, residue: readonly string[]): boolean {
  const at = mentions.find(({ id }) => id === host);
  const first = mentions.find(({ id }) => isClass(id));
  if (!at || !first) return false;
  return first.from < at.from || (at.to === first.from && residue.length > 0);
}

/** What is classified: the subjects that are no classes, without the network they stand on. */
export function thingsOf(subjects: readonly string[]): readonly string[] {
  const things = subjects.filter((id) => !isClass(id));
  const guests = things.filter((id) => !HOSTS.has(id));
  return guests.length > 0 ? guests : things;
}

/** A list is asked for in so many words, or by a class in the plural that something narrows. */
function isListing(analysis: Analysis, line: string, subjects: readonly string[]): boolean {
  const several = PLURAL_CLASS.test(analysis.raw) || /^all\b|\b(?:examples?|list) of\b|\b(?:examples|list)$/.test(line);
  if (!subjects.some(isClass) || !several) return false;
  if (/\bhow (?!many\b)|\bwhy\b/.test(line)) return false;
  return (
    LIST_CUES.test(line) ||
    (/^(?:which|what)\b/.test(line) &&
      !/^what (?:is|are) (?:a |an |the )?(?:layer \d|\w+)(?: \w+)?$/.test(line) &&
      (subjects.length > 1 || /\bstage [012]\b/.test(line) || subjects.some((id) => id in CONSENSUS))) ||
    isBareList(analysis, line)
  );
}

/** "bitcoin layer 2s", "stage 1 rollups": a class in the plural with something that narrows it, and no verb. */
function isBareList({ mentions }: Analysis, line: string): boolean {
  const narrowed =
    new Set(mentions.filter(({ weak }) => !weak).map(({ id }) => id)).size > 1 || /\bstage [012]\b/.test(line);
  return narrowed && line.split(' ').length <= 8 && !VERBS.test(line);
}

const VERBS =
  /\b(?:is|are|was|do|does|did|can|could|will|would|should|how|why|what|when|who|versus|or|need|work|explain|compare|difference|better)\b/;

const DEFINING =
  /\b(?:what|explain|define|definition|meaning|mean|eli|tell|describe|how|overview|intro|introduction|basics|about|simple|simply|understand|stand)\b/;

/** "what is X", "explain X", or X alone. */
function isDefining(line: string): boolean {
  if (/\b(?:why|who|when|where|which|can|could|should|would|will|not|without)\b/.test(line)) return false;
  if (/\bhow (?:many|much|long|fast|often|safe|secure|big|do i|can|to)\b/.test(line)) return false;
  if (/^(?:is|are|does|do|did|has|have)\b/.test(line)) return false;
  return DEFINING.test(line) || line.split(' ').length <= 4;
}

function residueOf({ words, mentions }: Analysis): readonly string[] {
  const named = new Set<number>();
  for (const { from, to, weak } of mentions) if (!weak) for (let at = from; at < to; at += 1) named.add(at);
  return words.filter((word, at) => !named.has(at) && !isStopWord(word) && !FILLER.has(word));
}
