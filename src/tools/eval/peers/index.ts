/** The search libraries that a bot would otherwise pick, each set up over the same base. */
import type { Knowledge } from '../../../knowledge/load.ts';
import { documentsOf, type Peer } from './document.ts';
import { createFuse } from './fuse.ts';
import { createLunr } from './lunr.ts';
import { createMiniSearch } from './minisearch.ts';
import { createNatural } from './natural.ts';
import { createOrama } from './orama.ts';

/** Builds every peer. Rejects where a library is not installed: they are development dependencies. */
export function createPeers(knowledge: Knowledge): Promise<readonly Peer[]> {
  const documents = documentsOf(knowledge);
  const makers = [createMiniSearch, createOrama, createLunr, createNatural, createFuse];
  return Promise.all(makers.map((create) => create(documents)));
}
