/** The zod schemas of the records as JSON Schemas, for completion and hints in editors. Pure. */
import { z } from 'zod';
import {
  assetListSchema,
  comparisonSchema,
  conceptSchema,
  lexiconSchema,
  outsideSchema,
  systemSchema,
} from '../../knowledge/schema.ts';

const SCHEMAS = {
  concept: conceptSchema,
  system: systemSchema,
  comparison: comparisonSchema,
  assets: assetListSchema,
  lexicon: lexiconSchema,
  outside: outsideSchema,
} as const;

/** File name → text of each JSON Schema. Draft 7 is what editors of YAML know best. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
