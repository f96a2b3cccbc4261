/**
 * Several questions in one message: each is answered by itself as well, and what the message as a whole did not get is said
 * besides. "What is a rollup? And who runs the sequencer on Base?"
 */
import { wordsOf } from '../search/text.ts';
import type { Answer, Excerpt, ShortAnswer } from './answer.ts';
import type { Catalog } from './catalog.ts';
import { excerptOf } from './explain.ts';

/** More questions than these are not told apart: nobody reads that many answers in one reply. */
const MOST_PARTS = 4;
/** Fewer words ask nothing by themselves. */
const LEAST_WORDS = 3;
/** A part is answered besides where the answer is more likely right than not. */
const LIKELY = 0.5;
/** A message that is not understood as a whole is answered for one part's sake where that one is sure. */
const SURE = 0.9;
/** How many answers stand beside the first. */
const MOST_BESIDE = 3;

/**
 * The questions of a message in order, each with the sentences before it; the message itself where it asks but one. What
 * stands last is one too, as closing marks are often left out.
 */
export function partsOf(message: string): readonly string[] {
  const pieces = message.split(/(?<=\?)\s+/);
  // Most messages ask one thing: their words are not taken apart here as well.
  if (pieces.length === 1) return [message];
  const parts = pieces.filter((piece) => wordsOf(piece).length >= LEAST_WORDS);
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [message];
}

/**
 * The answer to a message of several questions: where each has its own, these in their order; else what the message as a whole
 * gets, and besides it what single questions get. A part that stands for nothing by itself has no answer.
 */
export function joinParts(whole: Answer, parts: readonly (Answer | undefined)[], catalog: Catalog): Answer {
  if (whole.kind === 'comparison' || whole.kind === 'list') return whole;
  const found = parts.flatMap((part) => {
    const excerpt = part && part.confidence >= LIKELY ? excerptFrom(part, catalog) : undefined;
    return part && excerpt ? [{ part, excerpt }] : [];
  });
  const [first, ...others] = found;
  if (!first) return whole;
  const excerpt = excerptFrom(whole, catalog);
  const isRescued = IS_SILENT.has(whole.kind) && first.part.confidence >= SURE;
  // Two questions that are surely understood say more than a whole that is not.
  const areSurer = others.length > 0 && found.every(({ part }) => part.confidence >= SURE) && whole.confidence < SURE;
  if (found.length === parts.length || isRescued || areSurer)
    return besides(toOpen(first.part, first.excerpt), excerpt ? [...others, { excerpt }] : others);
  return excerpt ? besides(toOpen(whole, excerpt), found) : whole;
}

/** Puts what single questions get before what already stands beside an answer, each once. */
function besides(main: Open, found: readonly { readonly excerpt: Excerpt }[]): Answer {
  const said = new Set([nameOf(mainExcerpt(main))]);
  const all = [...found.map(({ excerpt }) => excerpt), ...main.beside];
  const beside = all.filter((one) => !said.has(nameOf(one)) && said.add(nameOf(one)));
  return { ...main, beside: beside.slice(0, Math.max(main.beside.length, Math.min(MOST_BESIDE, found.length))) };
}

type Open = Extract<Answer, { readonly kind: 'facet' | 'explanation' }>;
const isOpen = (answer: Answer): answer is Open => answer.kind === 'facet' || answer.kind === 'explanation';
const IS_SILENT: ReadonlySet<Answer['kind']> = new Set(['unknown', 'choices']);

/** An answer that others can stand beside. */
const toOpen = (answer: Answer, { owner, short }: Excerpt): Open =>
  isOpen(answer)
    ? answer
    : {
        kind: 'facet',
        owner,
        facet: short,
        beside: [],
        confidence: answer.confidence,
        matches: answer.matches,
        corrections: answer.corrections,
      };

const nameOf = ({ owner, short }: Excerpt): string => `${owner.id}#${short.id}`;

const mainExcerpt = (answer: Open): Excerpt =>
  answer.kind === 'facet'
    ? { owner: answer.owner, short: answer.facet }
    : excerptOf(answer.topic, { kind: 'whole', index: 0 }, false);

/** What an answer says in short; undefined where that is no text of one record. */
function excerptFrom(answer: Answer, catalog: Catalog): Excerpt | undefined {
  switch (answer.kind) {
    case 'facet':
    case 'explanation':
      return mainExcerpt(answer);
    case 'comparison':
      return answer.authored && excerptOf(answer.authored, { kind: 'whole', index: 0 }, false);
    case 'classification': {
      const owner = catalog.system(answer.subject.id);
      const { verdict, statement, sources } = answer;
      return (
        owner && {
          owner,
          short: { ...NO_DATE, id: 'layer', title: 'Which layer it is', text: statement, verdict, sources },
        }
      );
    }
    case 'attribute': {
      const { attribute, label, value, note, asOf, sources } = answer;
      const text = [value, note].filter(Boolean).join('; ');
      return { owner: answer.subject, short: { ...NO_DATE, id: attribute, title: label, text, asOf, sources } };
    }
    default:
      return undefined;
  }
}

const NO_DATE: Pick<ShortAnswer, 'verdict' | 'asOf'> = { verdict: undefined, asOf: undefined };
