/** Look-ups over the knowledge that the answers share: by id, by name, by sides, by class. */
import type { Knowledge } from '../knowledge/load.ts';
import type { Asset, Comparison, Concept, Entry, System } from '../knowledge/schema.ts';
import type { Named } from './answer.ts';

/** The base, ready to be looked up. */
export interface Catalog {
  readonly knowledge: Knowledge;
  readonly entries: readonly Entry[];
  get(id: string): Entry | undefined;
  system(id: string): System | undefined;
  concept(id: string): Concept | undefined;
  /** The asset of this id, or the native coin of the system of this id. */
  asset(id: string): Asset | undefined;
  /** The authored comparison of exactly these records, in any order; a system may stand for its kind. */
  comparison(ids: readonly string[]): Comparison | undefined;
  /** Whether a system is of a class: its layer, its kind or a kind above its kind. */
  isOf(system: System, classId: string): boolean;
}

/** Kinds that are a special case of another kind. */
export const BROADER: Readonly<Record<string, string>> = Object.freeze({
  'optimistic-rollup': 'rollup',
  'zk-rollup': 'rollup',
  'based-rollup': 'rollup',
  'sovereign-rollup': 'rollup',
  'native-rollup': 'rollup',
  'federated-sidechain': 'sidechain',
  'payment-channel': 'state-channel',
  rollup: 'layer-2',
});

/** Kinds of consensus that a system can be asked for, and how its consensus says so. */
export const CONSENSUS: Readonly<Record<string, RegExp>> = Object.freeze({
  'proof-of-work': /proof[- ]of[- ]work|\bpow\b/i,
  'proof-of-stake': /proof[- ]of[- ]stake|\bpos\b/i,
});

/** Concepts and systems that carry one name in people's mouths. */
const TWINS: readonly (readonly [concept: string, system: string])[] = [
  ['lightning-network', 'lightning'],
  ['ark', 'ark-protocol'],
];

/** Builds the look-ups. */
export function createCatalog(knowledge: Knowledge): Catalog {
  const entries: readonly Entry[] = [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const assets = new Map(knowledge.assets.map((asset) => [asset.id, asset]));
  for (const asset of knowledge.assets) if (asset.system) assets.set(asset.system, asset);
  const bySides = new Map(knowledge.comparisons.map((comparison) => [sidesKey(comparison.sides), comparison]));
  const get = (id: string) => byId.get(id);
  return {
    knowledge,
    entries,
    get,
    system(id) {
      const entry = get(TWINS.find(([concept]) => concept === id)?.[1] ?? id);
      return entry?.type === 'system' ? entry : undefined;
    },
    concept(id) {
      const entry = get(id);
      return entry?.type === 'concept' ? entry : undefined;
    },
    asset: (id) => assets.get(id),
    comparison: (ids) =>
      wordings(ids)
        .map((sides) => bySides.get(sidesKey(sides)))
        .find((found) => found !== undefined),
    isOf: (system, classId) =>
      CONSENSUS[classId]?.test(system.attributes.consensus?.text ?? '') ?? classesOf(system).has(classId),
  };
}

const sidesKey = (ids: readonly string[]) => [...new Set(ids)].sort().join(' ');

/** The ids as given, then with each twin in place of the other. */
function wordings(ids: readonly string[]): readonly (readonly string[])[] {
  const swapped = TWINS.map(([concept, system]) =>
    ids.map((id) => (id === concept ? system : id === system ? concept : id)),
  );
  return [ids, ...swapped];
}

function classesOf(system: System): ReadonlySet<string> {
  const classes = new Set<string>([system.classification.layer]);
  for (let kind = system.classification.kind; kind !== undefined; kind = BROADER[kind]) classes.add(kind);
  return classes;
}

/** What an answer shows of a record. */
export const namedOf = ({ id, name, short }: Named): Named => ({ id, name, short });
