/** "Which layer 2s are ZK rollups", "bitcoin layer 2s", "layer 2s at stage 1": systems filtered by what is named. */
import type { System } from '../knowledge/schema.ts';
import type { AnswerOf, Grounds } from './answer.ts';
import { type Catalog, namedOf } from './catalog.ts';
import { isClass, type Reading } from './question.ts';

const ECOSYSTEMS: ReadonlySet<string> = new Set(['ethereum', 'bitcoin', 'polkadot', 'cosmos', 'avalanche', 'solana']);

/** The systems that fit every class, ecosystem and stage named; undefined where no class is named or none fits. */
export function list(reading: Reading, catalog: Catalog, grounds: Grounds): AnswerOf<'list'> | undefined {
  const classes = reading.subjects.filter(isClass);
  const others = reading.subjects.filter((id) => !isClass(id));
  if (classes.length === 0 || others.some((id) => !ECOSYSTEMS.has(id) && id !== 'rollup-stages')) return undefined;
  const ecosystem = others.find((id) => ECOSYSTEMS.has(id));
  const stage = /\bstage ([012])\b/.exec(reading.line)?.[1];
  const fits = (system: System) =>
    classes.every((id) => catalog.isOf(system, id)) &&
    (ecosystem === undefined || (system.ecosystem === ecosystem && system.id !== ecosystem)) &&
    (stage === undefined || system.attributes.stage?.is === Number(stage));
  const systems = catalog.knowledge.systems.filter(fits);
  if (systems.length === 0) return undefined;
  const live = systems.filter(({ status }) => status === 'live' || status === 'testnet');
  const shown = live.length > 0 ? live : systems;
  const name = (id: string) => catalog.get(id)?.name ?? id;
  const title = [ecosystem && name(ecosystem), classes.map(name).join(', '), stage && `at stage ${stage}`]
    .filter(Boolean)
    .join(': ');
  return { ...grounds, kind: 'list', title, items: shown.map(namedOf) };
}
