/** `npm run schemas`: writes knowledge/schema/*.json from the schemas of the records. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { jsonSchemaFiles } from './check/json-schemas.ts';

const folder = join(SHIPPED_KNOWLEDGE, 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemaFiles()) {
  writeFileSync(join(folder, name), text);
  process.stdout.write(`knowledge/schema/${name}\n`);
}
