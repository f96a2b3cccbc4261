/**
 * What the wording of a question gives away besides its subjects: which kind of thing it asks (a time, a cost, a
 * reason), whether it asks for a definition, a comparison, a yes or no, and what its names leave unexplained.
 */
import type { Asks } from '../knowledge/vocabulary.ts';
import type { Mention } from './mentions.ts';
import { isStopWord } from './stopwords.ts';

/** The wording of one question. */
export interface Wording {
  /** The corrected words as one line. */
  readonly line: string;
  /** The kinds of thing it may ask, the likeliest first. */
  readonly asks: readonly Asks[];
  /** Content words that no name and no filler explains. */
  readonly residue: readonly string[];
  /** Whether it says that it is to be explained to a child, or to somebody's grandma. */
  readonly isForAnyone: boolean;
  /** "What is X", "explain X", or X alone. */
  readonly isDefining: boolean;
  /** "A or B", "difference", "better than". */
  readonly isComparing: boolean;
  /** Whether it is put as a yes/no question. */
  readonly isYesNo: boolean;
}

/** Patterns run over corrected, lower-case words without punctuation; a question may ask several things. */
const ASK_CUES: readonly (readonly [Asks, RegExp])[] = [
  [
    'time',
    /\bhow (?:long|fast|quick|soon|often)\b|\bwhen\b|\b(?:wait|waiting|days?|week|hours?|minutes?|duration|takes?|slow|delay)\b/,
  ],
  ['cost', /\bhow (?:much|expensive|cheap)\b|\b(?:fees?|costs?|cheap(?:er)?|expensive|pay|pays|paid|gas|price)\b/],
  [
    'risk',
    /\b(?:risks?|dangers?|fails?|goes wrong|go wrong|down|offline|lose|loss|lost|attack|steal|stolen|malicious|bug|vulnerab\w*|what if|what happens)\b/,
  ],
  ['safety', /\b(?:secure|security|trust|trustless|trusted|safer?)\b/],
  ['who', /\bwho\b|\bwhich company\b|\b(?:controls?|owns?|operates?|runs?)\b/],
  ['why', /\b(?:why|reason|reasons|point of|purpose|benefits?|advantages?)\b/],
  ['limit', /\b(?:limits?|limitations?|maximum|minimum|max|min|how (?:big|many|large))\b/],
  ['where', /\bwhere\b/],
  ['status', /\b(?:yet|already|today|now|still|future|soon|planned|plan|status|will|live|ready|operational)\b/],
  ['history', /\b(?:history|invented|started|launched|happened|was|were|did)\b/],
  ['relation', /\b(?:relate[sd]?|relation|relationship|between|connected|interact|together|affect|depend)\b/],
  ['use', /\b(?:use|using|used for|examples?|app|apps|do i need|should i|start)\b/],
  ['how', /\bhow\b|\b(?:process|steps?|mechanism|works?)\b/],
];

const COMPARING =
  /\b(?:versus|differences?|differs?|different|distinguish|compare[sd]?|comparing|comparison|better|worse|safer|faster|slower|cheaper|rather than|instead of|similarit(?:y|ies)|same as|pros (?:and )?cons|over|advantages?)\b/;

const YES_NO =
  /^(?:(?:so|but|and|then|hi|hey|ok|well|also|please) )*(?:is|are|does|do|did|can|could|will|would|should|has|have|was|were|isn|aren|doesn|don|didn|won|wouldn|am)\b/;

/** Words that add nothing to a question about a topic. */
export const FILLER: ReadonlySet<string> = new Set(
  `basic basics idea concept concepts overview intro introduction guide definition define meaning main general generally
  blockchain blockchains crypto cryptocurrency cryptocurrencies network networks technology tech solution solutions work
  works working describe detail details technical technically beginner beginners dummies dumb layman laymans laymen laymens english
  plain language easy easily quick short brief briefly summary summarize thing stuff exact precise precisely called
  eil5 elia5 child kid five year old behind today example examples type types kind kinds sort newcomer introduction
  protocol chain chains system systems question deep dive depth hood advanced honest serious difference different world
  space context stand stands full form abbreviation acronym first new time proper properly please strata bot fuss deal big 5 about
  pros cons versus diff comparison compared differ differs`
    .split(/\s+/)
    .filter(Boolean),
);

/** Reads the wording of corrected words whose names were found, without those that say for whom to explain. */
export function readWording(
  words: readonly string[],
  { mentions, isForAnyone }: { readonly mentions: readonly Mention[]; readonly isForAnyone: boolean },
): Wording {
  const line = words.join(' ');
  return {
    line,
    asks: ASK_CUES.filter(([, cue]) => cue.test(line)).map(([asks]) => asks),
    residue: residueOf(words, mentions),
    isForAnyone,
    isDefining: isDefining(line, isForAnyone),
    isComparing: COMPARING.test(line),
    isYesNo: YES_NO.test(line),
  };
}

const DEFINING =
  /\b(?:what|explain|define|definition|meaning|mean|eli|tell|describe|how|overview|intro|introduction|basics|about|simple|simply|understand|stand)\b/;
const ASPECT = /\b(?:why|who|when|where|which|can|could|should|would|will|not|without)\b/;
const ASPECT_HOW = /\bhow (?:many|much|long|fast|often|safe|secure|big|do i|can|to)\b/;
const OPENS_YES_NO = /^(?:is|are|does|do|did|has|have)\b/;
/** "Could someone please explain": a way of asking that asks nothing itself. */
const POLITE =
  /^(?:(?:hi|hey|hello|so|and|please|ok|all|guys) )*(?:can|could|would|will) (?:you|u|ya|some(?:one|body)|any(?:one|body)) (?:(?:please|kindly|maybe|just) )*(?=(?:explain|tell|describe|define)\b)/;

function isDefining(asked: string, isForAnyone: boolean): boolean {
  const line = asked.replace(POLITE, '');
  if (ASPECT.test(line) || ASPECT_HOW.test(line) || OPENS_YES_NO.test(line)) return false;
  return isForAnyone || DEFINING.test(line) || line.split(' ').length <= 4;
}

function residueOf(words: readonly string[], mentions: readonly Mention[]): readonly string[] {
  const named = new Set<number>();
  for (const { from, to, weak } of mentions) if (!weak) for (let at = from; at < to; at += 1) named.add(at);
  return words.filter((word, at) => !named.has(at) && !isStopWord(word) && !FILLER.has(word));
}
