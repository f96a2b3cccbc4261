/** What the sandbox's page shows beside the conversation, read from the bot's own answerer. */

import type { Answerer } from './answer/index.ts';
import { topicsOf } from './answer/json.ts';
import { parseQuestion, type Reading } from './answer/question.ts';
import { LAYERS } from './knowledge/vocabulary.ts';
import type { Inspection, MapGroup, RankedRecord } from './sandbox/page/panel.ts';
import { featuresOf, type Match } from './search/index.ts';
import type { Analysis } from './search/tokens.ts';

const RECORDS_SHOWN = 6;

/** Reads and answers a question as the bot does, and tells what it was read as, what was found and why. */
export function inspectQuestion(answerer: Answerer, question: string): Inspection {
  const { catalog, search } = answerer;
  const started = performance.now();
  const answer = answerer.answer(question);
  const ms = performance.now() - started;
  const analysis = search.analyser.question(question);
  const reading = parseQuestion(analysis);
  const subjects = reading.subjects.length > 0 ? reading.subjects : topicsOf(answer).slice(0, 3);
  return {
    question,
    form: formWords(reading.form),
    answer: answer.kind,
    confidence: round(answer.confidence),
    read: reading.line,
    subjects: subjects.map((id) => ({ id, name: catalog.get(id)?.name ?? id })),
    corrections: answer.corrections.map(({ from, to }) => ({ from, to })),
    records: answer.matches.slice(0, RECORDS_SHOWN).map((match) => ranked(answerer, analysis, match)),
    ms: round(ms),
  };
}

function formWords(form: Reading['form']): string {
  if (form.kind === 'attribute') return `attribute: ${form.attribute}`;
  return form.kind === 'open' && form.asks !== undefined ? `open: ${form.asks}` : form.kind;
}

function ranked({ search }: Answerer, analysis: Analysis, { record, score, best }: Match): RankedRecord {
  const { terms, missing } = search.why(analysis, record);
  const rounded = Object.fromEntries(Object.entries(featuresOf(best)).map(([name, value]) => [name, round(value)]));
  return {
    id: record.id,
    name: record.name,
    kind: record.type,
    score: round(score),
    features: rounded,
    matched: terms,
    missing,
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Gives every topic by its group and every network by its layer, each group in the order of its names. */
export function layerMapOf({ catalog: { knowledge } }: Answerer): readonly MapGroup[] {
  const layers: readonly (readonly [id: string, label: string])[] = Object.entries(LAYERS);
  const networks = layers.map(([layer, title]): MapGroup => {
    const items = knowledge.systems.filter((each) => each.classification.layer === layer);
    return { title, kind: 'networks', items: sorted(items) };
  });
  const groups = [...new Set(knowledge.concepts.map(({ group }) => group))].sort();
  const topics = groups.map((group): MapGroup => {
    const items = knowledge.concepts.filter((each) => each.group === group);
    return { title: titleOf(group), kind: 'topics', items: sorted(items) };
  });
  return [...topics, ...networks].filter(({ items }) => items.length > 0);
}

function sorted(items: readonly { readonly id: string; readonly name: string; readonly short: string }[]) {
  return items
    .map(({ id, name, short }) => ({ id, name, short }))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

function titleOf(group: string): string {
  const words = group.replaceAll('-', ' ').replace(/\blayer (\d)\b/, 'layer $1');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
