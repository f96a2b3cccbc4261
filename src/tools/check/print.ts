/** The report as lines for a terminal. */
import { GOAL_LABELS, type Goal } from './goals.ts';
import type { Counts, Report, Row } from './report.ts';

/** How many records are named beside a goal before the rest is only counted. */
const NAMED = 3;
const LABEL_WIDTH = 40;

/** What there is, what is missing by goal, and what is old: a few lines. */
export function summaryLines({ counts, rows, aged }: Report): readonly string[] {
  const goals = (Object.keys(GOAL_LABELS) as Goal[]).flatMap((goal) => goalLine(goal, rows));
  const old = aged.length === 1 ? '1 dated fact is' : `${aged.length} dated facts are`;
  return [
    `${countLine(counts)} No faults.`,
    ...(goals.length > 0 ? ['', 'Worth adding (npm run check -- --all names every record):', ...goals] : []),
    ...(aged.length > 0 ? ['', `${old} older than 12 months (npm run check -- --stale names them).`] : []),
  ];
}

/** Every record that misses a goal, with what it misses: a table of two columns. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ file }) => file.length));
  return rows.flatMap(({ file, gaps }) =>
    gaps.map(({ goal, found }, index) => `${(index === 0 ? file : '').padEnd(width)}  ${GOAL_LABELS[goal]}: ${found}`),
  );
}

function countLine({ concepts, systems, comparisons, assets, facets, questions, sources }: Counts): string {
  const records = `${count(concepts, 'concept')}, ${count(systems, 'system')}, ${count(comparisons, 'comparison')}`;
  const parts = `${count(facets, 'facet')}, ${count(questions, 'question')} and ${count(sources, 'source')}`;
  return `${records} and ${count(assets, 'asset')}, with ${parts}.`;
}

const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en-US')} ${thing}${number === 1 ? '' : 's'}`;

function goalLine(goal: Goal, rows: readonly Row[]): readonly string[] {
  const ids = rows.filter(({ gaps }) => gaps.some((gap) => gap.goal === goal)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const named = ids.slice(0, NAMED).join(', ');
  const more = ids.length > NAMED ? `, and ${ids.length - NAMED} more` : '';
  return [`  ${GOAL_LABELS[goal].padEnd(LABEL_WIDTH)}${String(ids.length).padStart(3)}  ${named}${more}`];
}
