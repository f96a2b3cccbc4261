import { formatFault, KnowledgeError } from '../knowledge/fault.ts';
import { loadKnowledge } from '../knowledge/load.ts';

const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
try {
  const knowledge = loadKnowledge('knowledge');
  console.log(
    `${knowledge.concepts.length} concepts, ${knowledge.systems.length} systems, ${knowledge.comparisons.length} comparisons, ${knowledge.assets.length} assets: sound.`,
  );
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  const shown = error.faults.filter(({ file }) => only.length === 0 || only.some((part) => file.includes(part)));
  for (const fault of shown) console.log(formatFault(fault));
  console.log(`${shown.length} faults.`);
  process.exitCode = 1;
}
