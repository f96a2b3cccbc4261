/** What the schemas of records are built from: texts, dates, sources, facets. */
import { z } from 'zod';
import { ASKS } from './vocabulary.ts';

/** The keys of an object as zod takes them. */
export const keysOf = <K extends string>(object: Readonly<Record<K, unknown>>) => Object.keys(object) as [K, ...K[]];

/** The id of a record, a facet or a source. */
/** What an id is made of: its record's file is named so. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const id = z.string().regex(ID, 'a kebab-case id such as zk-rollup');
/** A day, always whole. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a quoted date such as "2026-11-23"');
/** A year, a month or a day. */
export const moment = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a quoted date: "2026", "2026-11" or "2026-11-23"');
/** A text of one line. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !text.includes('\n'), 'one line, without line breaks');
/** Paragraphs are parted by blank lines; a single line break is only how the file was wrapped. */
const unwrap = (text: string) => text.trim().replace(/[ \t]*\n(?!\s*\n)(?<!\n\s*\n)[ \t]*/g, ' ');
/** A text of paragraphs. */
export const prose = (min: number, max: number) => z.string().overwrite(unwrap).min(min).max(max);
/** A wording in which people ask. */
export const question = line(6, 200);
export const verdict = z.enum(['yes', 'no', 'depends']);
const claimVerdict = z.enum(['wrong', 'misleading', 'disputed', 'outdated', 'true']);
/** Which of a record's sources stand behind something. */
export const sourceIds = z.array(id).min(1).max(4);

/** A page that was read. */
export const source = z.strictObject({
  id: id.describe('short key, used by facets, attributes and views to point at this source'),
  title: line(3, 110),
  url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(300),
  read: day.describe('the day the source was read'),
  published: moment.optional(),
});

/** One answer to one question about a record. */
export const facet = z.strictObject({
  id: id.describe('unique inside the record'),
  asks: z.enum(ASKS),
  title: line(6, 80),
  questions: z.array(question).min(2).max(40),
  verdict: verdict.optional().describe('only where the questions are yes/no questions, all of the same polarity'),
  answer: prose(40, 900),
  as_of: moment.optional().describe('the date of a fact that changes; listed when older than 12 months'),
  sources: sourceIds,
});

/** What people say of a record, and what is true. */
export const misconception = z.strictObject({
  claim: line(8, 140),
  verdict: claimVerdict,
  truth: prose(30, 450),
  sources: sourceIds.optional(),
});

/** What a record was before. */
export const past = z.strictObject({
  until: moment,
  was: prose(8, 300),
  now: prose(8, 300),
  names: z.array(line(2, 60)).optional().describe('old names that lead to this record'),
  sources: sourceIds.optional(),
});

/** What a record is taken for. */
export const confusion = z.strictObject({ id, difference: prose(20, 320) });

/** What an authority calls a system. */
export const view = z.strictObject({
  who: line(2, 60).describe('the authority: L2BEAT, ethereum.org, the project itself'),
  says: line(2, 140).describe('the label it uses'),
  as_of: moment,
  source: id,
});
