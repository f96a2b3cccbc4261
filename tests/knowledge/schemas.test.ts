import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readKnowledgeFiles, SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import { jsonSchemaFiles } from '../../src/tools/check/json-schemas.ts';

const folder = join(SHIPPED_KNOWLEDGE, 'schema');

it('the JSON Schemas in the folder are those of the code: "npm run schemas" writes them anew', () => {
  const found = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  expect(new Map(found)).toEqual(new Map([...jsonSchemaFiles()].sort()));
});

it('a schema demands only what the author must write, and explains it', () => {
  const concept: unknown = JSON.parse(jsonSchemaFiles().get('concept.json') ?? '');
  expect(concept).toMatchObject({
    additionalProperties: false,
    required: [
      'name',
      'short',
      'related',
      'questions',
      'sources',
      'reviewed',
      'simple',
      'standard',
      'technical',
      'points',
    ],
    properties: { short: { minLength: 10, maxLength: 90, description: 'one line for lists and autocomplete' } },
  });
});

it('every record points its editor at its schema', () => {
  const records = readKnowledgeFiles(SHIPPED_KNOWLEDGE).filter(({ path }) => path.endsWith('.yaml'));
  const wrong = records.filter(({ path, text }) => {
    const [top = '', ...rest] = path.split('/');
    const name = rest.length > 0 ? top.replace(/s$/, '') : top.replace('.yaml', '');
    return !text.startsWith(`# yaml-language-server: $schema=${'../'.repeat(rest.length)}schema/${name}.json\n`);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
