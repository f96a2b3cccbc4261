/** Answers found by search: a passage that was written for just this question, or the best there is. */
import { measure } from '../search/index.ts';
import type { Answer } from './answer.ts';
import { sidesOf } from './by-form.ts';
import { namedOf } from './catalog.ts';
import { BANDS, bandOf, bestPassages, passagesToSay } from './decide.ts';
import { type Asked, tell, unknown } from './tell.ts';

/**
 * A question that a passage was written for, nearly word for word, gets that passage whatever its form; unless the form asks
 * for a verdict, a list, a definition or an authored comparison.
 */
export function byOwnWords(asked: Asked): Answer | undefined {
  const { catalog, reading, grounds } = asked;
  const { form, subjects } = reading;
  if (form.kind === 'classify' || form.kind === 'list' || form.kind === 'define') return undefined;
  if (subjects.some((id) => catalog.get(id)?.type === 'comparison')) return undefined;
  if (form.kind === 'compare' && catalog.comparison(sidesOf(subjects, catalog).slice(0, 4))) return undefined;
  const [first] = grounds.matches;
  if (!first || first.best.kind === 'claim' || measure(first.best, 'question') < BANDS.ownWords) return undefined;
  // An attribute says in a line what the record as a whole says among other things, or what a concept's says of many systems.
  const isNamed = subjects.includes(first.record.id);
  const saysOfMany = catalog.system(first.record.id) === undefined && reading.residue.length === 0;
  if (form.kind === 'attribute' && (first.best.kind === 'whole' || !isNamed || saysOfMany)) return undefined;
  const sure = { ...grounds, confidence: Math.max(grounds.confidence, BANDS.ownWords) };
  // A record as a whole answers much, and its best facet may still answer better.
  const said =
    first.best.kind === 'whole'
      ? passagesToSay(bestPassages(grounds.matches))
      : { inFull: [{ record: first.record, passage: first.best }], hints: [] };
  return tell(said, { ...asked, grounds: sure });
}

/** The best passage when sure, choices when not, else nothing but the nearest. */
export function byMatch(asked: Asked): Answer {
  const { grounds, field } = asked;
  const { matches } = grounds;
  const best = bestPassages(matches);
  const band = bandOf(field, best);
  if (band === 'none') return unknown(asked);
  if (band === 'unsure')
    return { ...grounds, kind: 'choices', candidates: matches.slice(0, 5).map(({ record }) => namedOf(record)) };
  return tell(passagesToSay(best), asked);
}
