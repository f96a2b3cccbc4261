/** Attribute values → words. Figures are stored as numbers with units and put into words only here. */
import type { Attributes } from '../knowledge/schema.ts';
import { type AttributeName, VALIDATIONS } from '../knowledge/vocabulary.ts';

type Measured = NonNullable<Attributes['block-time']> | NonNullable<Attributes['throughput']>;
export type AttributeValue = NonNullable<Attributes[AttributeName]>;

/** The value of an attribute in words, with its kind where it is a figure: "250 ms (observed)". */
export function formatValue(value: AttributeValue): string {
  if ('unit' in value) return `${formatMeasure(value)} (${value.kind})`;
  if ('date' in value) return formatDay(value.date);
  if (!('is' in value)) return value.text;
  return typeof value.is === 'number' ? `Stage ${value.is}` : VALIDATIONS[value.is];
}

/** A figure with its unit: "250 ms", "6 to 7 days", "at least 3 h", "up to 100 tps". */
export function formatMeasure({ value, min, max, unit }: Measured): string {
  const amount = (number: number) => number.toLocaleString('en-US', { maximumFractionDigits: 3 });
  const unitOf = (number: number) =>
    unit === 'days' && number === 1 ? 'day' : unit === 'tps' ? 'transactions per second' : unit;
  if (value !== undefined) return `${amount(value)} ${unitOf(value)}`;
  if (min !== undefined && max !== undefined) return `${amount(min)} to ${amount(max)} ${unitOf(max)}`;
  if (min !== undefined) return `at least ${amount(min)} ${unitOf(min)}`;
  return `up to ${amount(max ?? 0)} ${unitOf(max ?? 0)}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2021-08-31" → "31 August 2021", "2021-08" → "August 2021", "2021" → "2021". */
export function formatDay(moment: string): string {
  const [year = '', month, day] = moment.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
