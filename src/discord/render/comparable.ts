/** What a record can be compared with: authored comparisons first, then its kin. */
import type { Named } from '../../answer/answer.ts';
import { type Catalog, namedOf } from '../../answer/catalog.ts';
import type { Concept, System } from '../../knowledge/schema.ts';
import { LIMITS } from '../limits.ts';

/** The records that a topic can be set beside, at most as many as a select holds. */
export function comparableWith(topic: Concept | System, catalog: Catalog): readonly Named[] {
  const { concepts, systems, comparisons } = catalog.knowledge;
  const authored = comparisons.filter(({ sides }) => sides.includes(topic.id)).flatMap(({ sides }) => sides);
  const kin =
    topic.type === 'system'
      ? systems.filter(({ classification }) => classification.layer === topic.classification.layer)
      : concepts.filter((concept) => topic.kin !== undefined && concept.kin?.family === topic.kin.family);
  const ids = new Set([...authored, ...kin.map(({ id }) => id)]);
  ids.delete(topic.id);
  return [...ids]
    .flatMap((id) => catalog.get(id) ?? [])
    .slice(0, LIMITS.selectOptions)
    .map(namedOf);
}
