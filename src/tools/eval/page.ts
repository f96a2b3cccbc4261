/** The figures of the bot and of its peers → docs/evaluation.md. */
import type { Figures, Outcome } from './figures.ts';
import type { Threshold } from './peers/threshold.ts';
import { figureRows, missLines } from './report.ts';

/** A system under test: its figures with the questions as they are and with a typo in each. */
export interface Contestant {
  readonly name: string;
  readonly setup: string;
  readonly threshold: Threshold | undefined;
  readonly plain: Figures;
  readonly misspelt: Figures;
}

/** A set of questions; the wording of a set from outside the project is not shown. */
export interface QuestionSet {
  readonly name: string;
  readonly isOurs: boolean;
  readonly outcomes: readonly Outcome[];
}

/** What the page tells. */
export interface Evaluation {
  /** The day of the run, as in 2026-11-23. */
  readonly date: string;
  readonly version: string;
  readonly records: number;
  /** The bot first. */
  readonly contestants: readonly Contestant[];
  readonly sets: readonly QuestionSet[];
}

/** The page as Markdown, written by the tool alone. */
export function evaluationPage(evaluation: Evaluation): string {
  const { contestants, sets } = evaluation;
  return `${[
    '# Evaluation',
    'Written by `npm run eval -- FILE... --peers`; run it again rather than editing this page.',
    `Measured on ${evaluation.date} with knowledge \`${evaluation.version}\` (${evaluation.records} records) on:`,
    sets.map(setLine).join('\n'),
    HOW_TO_READ,
    '## Questions as they were asked',
    table(contestants, ({ plain }) => plain),
    '## The same questions with one typo each',
    table(contestants, ({ misspelt }) => misspelt),
    '## How the peers are set up',
    PEERS,
    contestants.slice(1).map(setupLine).join('\n'),
    '## What the bot said',
    kindLine(contestants),
    '## Misses',
    ...sets.flatMap(missesOf),
  ].join('\n\n')}\n`;
}

const HOW_TO_READ = `- **right at 1, right in 3, mean reciprocal rank**: of the ranking, whether or not the system dared to answer.
- **answered**: what the asker got. Answered rightly, the first topic of an answer is right; asked back, the bot offered choices.
- **false answers**: anything at all said to a question that must not be answered; offered choices count, and are counted apart.
- **calibration error**: the mean distance between confidence and share of right answers over ten bands; peers give no confidence.`;

const PEERS = `All get the same records as documents (name, other names, questions, text), the same field weights and the bot's list of stop words.
Each answers when its first score, or its first score per word of the question, reaches a threshold that was chosen for the
best F1 **on these very questions** as they were asked. That favors the peers: the bot's own thresholds are fixed.`;

function table(contestants: readonly Contestant[], figuresOf: (contestant: Contestant) => Figures): string {
  const columns = contestants.map((contestant) => figureRows(figuresOf(contestant)));
  const labels = columns[0]?.map(([label]) => label) ?? [];
  const rows = labels.map((label, at) => [label, ...columns.map((column) => column[at]?.[1] ?? '')]);
  const head = ['', ...contestants.map(({ name }) => name)];
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function setLine({ name, outcomes }: QuestionSet): string {
  const negatives = outcomes.filter(({ question }) => question.topics.length === 0).length;
  return `- ${name}: ${outcomes.length - negatives} answerable, ${negatives} that must not be answered`;
}

function setupLine({ name, setup, threshold }: Contestant): string {
  const from = threshold ? `; answers from ${threshold.measure} ${threshold.from.toPrecision(3)}` : '';
  return `- **${name}**: ${setup}${from}.`;
}

function kindLine([bot]: readonly Contestant[]): string {
  return `${[...(bot?.plain.kinds ?? [])].map(([kind, count]) => `${kind} ${count}`).join(', ')}.`;
}

function missesOf({ name, isOurs, outcomes }: QuestionSet): readonly string[] {
  const misses = missLines(outcomes);
  const summary = `On ${name}, ${misses.length} of ${outcomes.length} got no right first answer, or an answer that should not be.`;
  if (!isOurs) return [`${summary} Their wording is other people's and stays where it is.`];
  return misses.length > 0 ? [summary, misses.join('\n')] : [summary];
}
