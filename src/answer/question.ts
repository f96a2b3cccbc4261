/**
 * A question's form: what it asks for, of which subjects, and which attribute. Works on the analyser's words, so that
 * typos and abbreviations are already gone.
 */
import type { Asks, AttributeName } from '../knowledge/vocabulary.ts';
import type { Mention } from '../search/mentions.ts';
import { isStopWord } from '../search/stopwords.ts';
import type { Analysis } from '../search/tokens.ts';
import { FILLER } from '../search/wording.ts';
import type { Depth } from './answer.ts';
import { CONSENSUS } from './catalog.ts';
import { ATTRIBUTE_CUES, DEPTH_CUES, GREETING, HELP, LIST_CUES, PLURAL_CLASS, THANKS } from './cues.ts';

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
  const { line, residue, isYesNo, isForAnyone } = analysis.wording;
  const subjects = [...new Set(analysis.mentions.filter(({ weak }) => !weak).map(({ id }) => id))];
  const depth = isForAnyone ? 'simple' : DEPTH_CUES.find(([, cue]) => cue.test(line))?.[0];
  return { analysis, line, subjects, residue, form: formOf(analysis, subjects), depth, yesNo: isYesNo };
}

function formOf(analysis: Analysis, subjects: readonly string[]): Form {
  const { line, residue, isDefining, isComparing } = analysis.wording;
  if (line === '') return { kind: 'help', reason: 'empty' };
  if (subjects.length === 0) {
    if (HELP.test(line)) return { kind: 'help', reason: 'asked' };
    if (THANKS.test(line)) return { kind: 'help', reason: 'thanks' };
    if (GREETING.test(line)) return { kind: 'help', reason: 'greeting' };
  }
  if (isListing(analysis, line, subjects)) return { kind: 'list' };
  // One thing beside classes is classified, "is X a rollup or a sidechain"; two things are compared.
  if (isClassifying(analysis, subjects, residue)) return { kind: 'classify' };
  if (subjects.length > 1 && (isComparing || joinsNames(analysis))) return { kind: 'compare', explicit: isComparing };
  const attribute = ATTRIBUTE_CUES.find(([, cue]) => cue.test(line))?.[0];
  if (attribute && subjects.length > 0 && !NOT_ATTRIBUTE.test(line)) return { kind: 'attribute', attribute };
  if (subjects.length === 1 && residue.length === 0 && isDefining) return { kind: 'define' };
  return { kind: 'open', asks: analysis.wording.asks[0] };
}

/** More is wanted than the attribute itself: its reason, its meaning, its effect, or what to do about it. */
const NOT_ATTRIBUTE =
  /\b(?:why|how to|if|reduce|lower|save|less|cost to|much to|problem|happens?|affects?|benefits?|slow|stuck|attack|secure|safe|means?|burn(?:s|ed)?|bridge|mov(?:e|es|ing) to|switch(?:es|ing)?|becom(?:e|es|ing))\b/;

/** "A or B": two names with nothing of weight between them but "or". */
function joinsNames({ words, mentions }: Analysis): boolean {
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

/** Classes side by side, "layer 0 or layer 1", may be the name of a comparison. */
const isOfClasses = (id: string): boolean => id.split('-vs-').every(isClass);

/** "Is X a rollup", "X or Y", "still a layer 1"; without a verb only a few words are taken for the same. */
const ASKS_WHETHER =
  /^(?:(?:so|but|and|then|hey|hi|ok|wait) )*(?:is|are|isn|isnt|aren|was|would|should)\b|\b(?:or|still|really)\b/;
const TERSE = 5;
const WHICH_LAYER =
  /\b(?:what|which) (?:layer|blockchain|chain|network)\b|\bwhat (?:type|kind|sort) of (?:chain|network|rollup|blockchain|layer|scaling)\b/;
const NOT_CLASSIFYING =
  /\b(?:there|how|why|when|who|versus|compare[ds]?|comparison|difference|better|than|need|needs|work|works|withdraw|bridge|fee|fees|cost|explain|example|examples|mov(?:e|es|ing)|switch(?:es|ing)?|chang(?:e|es|ing)|becom(?:e|es|ing)|affiliated)\b/;
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
  const things = thingsOf(subjects, { words, mentions });
  if (things.length !== 1 || NOT_CLASSIFYING.test(line) || residue.length > 2) return false;
  if (HOSTS.has(things[0] ?? '') && isSetting(mentions, things[0] ?? '', residue)) return false;
  if (WHICH_LAYER.test(line) && !/\b(?:settle|built|build|data)\b/.test(line)) return true;
  return subjects.some(isOfClasses) && (ASKS_WHETHER.test(line) || words.length <= TERSE);
}

/** Whether a network is only where something else stands: "a sidechain in bitcoin", "an ethereum sidechain". */
function isSetting(mentions: readonly Mention[], host: string, residue: readonly string[]): boolean {
  const at = mentions.find(({ id }) => id === host);
  const first = mentions.find(({ id }) => isClass(id));
  if (!at || !first) return false;
  return first.from < at.from || (at.to === first.from && residue.length > 0);
}

/** What is classified: the subjects that are no classes, without the network they stand on. */
export function thingsOf(
  subjects: readonly string[],
  { words, mentions }: Pick<Analysis, 'words' | 'mentions'>,
): readonly string[] {
  const things = subjects.filter((id) => !isOfClasses(id));
  const guests = things.filter((id) => !HOSTS.has(id));
  if (guests.length > 0) return guests;
  // "Is solana a layer 2 of ethereum": of two hosts the one before the class is asked about.
  const [thing, kind, host] = mentions.filter(({ weak }) => !weak);
  const isHosted =
    subjects.length === 3 && thing && kind && host && isOfClasses(kind.id) && !isOfClasses(host.id)
      ? /^(?:of|on|for|in)(?: the)?$/.test(words.slice(kind.to, host.from).join(' '))
      : false;
  return isHosted ? things.slice(0, 1) : things;
}

/** Something is asked of several, which no list of them answers. */
const NOT_LISTING = /\bhow (?!many\b)|\bwhy\b|\bwhat (?:is the (?:point|use)|does|do|would)\b/;

/** A list is asked for in so many words, or by a class in the plural that something narrows. */
function isListing(analysis: Analysis, line: string, subjects: readonly string[]): boolean {
  const several = PLURAL_CLASS.test(analysis.raw) || /^all\b|\b(?:examples?|list) of\b|\b(?:examples|list)$/.test(line);
  if (!subjects.some(isClass) || !several) return false;
  if (NOT_LISTING.test(line)) return false;
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
