/** The editorial rules over the whole base: what a schema of one record cannot see. Pure; every fault at once. */
import type { Fault } from './fault.ts';
import { normalizeAlias } from './names.ts';
import type { Placed, PlacedKnowledge } from './placed.ts';
import type { Asset, Entry } from './schema.ts';
import { ID } from './schema-parts.ts';
import { checkStyle, type Place } from './style.ts';

/** Every breach of the rules: unique names, links that exist, known sources, sides that match, words of the house. */
export function checkRules(knowledge: PlacedKnowledge): readonly Fault[] {
  const others = new Set(
    knowledge.entries.filter(({ record }) => record.type !== 'system').map(({ record }) => record.id),
  );
  const systems = new Set([...knowledge.ids].filter((id) => !others.has(id)));
  return [
    ...checkNames(knowledge),
    ...knowledge.entries.flatMap((placed) => [
      ...checkId(placed),
      ...checkLinks(placed, knowledge.ids),
      ...checkSources(placed),
      ...checkShape(placed),
      ...checkStyle(placed),
    ]),
    ...knowledge.assets.flatMap((placed) => checkAsset(placed, systems)),
  ];
}

/** Buttons carry an id beside what else they hold, in Discord's 100 characters. */
const MAX_ID = 48;

function checkId({ record, faultAt }: Placed<Entry>): readonly Fault[] {
  const isId = record.id.length <= MAX_ID && ID.test(record.id);
  if (isId) return [];
  return [faultAt([], `expected a file named in kebab case, as zk-rollup.yaml, with at most ${MAX_ID} letters`)];
}

/** A name, an id or an alias leads to one record only. */
function checkNames({ entries, assets }: PlacedKnowledge): readonly Fault[] {
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  const claim = (owner: string, name: string, fault: (message: string) => Fault) => {
    const key = normalizeAlias(name);
    const other = owners.get(key);
    if (other === undefined) owners.set(key, owner);
    else if (other !== owner)
      faults.push(fault(`expected a name of this record alone, found ${JSON.stringify(name)}, which is also ${other}`));
  };
  for (const { record, faultAt } of entries) {
    claim(record.id, record.id.replaceAll('-', ' '), (message) => faultAt([], message));
    claim(record.id, record.name, (message) => faultAt(['name'], message));
  }
  for (const { record, faultAt } of entries) {
    for (const [index, alias] of record.aliases.entries())
      claim(record.id, alias, (message) => faultAt(['aliases', index], message));
  }
  for (const { record, faultAt } of assets) {
    // A native coin shares its chain's names: "bitcoin" is both, and leads to the same place.
    const owner = record.system ?? record.id;
    for (const [field, name] of assetNames(record)) claim(owner, name, (message) => faultAt(field, message));
  }
  return faults;
}

function assetNames(asset: Asset): readonly Place[] {
  return [
    [['name'], asset.name],
    [['symbol'], asset.symbol],
    ...asset.aliases.map((alias, index) => [['aliases', index], alias] as const),
  ];
}

/** Every id that a record points at exists. */
function checkLinks({ record, faultAt }: Placed<Entry>, ids: ReadonlySet<string>): readonly Fault[] {
  const links: Place[] = record.related.map((id, index) => [['related', index], id]);
  if (record.type === 'comparison') {
    links.push(...record.sides.map((id, index) => [['sides', index], id] as const));
    links.push(...record.verdict.map(({ choose }, index) => [['verdict', index, 'choose'], choose] as const));
  } else {
    links.push(
      ...record.not_to_be_confused_with.map(({ id }, index) => [['not_to_be_confused_with', index, 'id'], id] as const),
    );
  }
  if (record.type === 'system' && record.classification.kind)
    links.push([['classification', 'kind'], record.classification.kind]);
  return links.flatMap(([path, id]) => {
    if (id === record.id) return [faultAt(path, 'expected another record, found this one')];
    return ids.has(id) ? [] : [faultAt(path, `expected the id of a record, found ${JSON.stringify(id)}`)];
  });
}

/** Every source that is cited is listed, every listed one is cited or stands for the explanations, none twice. */
function checkSources({ record, faultAt }: Placed<Entry>): readonly Fault[] {
  const known = new Set(record.sources.map(({ id }) => id));
  const faults = repeated(record.sources.map(({ id }) => id)).map((index) =>
    faultAt(['sources', index, 'id'], 'expected a key used once'),
  );
  for (const [path, id] of citations(record)) {
    if (!known.has(id))
      faults.push(faultAt(path, `expected the key of a source of this record, found ${JSON.stringify(id)}`));
  }
  return faults;
}

function citations(record: Entry): readonly Place[] {
  const found: Place[] = [];
  const cite = (path: PropertyKey[], ids: readonly string[] = []) => {
    for (const [index, id] of ids.entries()) found.push([[...path, index], id]);
  };
  for (const [index, facet] of record.facets.entries()) cite(['facets', index, 'sources'], facet.sources);
  for (const [index, claim] of record.misconceptions.entries())
    cite(['misconceptions', index, 'sources'], claim.sources);
  if (record.type === 'comparison') return found;
  for (const [index, past] of record.past.entries()) cite(['past', index, 'sources'], past.sources);
  if (record.type === 'concept') return found;
  for (const [index, view] of record.classification.views.entries())
    found.push([['classification', 'views', index, 'source'], view.source]);
  for (const [name, value] of Object.entries(record.attributes))
    if (value) found.push([['attributes', name, 'source'], value.source]);
  return found;
}

/** What must agree inside one record: facet ids, questions once, rows as wide as the sides, choices among the sides. */
function checkShape({ record, faultAt }: Placed<Entry>): readonly Fault[] {
  const faults = repeated(record.facets.map(({ id }) => id)).map((index) =>
    faultAt(['facets', index, 'id'], 'expected an id used once'),
  );
  const questions = [
    ...record.questions.map((text, index) => [['questions', index], text] as const),
    ...record.facets.flatMap((facet, at) =>
      facet.questions.map((text, index) => [['facets', at, 'questions', index], text] as const),
    ),
  ];
  for (const index of repeated(questions.map(([, text]) => normalizeAlias(text)))) {
    const place = questions[index];
    if (place) faults.push(faultAt(place[0], 'expected a question asked once in this record'));
  }
  if (record.type !== 'comparison') return faults;
  for (const [index, row] of record.rows.entries()) {
    if (row.values.length !== record.sides.length)
      faults.push(
        faultAt(['rows', index, 'values'], `expected ${record.sides.length} entries, found ${row.values.length}`),
      );
  }
  if (record.labels && record.labels.length !== record.sides.length)
    faults.push(faultAt(['labels'], `expected ${record.sides.length} entries, found ${record.labels.length}`));
  for (const [index, { choose }] of record.verdict.entries()) {
    if (!record.sides.includes(choose))
      faults.push(faultAt(['verdict', index, 'choose'], `expected one of the sides, found ${JSON.stringify(choose)}`));
  }
  return faults;
}

function checkAsset({ record, faultAt }: Placed<Asset>, systems: ReadonlySet<string>): readonly Fault[] {
  const faults: Fault[] = [];
  if (record.system && !systems.has(record.system))
    faults.push(faultAt(['system'], `expected the id of a system, found ${JSON.stringify(record.system)}`));
  const known = new Set(record.sources.map(({ id }) => id));
  for (const [index, view] of record.views.entries()) {
    if (!known.has(view.source))
      faults.push(
        faultAt(
          ['views', index, 'source'],
          `expected the key of a source of this asset, found ${JSON.stringify(view.source)}`,
        ),
      );
  }
  return faults;
}

/** The positions of the values that stood before. */
function repeated(values: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}
