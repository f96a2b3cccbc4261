/** Comparisons: the authored one where there is one, else the attributes of systems or the rows of a family. */
import type { Comparison, Concept, Entry, Source, System } from '../knowledge/schema.ts';
import { ATTRIBUTES, type AttributeName, FAMILIES, LAYERS } from '../knowledge/vocabulary.ts';
import type { ComparisonAnswer, Grounds, Row } from './answer.ts';
import { type Catalog, namedOf } from './catalog.ts';
import { formatValue } from './format.ts';

/** How many subjects stand side by side. */
export const MAX_SIDES = 4;
const UNKNOWN = 'not in the knowledge base';

/** Compares the records of these ids; undefined where they have nothing to be compared by. */
export function compare(
  ids: readonly string[],
  catalog: Catalog,
  grounds: Grounds,
): (ComparisonAnswer & Grounds) | undefined {
  const sides = ids.slice(0, MAX_SIDES);
  const authored = catalog.comparison(sides);
  if (authored) return { ...grounds, ...fromAuthored(authored, catalog) };
  const entries = sides.map((id) => catalog.system(id) ?? catalog.get(id));
  if (entries.length < 2 || new Set(entries).size < entries.length) return undefined;
  if (entries.every((entry) => entry?.type === 'system')) return { ...grounds, ...fromSystems(entries) };
  const concepts = entries.filter((entry) => entry?.type === 'concept');
  const family = concepts.length === entries.length ? sharedFamily(concepts) : undefined;
  return family && { ...grounds, ...fromFamily(concepts, family) };
}

/** An authored comparison as an answer. */
export function fromAuthored(comparison: Comparison, catalog: Catalog): ComparisonAnswer {
  const nameOf = (id: string) => comparison.labels?.[comparison.sides.indexOf(id)] ?? catalog.get(id)?.name ?? id;
  const sides = comparison.sides.flatMap((id) => catalog.get(id) ?? []);
  return {
    kind: 'comparison',
    authored: comparison,
    title: comparison.name,
    sides: sides.map((side) => ({ ...namedOf(side), name: nameOf(side.id) })),
    summary: comparison.summary,
    rows: comparison.rows,
    verdict: comparison.verdict.map(({ choose, when }) => ({ choose: nameOf(choose), when })),
    unfair: comparison.unfair,
    sources: comparison.sources,
    reviewed: comparison.reviewed,
  };
}

function fromSystems(systems: readonly System[]): ComparisonAnswer {
  const names = Object.keys(ATTRIBUTES) as AttributeName[];
  const rows: Row[] = [{ label: 'Layer', values: systems.map(({ classification }) => LAYERS[classification.layer]) }];
  for (const name of names) {
    const values = systems.map(({ attributes }) => attributes[name]);
    // A row is worth showing when at least two sides know it.
    if (values.filter(Boolean).length < 2) continue;
    rows.push({ label: ATTRIBUTES[name].label, values: values.map((value) => (value ? formatValue(value) : UNKNOWN)) });
  }
  return {
    ...frame(systems),
    summary: undefined,
    rows,
    unfair:
      'Figures come from different dates and are measured in different ways; (by design), (observed) and (theoretical) figures should not be set against each other.',
  };
}

function sharedFamily(concepts: readonly Concept[]): keyof typeof FAMILIES | undefined {
  const [first] = concepts;
  const family = first?.kin?.family;
  return family && concepts.every(({ kin }) => kin?.family === family) ? family : undefined;
}

function fromFamily(concepts: readonly Concept[], family: keyof typeof FAMILIES): ComparisonAnswer {
  const rows = Object.entries(FAMILIES[family]).flatMap(([trait, label]): Row[] => {
    const values = concepts.map(({ kin }) => kin?.traits[trait]);
    return values.some(Boolean) ? [{ label, values: values.map((value) => value ?? UNKNOWN) }] : [];
  });
  return { ...frame(concepts), summary: undefined, rows, unfair: undefined };
}

function frame(entries: readonly Entry[]): Omit<ComparisonAnswer, 'rows' | 'summary' | 'unfair'> {
  return {
    kind: 'comparison',
    authored: undefined,
    title: entries.map(({ name }) => name).join(' vs '),
    sides: entries.map(namedOf),
    verdict: [],
    sources: oneOfEach(entries.map(({ sources }) => sources)),
    reviewed: entries.map(({ reviewed }) => reviewed).sort()[0] ?? '',
  };
}

/** The sources of several records, taken in turn so that each is heard; at most six. */
function oneOfEach(lists: readonly (readonly Source[])[]): readonly Source[] {
  const taken = new Map<string, Source>();
  for (let turn = 0; turn < 3; turn += 1) {
    for (const list of lists) {
      const source = list[turn];
      if (source && taken.size < 6) taken.set(source.url, source);
    }
  }
  return [...taken.values()];
}
