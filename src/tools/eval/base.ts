import { withEncoder } from '../../knowledge/encoder.ts';
import { readKnowledgeFiles, readModel, SHIPPED_KNOWLEDGE } from '../../knowledge/files.ts';
import { inspectKnowledge, type Knowledge } from '../../knowledge/load.ts';

/** The shipped base with its sentence model, without the records that have faults: it can be measured while it is written. */
export function measuredKnowledge(): { readonly knowledge: Knowledge; readonly faults: number } {
  const { knowledge, faults } = inspectKnowledge(readKnowledgeFiles(SHIPPED_KNOWLEDGE));
  if (faults.length > 0) console.error(`The base has ${faults.length} faults (npm run check lists them).`);
  return { knowledge: withEncoder(knowledge, readModel(SHIPPED_KNOWLEDGE)), faults: faults.length };
}
