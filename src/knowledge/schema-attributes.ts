/** The typed attributes of a system: figures with units, dates, choices, each with its source. */
import { z } from 'zod';
import { id, keysOf, line, moment, verdict } from './schema-parts.ts';
import {
  ATTRIBUTES,
  type AttributeName,
  FIGURE_KINDS,
  TIME_UNITS,
  VALIDATIONS,
  type Validation,
} from './vocabulary.ts';

const figure = {
  kind: z.enum(FIGURE_KINDS),
  as_of: moment,
  source: id,
  note: line(4, 220).optional(),
};
const measured = <U extends readonly [string, ...string[]]>(units: U) =>
  z
    .strictObject({
      value: z.number().nonnegative().optional(),
      min: z.number().nonnegative().optional(),
      max: z.number().positive().optional(),
      unit: z.enum(units),
      ...figure,
    })
    .refine(
      ({ value, min, max }) => (value === undefined) !== (min === undefined && max === undefined),
      'either value, or min and/or max',
    );
const attributeValues = {
  text: z.strictObject({ text: line(2, 220), as_of: moment, source: id }),
  machine: z.strictObject({
    text: line(2, 220),
    evm: verdict.optional().describe("whether contracts made for Ethereum's virtual machine run there"),
    as_of: moment,
    source: id,
  }),
  validation: z.strictObject({
    is: z.enum(keysOf<Validation>(VALIDATIONS)),
    text: line(4, 220).optional(),
    as_of: moment,
    source: id,
  }),
  stage: z.strictObject({
    is: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    note: line(4, 220).optional(),
    as_of: moment,
    source: id,
  }),
  date: z.strictObject({ date: moment, note: line(4, 220).optional(), source: id }),
  duration: measured(TIME_UNITS),
  rate: measured(['tps']),
} as const;

/** The typed attributes of a system; what is not known is left out. */
export const attributesSchema = z.strictObject(
  Object.fromEntries(
    keysOf<AttributeName>(ATTRIBUTES).map((name) => [name, attributeValues[ATTRIBUTES[name].type].optional()]),
  ) as { readonly [N in AttributeName]: z.ZodOptional<(typeof attributeValues)[(typeof ATTRIBUTES)[N]['type']]> },
);
