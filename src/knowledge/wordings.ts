/** What of a base is needed to answer from it, once its search has been compiled. */
import type { Knowledge } from './load.ts';
import type { Entry } from './schema.ts';
import { NO_VECTORS } from './vectors.ts';

/**
 * The base without the wordings of its questions, those of other business and what was learned from them, half of its
 * size: the compiled search holds all three in its own form.
 */
export function withoutWordings(knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    concepts: knowledge.concepts.map(unasked),
    systems: knowledge.systems.map(unasked),
    comparisons: knowledge.comparisons.map(unasked),
    outside: [],
    learned: { terms: NO_VECTORS, passages: NO_VECTORS },
    sense: { matrix: NO_VECTORS, passages: NO_VECTORS, outside: NO_VECTORS },
  };
}

const unasked = <T extends Entry>(record: T): T => ({
  ...record,
  questions: [],
  facets: record.facets.map((facet) => ({ ...facet, questions: [] })),
});
