/** Dated facts that are due to be looked at again. Pure: today is an argument. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Asset, Entry } from '../../knowledge/schema.ts';
import { GOALS } from './goals.ts';
import { fileOf } from './place.ts';

/** A dated fact: its file, the path of its date in the file, and the date. */
export interface Aged {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly asOf: string;
}

/** Attributes, facets and views dated more than 12 months before today ("2026-11-23"), the oldest first. */
export function agedFacts({ concepts, systems, comparisons, assets }: Knowledge, today: string): readonly Aged[] {
  const limit = monthsBefore(today, GOALS.months);
  const dated = [...[...concepts, ...systems, ...comparisons].flatMap(datesOf), ...assets.flatMap(assetDates)];
  return dated
    .filter(({ asOf }) => lastDayOf(asOf) < limit)
    .sort((a, b) => compare(lastDayOf(a.asOf), lastDayOf(b.asOf)) || compare(a.file, b.file));
}

function datesOf(entry: Entry): readonly Aged[] {
  const file = fileOf(entry);
  const facets = entry.facets.flatMap(({ as_of: asOf }, index): Aged[] =>
    asOf === undefined ? [] : [{ file, path: ['facets', index, 'as_of'], asOf }],
  );
  if (entry.type !== 'system') return facets;
  const views = entry.classification.views.map(
    ({ as_of: asOf }, index): Aged => ({ file, path: ['classification', 'views', index, 'as_of'], asOf }),
  );
  const attributes = Object.entries(entry.attributes).flatMap(([name, value]): Aged[] =>
    value && 'as_of' in value ? [{ file, path: ['attributes', name, 'as_of'], asOf: value.as_of }] : [],
  );
  return [...views, ...attributes, ...facets];
}

const assetDates = ({ views }: Asset, at: number): readonly Aged[] =>
  views.map(({ as_of: asOf }, index) => ({ file: 'assets.yaml', path: [at, 'views', index, 'as_of'], asOf }));

/** A year or a month holds until its end. */
function lastDayOf(moment: string): string {
  const [year = '', month, day] = moment.split('-');
  if (day !== undefined) return moment;
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return last.toISOString().slice(0, 10);
}

function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const endOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, endOfMonth))).toISOString().slice(0, 10);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
