import { readKnowledgeFiles, SHIPPED_KNOWLEDGE } from '../../knowledge/files.ts';
import { inspectKnowledge, type Knowledge } from '../../knowledge/load.ts';

/** The shipped base without the records that have faults, so that it can be measured while it is being written. */
export function measuredKnowledge(): { readonly knowledge: Knowledge; readonly faults: number } {
  const { knowledge, faults } = inspectKnowledge(readKnowledgeFiles(SHIPPED_KNOWLEDGE));
  if (faults.length > 0) console.error(`The base has ${faults.length} faults (npm run check lists them).`);
  return { knowledge, faults: faults.length };
}
