/**
 * One zod schema a record kind. The TypeScript types, the checks of the loader and the JSON Schemas for editors all
 * come from here. Lengths are counted in characters and chosen so that any record fits Discord's embed limits.
 */
import { z } from 'zod';
import { attributesSchema } from './schema-attributes.ts';
import {
  confusion,
  day,
  facet,
  id,
  keysOf,
  line,
  misconception,
  past,
  prose,
  question,
  source,
  view,
} from './schema-parts.ts';
import { FAMILIES, type Family, LAYERS, type Layer } from './vocabulary.ts';

const common = {
  name: line(2, 60),
  aliases: z.array(line(1, 60)).max(24).default([]),
  short: line(10, 90).describe('one line for lists and autocomplete'),
  related: z.array(id).min(2).max(10),
  questions: z.array(question).min(6).max(60),
  facets: z.array(facet).max(100).default([]),
  misconceptions: z.array(misconception).max(8).default([]),
  sources: z.array(source).min(1).max(160),
  reviewed: day,
};

const depths = {
  simple: prose(120, 900).describe('for a newcomer: plain words, grade 8, no unexplained term'),
  standard: prose(200, 1600),
  technical: prose(200, 2000),
  points: z.array(line(15, 190)).min(3).max(6),
  not_to_be_confused_with: z.array(confusion).max(6).default([]),
  past: z.array(past).max(6).default([]),
};

const traitsOf = (family: Family) =>
  z.partialRecord(z.enum(keysOf<string>(FAMILIES[family])), line(8, 220)).describe(`rows of the family ${family}`);

const kinship = z.strictObject({
  family: z.enum(keysOf(FAMILIES)),
  traits: z.record(z.string(), line(8, 220)),
});

/** A concept of the field: three depths, key points, facets and, where it has kin, the rows it shares with them. */
export const conceptSchema = z.strictObject({
  ...common,
  ...depths,
  kin: kinship
    .refine(({ family, traits }) => traitsOf(family).safeParse(traits).success, 'traits that belong to the family')
    .optional(),
});

const classification = z.strictObject({
  layer: z.enum(keysOf<Layer>(LAYERS)),
  label: line(8, 160).describe('the verdict in one sentence'),
  kind: id.optional().describe('the concept it is an instance of, such as optimistic-rollup'),
  criterion: prose(20, 400).optional().describe('what splits the authorities, where they disagree'),
  views: z.array(view).max(6).default([]),
});

/** A system: a chain or network with a classification, typed attributes and the same depths as a concept. */
export const systemSchema = z.strictObject({
  ...common,
  ...depths,
  status: z.enum(['live', 'testnet', 'winding-down', 'retired']).default('live'),
  ecosystem: z.enum([
    'ethereum',
    'bitcoin',
    'polkadot',
    'cosmos',
    'avalanche',
    'solana',
    'bnb',
    'tezos',
    'near',
    'cardano',
    'other',
  ]),
  classification,
  attributes: attributesSchema,
  points: z.array(line(15, 190)).min(2).max(6),
  questions: z.array(question).min(4).max(60),
});

const row = z.strictObject({ label: line(3, 48), values: z.array(line(2, 240)).min(2).max(4) });

/** A comparison of two to four topics: the same rows for each side, and when to choose which. */
export const comparisonSchema = z.strictObject({
  ...common,
  sides: z.array(id).min(2).max(4),
  labels: z
    .array(line(2, 40))
    .min(2)
    .max(4)
    .optional()
    .describe('what the sides are called here, where their records stand for something else'),
  summary: prose(120, 1100),
  rows: z.array(row).min(4).max(9),
  verdict: z
    .array(z.strictObject({ choose: id, when: prose(15, 260) }))
    .min(2)
    .max(4),
  unfair: prose(20, 400).optional().describe('what cannot be compared fairly'),
  facets: z.array(facet).max(24).default([]),
});

const asset = z.strictObject({
  id,
  name: line(2, 60),
  symbol: line(1, 12),
  aliases: z.array(line(1, 60)).max(8).default([]),
  kind: z.enum(['layer-1 coin', 'layer-2 token', 'stablecoin', 'exchange token', 'application token', 'meme token']),
  system: id.optional().describe('the system it is the native coin of'),
  issued_on: z.array(line(2, 60)).min(1).max(12),
  layer: z.enum(keysOf<Layer>(LAYERS)),
  answer: prose(30, 500).describe('which layer it is, in two or three sentences'),
  views: z.array(view).max(4).default([]),
  sources: z.array(source).min(1).max(6),
  reviewed: day,
});

/** The list of assets: what the market calls a coin, and which layer each is native to or issued on. */
export const assetListSchema = z.array(asset).min(1);

/** The lexicon: words and phrases that mean the same, and words that carry no meaning in a question. */
export const lexiconSchema = z.strictObject({
  terms: z
    .array(z.strictObject({ term: line(1, 60), same: z.array(line(1, 60)).min(1) }))
    .describe('each entry: one term and the words and phrases read as it'),
  common_names: z.array(line(2, 30)).describe('names of systems that are also common words, such as base or near'),
  akin: z.array(z.array(line(2, 30)).min(2)).describe('words of one field of meaning; the first one names it'),
  jargon: z.array(line(2, 30)).describe('words that belong to the field alone, though a dictionary may hold them'),
  outside: z.strictObject({
    words: z.array(line(2, 30)).describe('words of other fields: programming, everyday life, other hobbies'),
    phrases: z.array(line(2, 80)).describe('phrases that put a question outside the field'),
    unless: z
      .array(line(2, 80))
      .default([])
      .describe('longer phrases that do not, though they hold one that does: coinbase maturity'),
  }),
});

/** What is asked in the same places and is none of the bot's business. */
export const outsideSchema = z
  .array(
    z.strictObject({
      theme: line(2, 60).describe('what these messages are about'),
      examples: z.array(line(2, 400)).min(1).describe('messages as people write them, each another matter'),
    }),
  )
  .min(1);

type Deep<T> = T extends (infer U)[]
  ? readonly Deep<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;
export type Source = Deep<z.infer<typeof source>>;
export type Facet = Deep<z.infer<typeof facet>>;
export type Misconception = Deep<z.infer<typeof misconception>>;
export type View = Deep<z.infer<typeof view>>;
export type Attributes = Deep<z.infer<typeof attributesSchema>>;
export type ConceptBody = Deep<z.infer<typeof conceptSchema>>;
export type SystemBody = Deep<z.infer<typeof systemSchema>>;
export type ComparisonBody = Deep<z.infer<typeof comparisonSchema>>;
export type AssetBody = Deep<z.infer<typeof asset>>;
export type Lexicon = Deep<z.infer<typeof lexiconSchema>>;
export type OutsideTheme = Deep<z.infer<typeof outsideSchema>>[number];

/** A record as the rest of the house sees it: its body with its kind, its id (the file name) and its group (the folder). */
export type Concept = ConceptBody & { readonly type: 'concept'; readonly id: string; readonly group: string };
export type System = SystemBody & { readonly type: 'system'; readonly id: string; readonly group: string };
export type Comparison = ComparisonBody & { readonly type: 'comparison'; readonly id: string; readonly group: string };
export type Asset = AssetBody & { readonly type: 'asset' };
export type Topic = Concept | System;
export type Entry = Concept | System | Comparison;
