/** Answers whose form says it all: "A vs B", "is A a B", "what is A". */
import type { Entry, System } from '../knowledge/schema.ts';
import { type Match, measure } from '../search/index.ts';
import { stem } from '../search/stem.ts';
import { wordsOf } from '../search/text.ts';
import type { Answer, Excerpt } from './answer.ts';
import { attributeOf } from './attribute.ts';
import { BROADER, type Catalog } from './catalog.ts';
import { classify, classifyAsset } from './classify.ts';
import { compare } from './compare.ts';
import { FORM_WORDS } from './cues.ts';
import { BANDS, bestPassages } from './decide.ts';
import { excerptOf } from './explain.ts';
import { list } from './list.ts';
import type { Reading } from './question.ts';
import { type Asked, tellWhole } from './tell.ts';

/** The answer that the form asks for, made from the records' data; undefined where something else is asked, too. */
export function byForm(asked: Asked): Answer | undefined {
  const { catalog, reading, grounds, field } = asked;
  const { form, subjects } = reading;
  // What is nothing but a name needs no more to be ours.
  if ((field < BANDS.form && form.kind !== 'define') || isBeyond(asked)) return undefined;
  const sure = { ...grounds, confidence: Math.max(grounds.confidence, BANDS.formSure) };
  const [first] = subjects;
  switch (form.kind) {
    case 'compare': {
      const sides = sidesOf(subjects, catalog);
      const authored = catalog.comparison(sides.slice(0, 4));
      // What is put together from data says less than a facet that was written on just these.
      if (!authored && (!form.explicit || isOutright(asked))) return undefined;
      return reading.residue.length < (form.explicit ? 3 : 2) ? compare(sides, catalog, sure) : undefined;
    }
    case 'classify':
      return reading.residue.length < 3 ? classify(reading, catalog, sure) : undefined;
    case 'list':
      return reading.residue.length < 3 ? list(reading, catalog, sure) : undefined;
    case 'attribute': {
      const system = subjects.map((id) => catalog.system(id)).find(Boolean) ?? faintlyNamed(asked);
      return system && reading.residue.length < 3
        ? attributeOf(system, form.attribute, { ...sure, line: reading.yesNo ? reading.line : undefined })
        : undefined;
    }
    case 'define': {
      const entry = first === undefined ? undefined : catalog.get(first);
      const token = first !== undefined && !entry ? catalog.asset(first) : undefined;
      if (token) return classifyAsset(token, undefined, sure);
      if (!entry) return undefined;
      const beside = partAsked(entry, reading, grounds.matches);
      return tellWhole(entry, { ...asked, grounds: sure }, beside);
    }
    case 'open': {
      // "Layer 2 vs layer 3" is the name of a comparison.
      const named = subjects.length === 1 && first !== undefined ? catalog.get(first) : undefined;
      const isAll = named?.type === 'comparison' && reading.residue.length < 2;
      return isAll ? tellWhole(named, { ...asked, grounds: sure }) : undefined;
    }
    case 'help':
      return undefined;
    default:
      return form satisfies never;
  }
}

/** "Is base evm compatible": a system whose name is an English word, too, if the search finds it first or next to it. */
function faintlyNamed({ catalog, reading: { analysis }, grounds: { matches } }: Asked): System | undefined {
  return matches
    .slice(0, 2)
    .filter(({ record }) => analysis.mentions.some(({ id }) => id === record.id))
    .map(({ record }) => catalog.system(record.id))
    .find(Boolean);
}

/** "Which rollups can I run from home": more is asked than the form says, and a facet answers just that. */
const isBeyond = (asked: Asked): boolean =>
  asked.reading.residue.some((word) => !FORM_WORDS.has(word)) && isOutright(asked);

/** Whether the best passage is a facet that surely answers. */
function isOutright({ grounds }: Asked): boolean {
  const [best] = bestPassages(grounds.matches);
  return best?.passage.kind === 'facet' && best.passage.chance >= BANDS.outright;
}

/**
 * "What is gwei": where a record is asked for by words that its own name has not, and that lead to one of its facets rather
 * than to the whole, the facet that was written for that very question is said besides.
 */
function partAsked(entry: Entry, { analysis }: Reading, matches: readonly Match[]): readonly Excerpt[] {
  const words = new Set(analysis.words.map(stem));
  if (wordsOf(entry.name).some((word) => words.has(stem(word)))) return [];
  const passages = matches.find(({ record }) => record.id === entry.id)?.passages ?? [];
  const all = passages.find(({ kind }) => kind === 'whole');
  const leads = all ? measure(all, 'learned') : 0;
  const part = passages.find(
    (passage) =>
      passage.kind === 'facet' &&
      measure(passage, 'question') >= BANDS.ownWords &&
      measure(passage, 'learned') > leads + BANDS.nearer,
  );
  return part ? [excerptOf(entry, part, false)] : [];
}

/** What is compared: the sides of a comparison that is named; a class that only embraces two others is no side. */
export function sidesOf(subjects: readonly string[], catalog: Catalog): readonly string[] {
  const all = new Set(
    subjects.flatMap((id) => {
      const entry = catalog.get(id);
      return entry?.type === 'comparison' ? entry.sides : [id];
    }),
  );
  const specific = [...all].filter((id) => ![...all].some((other) => BROADER[other] === id));
  return specific.length > 1 ? specific : [...all];
}
