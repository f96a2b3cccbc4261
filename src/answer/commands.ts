/** Requests that name what they want: no reading of intents, only of names. Free text in place of a name is understood. */
import type { Entry } from '../knowledge/schema.ts';
import type { Search } from '../search/index.ts';
import { passageNamed, recordIn } from '../search/passage-texts.ts';
import type { Answer, Grounds } from './answer.ts';
import { attributeOf } from './attribute.ts';
import { type Catalog, namedOf } from './catalog.ts';
import { classifyAsset, classifySystem } from './classify.ts';
import { compare, fromAuthored } from './compare.ts';
import { explain, facetAnswer } from './explain.ts';
import type { Request } from './request.ts';

const SURE: Grounds = { confidence: 1, matches: [], corrections: [] };

/** The answer to a command; undefined where it names nothing that the base knows. */
export function answerCommand(
  request: Exclude<Request, { kind: 'ask' }>,
  catalog: Catalog,
  search: Search,
): Answer | undefined {
  const find = (text: string) => resolve(text, catalog, search);
  switch (request.kind) {
    case 'explain': {
      const part = partNamed(request.topic, catalog);
      if (part) return part;
      const entry = find(request.topic);
      if (!entry) return undefined;
      return entry.type === 'comparison'
        ? { ...SURE, ...fromAuthored(entry, catalog) }
        : explain(entry, { depth: request.depth, line: request.topic, grounds: SURE });
    }
    case 'compare': {
      const sides = request.sides.map(find);
      return sides.every((side) => side !== undefined)
        ? compare(
            sides.map(({ id }) => id),
            catalog,
            SURE,
          )
        : undefined;
    }
    case 'classify': {
      const asset = catalog.asset(request.subject.toLowerCase()) ?? assetNamed(request.subject, catalog);
      if (asset && !asset.system) return classifyAsset(asset, undefined, SURE);
      const entry = find(request.subject);
      const system = entry && catalog.system(entry.id);
      return system && classifySystem(system, undefined, { catalog, grounds: SURE });
    }
    case 'attribute': {
      const entry = find(request.subject);
      const system = entry && catalog.system(entry.id);
      return system && attributeOf(system, request.attribute, SURE);
    }
    case 'list':
      return listGroup(request.group, catalog);
    default:
      return request satisfies never;
  }
}

/** The part of a record that has this name: `arbitrum#withdrawal`. */
function partNamed(name: string, catalog: Catalog): Answer | undefined {
  const owner = catalog.get(recordIn(name));
  const passage = owner && passageNamed(owner, name);
  return passage && facetAnswer(owner, passage, { yesNo: false, grounds: SURE });
}

/** The record of an id, or the first one that a text names. */
export function resolve(text: string, catalog: Catalog, search: Search): Entry | undefined {
  const exact = catalog.get(text.trim().toLowerCase());
  if (exact) return exact;
  return search.analyser.question(text).mentions.flatMap(({ id }) => catalog.get(id) ?? [])[0];
}

function assetNamed(text: string, { knowledge }: Catalog) {
  const wanted = text.trim().toLowerCase();
  return knowledge.assets.find(({ name, symbol, aliases }) =>
    [name, symbol, ...aliases].some((one) => one.toLowerCase() === wanted),
  );
}

/** The folders of the base, as categories to list: "rollups", "layer-2", "comparisons". */
export function groupsOf({ entries }: Catalog): readonly string[] {
  return [...new Set(entries.map(({ group }) => group))];
}

function listGroup(group: string | undefined, catalog: Catalog): Answer | undefined {
  if (group === undefined) {
    const items = groupsOf(catalog).map((one) => {
      const members = catalog.entries.filter((entry) => entry.group === one);
      return {
        id: one,
        name: groupName(one),
        short: `${members.length}: ${members
          .slice(0, 4)
          .map(({ name }) => name)
          .join(', ')}…`,
      };
    });
    return { ...SURE, kind: 'list', title: 'Categories', items };
  }
  const members = catalog.entries.filter((entry) => entry.group === group);
  return members.length > 0
    ? { ...SURE, kind: 'list', title: groupName(group), items: members.map(namedOf) }
    : undefined;
}

/** "layer-1-scaling" → "Layer 1 scaling". */
export const groupName = (group: string): string => {
  const words = group.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
