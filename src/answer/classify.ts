/** "Is X a layer 2?", "what layer is X?": the base's classification, with the dissent it records. */
import type { Asset, Source, System } from '../knowledge/schema.ts';
import { LAYERS } from '../knowledge/vocabulary.ts';
import type { Answer, ClassificationAnswer, Grounds, Verdict } from './answer.ts';
import { BROADER, type Catalog, namedOf } from './catalog.ts';
import { isClass, type Reading, thingsOf } from './question.ts';

type Classified = (ClassificationAnswer & Grounds) | undefined;

/** Classifies the subject of the question; undefined where the base has no classification of it. */
export function classify(reading: Reading, catalog: Catalog, grounds: Grounds): Answer | undefined {
  const [id] = thingsOf(reading.subjects, reading.analysis);
  if (id === undefined) return undefined;
  const classes = reading.subjects.filter(isClass);
  const asked = reading.yesNo && classes.length === 1 ? classes[0] : undefined;
  const system = catalog.system(id);
  const asset = catalog.asset(id);
  // "What layer is XRP": the coin is asked about, and its chain gives the answer where it has one.
  return system
    ? classifySystem(system, asked, { catalog, grounds })
    : asset
      ? classifyAsset(asset, asked, grounds)
      : undefined;
}

/** The classification of a system, with yes or no where a class was asked about. */
export function classifySystem(
  system: System,
  asked: string | undefined,
  { catalog, grounds }: { catalog: Catalog; grounds: Grounds },
): Classified {
  const { classification } = system;
  return {
    ...grounds,
    kind: 'classification',
    subject: namedOf(system),
    verdict: asked === undefined ? undefined : verdictFor(system, asked, catalog),
    asked: asked && (catalog.get(asked)?.name ?? asked),
    layer: classification.layer,
    statement: classification.label,
    criterion: classification.criterion,
    views: classification.views,
    sources: citedFirst(
      system.sources,
      classification.views.map(({ source }) => source),
    ),
    reviewed: system.reviewed,
  };
}

/** A system is of a class or not; where authorities differ about it, it depends. */
function verdictFor(system: System, asked: string, catalog: Catalog): Verdict {
  const own = catalog.isOf(system, asked);
  if (system.classification.views.length > 1 && (!own || system.classification.criterion !== undefined))
    return 'depends';
  // A rollup asked to be a layer 2 is one; a layer 2 asked to be a ZK rollup may be another kind.
  return own || BROADER[asked] === system.classification.kind ? 'yes' : 'no';
}

/** The classification of a token that has no chain of its own. Of other classes than layers, as its consensus, nothing is known. */
export function classifyAsset(asset: Asset, classId: string | undefined, grounds: Grounds): Classified {
  const asked = classId !== undefined && classId in LAYERS ? classId : undefined;
  return {
    ...grounds,
    kind: 'classification',
    subject: { id: asset.id, name: asset.name, short: asset.answer },
    verdict: asked === undefined ? undefined : asked === asset.layer ? 'yes' : 'no',
    asked: asked?.replace('-', ' '),
    layer: asset.layer,
    statement: asset.answer,
    criterion: undefined,
    views: asset.views,
    sources: asset.sources,
    reviewed: asset.reviewed,
  };
}

function citedFirst(sources: readonly Source[], cited: readonly string[]): readonly Source[] {
  const weight = ({ id }: Source) => (cited.includes(id) ? 0 : 1);
  return [...sources].sort((a, b) => weight(a) - weight(b));
}
