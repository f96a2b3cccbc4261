/** What the messages of all answers share: origin, footer, sources, notices, selects of neighbors, pages. */
import { ButtonStyle } from 'discord.js';
import type { Answer, Excerpt, Named, Verdict } from '../../answer/answer.ts';
import { type Catalog, namedOf } from '../../answer/catalog.ts';
import { formatDay } from '../../answer/format.ts';
import { topicsOf } from '../../answer/json.ts';
import { titleOf } from '../../answer/text.ts';
import type { Entry, Source } from '../../knowledge/schema.ts';
import { inert, oneLine, unlinked } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { comparableWith } from './comparable.ts';
import { answerRow, button, buttonRow, type Hand, topicSelect } from './controls.ts';
import { bulletField, type EmbedParts, type Row } from './payload.ts';

/** What an answer is rendered with. */
export interface View {
  readonly hand: Hand;
  readonly catalog: Catalog;
  /** The question as it was asked, shown above the answer where the reader cannot see it otherwise. */
  readonly origin: string | undefined;
  readonly ephemeral: boolean;
  /** 0-based page of a long answer. */
  readonly page: number;
  /** Whether an unanswered question is recorded. */
  readonly records: boolean;
  /** Whether the question is about stuck funds or keys, which draw people who ask for seed phrases. */
  readonly warns: boolean;
}

/** The origin that answers share, and before their text the warning where funds or keys are at stake. */
export function frame(view: View, parts: Omit<EmbedParts, 'author'>): EmbedParts {
  const warning = view.warns ? `⚠️ **${view.hand.say('answer.stuck')}**` : undefined;
  return {
    ...parts,
    paragraphs: [warning, ...parts.paragraphs],
    author: view.origin === undefined ? undefined : unlinked(oneLine(view.origin, LIMITS.embedAuthor)),
  };
}

/** "Education, not financial advice · Reviewed 23 November 2026 · zk-rollup@1a2b3c". */
export function footerOf({ hand: { say }, catalog }: View, id: string, reviewed: string | undefined): string {
  return [
    say('answer.disclaimer'),
    reviewed && say('answer.reviewed', { date: formatDay(reviewed) }),
    `${id}@${catalog.knowledge.version.slice(0, 7)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The first sources as links; the button under the answer shows them all with their dates. */
export function sourceField({ hand: { say } }: View, sources: readonly Source[], beside: readonly Excerpt[] = []) {
  const all = [...sources.slice(0, 3), ...beside.flatMap(({ short }) => short.sources.slice(0, 1))];
  const links = all.map(({ title, url }) => `[${title.replace(/[[\]]/g, '')}](${url})`);
  return bulletField(say('answer.sources'), [...new Set(links)]);
}

/** Previous and next, where there is more than one page. */
export function pageRow({ hand }: View, page: number, pages: number): Row | undefined {
  return buttonRow([
    page > 0 ? button(hand, 'page', { label: hand.say('button.previous'), args: [String(page - 1)] }) : undefined,
    page < pages - 1 ? button(hand, 'page', { label: hand.say('button.next'), args: [String(page + 1)] }) : undefined,
  ]);
}

/** The topics that a record points at. */
export function relatedSelect(record: Entry, view: View): Row | undefined {
  const related: readonly Named[] = record.related.flatMap((id) => view.catalog.get(id) ?? []).map(namedOf);
  return topicSelect(view.hand, 'choose', {
    options: related,
    placeholder: view.hand.say('select.related'),
    args: ['related'],
  });
}

/** What a record can be set beside. */
export function compareSelect(record: Entry, view: View): Row | undefined {
  if (record.type === 'comparison') return undefined;
  return topicSelect(view.hand, 'compare', {
    options: comparableWith(record, view.catalog),
    placeholder: view.hand.say('select.compare'),
    args: [record.id],
  });
}

/** What stands under one part of a record: the way to the whole, to what it points at, and to what it can be set beside. */
export function partRows(record: Entry, view: View): Row[] {
  const whole = button(view.hand, 'topic', {
    label: `${view.hand.say('button.whole')}: ${record.name}`,
    args: [record.id, 'standard'],
    style: ButtonStyle.Primary,
  });
  return rows([
    buttonRow([whole]),
    relatedSelect(record, view),
    compareSelect(record, view),
    answerRow(view.hand, { topic: record.id, sources: true, ephemeral: view.ephemeral }),
  ]);
}

/** Says so where a word was read as another. */
export function fuzzyNotice(answer: Answer, name: string, { hand: { say } }: View): string | undefined {
  const { corrections } = answer;
  if (corrections.length === 0 || topicsOf(answer).length === 0) return undefined;
  const read = corrections.map(({ to }) => to);
  // The topic's name says it best, where it was the name that was misspelled.
  const shown = read.every((word) => name.toLowerCase().includes(word)) ? name : read.join(' ');
  const written = corrections.map(({ from }) => from).join(' ');
  return `*${say('answer.fuzzy', { shown, written: inert(written, 100) })}*`;
}

/** A text with yes, no or it depends before it. */
export function verdictText(verdict: Verdict | undefined, text: string, { hand: { say } }: View): string {
  return verdict ? `**${say(`answer.${verdict}`)}** ${text}` : text;
}

/** A further passage, with its own heading: it may be the better answer. */
export function besideText({ owner, short }: Excerpt, view: View): string {
  const { say } = view.hand;
  const asOf = short.asOf && ` *${say('answer.asof', { date: formatDay(short.asOf) })}*`;
  return `**${say('answer.beside')}: ${titleOf(owner, short)}**\n${verdictText(short.verdict, short.text, view)}${asOf ?? ''}`;
}

/** At most five rows, without the empty ones. */
export const rows = (all: readonly (Row | undefined)[]): Row[] =>
  all.filter((row) => row !== undefined).slice(0, LIMITS.rows);
