/** Times as Discord's client words them. */

const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-US', { month: '2-digit', day: '2-digit', year: '2-digit' });
const long = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', year: 'numeric' });
const styles: Readonly<Record<string, Intl.DateTimeFormat>> = {
  t: clock,
  T: new Intl.DateTimeFormat('en-US', { timeStyle: 'medium' }),
  d: new Intl.DateTimeFormat('en-US', { dateStyle: 'short' }),
  D: long,
  f: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short' }),
  F: new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'short' }),
};
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const DAY_MS = 86_400_000;
const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "4:02 PM" today, "Yesterday at 4:02 PM", else the date and the time. */
export function messageTime(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  if (isSameDay(at, new Date(now))) return clock.format(at);
  if (isSameDay(at, new Date(now - DAY_MS))) return `Yesterday at ${clock.format(at)}`;
  return `${date.format(at)}, ${clock.format(at)}`;
}

/** The hour and minute alone. */
export const clockTime = (iso: string): string => clock.format(new Date(iso));

/** The day in full, for the line between two days. */
export const dayOf = (iso: string): string => long.format(new Date(iso));

/** A timestamp of Discord's markdown, in one of its styles. */
export function styledTime(unix: number, style: string, now = Date.now()): string {
  const at = new Date(unix * 1000);
  if (Number.isNaN(at.getTime())) return 'Invalid date';
  return style === 'R' ? relativeTime(unix - now / 1000) : (styles[style] ?? clock).format(at);
}

function relativeTime(seconds: number): string {
  const found = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (found === undefined) return relative.format(Math.round(seconds), 'second');
  return relative.format(Math.round(seconds / found[1]), found[0]);
}

function isSameDay(left: Date, right: Date): boolean {
  return left.toDateString() === right.toDateString();
}
