/** Compiles the search once, so that the first start after an installation is as fast as any other. Silent. */
import { loadAnswerer } from '../compiled.ts';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';

try {
  await loadAnswerer(SHIPPED_KNOWLEDGE);
} catch {
  // Faults are told by whoever starts the bot or checks the knowledge; an installation does not fail for them.
}
