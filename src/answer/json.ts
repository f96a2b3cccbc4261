/** Answers → the stable JSON contract of `ask --json`: scripts and the evaluation of answer quality read it. */
import type { Source } from '../knowledge/schema.ts';
import type { Answer, Excerpt } from './answer.ts';
import { answerText } from './text.ts';

/** One line of `ask --json`. */
export interface AnswerJson {
  readonly question: string;
  readonly kind: Answer['kind'];
  /** Ids of what was answered, best first; empty where nothing was. */
  readonly topics: readonly string[];
  /** The facet's id, where a facet was the answer. */
  readonly facet?: string;
  readonly confidence: number;
  readonly alternatives: readonly { readonly id: string; readonly score: number }[];
  readonly text: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** Milliseconds of the answer alone. */
  readonly ms: number;
}

/** The contract's line for an answer. */
export function answerJson(question: string, answer: Answer, ms: number): AnswerJson {
  const topics = topicsOf(answer);
  return {
    question,
    kind: answer.kind,
    topics,
    ...(answer.kind === 'facet' ? { facet: answer.facet.id } : {}),
    confidence: round(answer.confidence),
    alternatives: answer.matches
      .filter(({ record }) => !topics.includes(record.id))
      .slice(0, 5)
      .map(({ record, score }) => ({ id: record.id, score: round(score) })),
    text: answerText(answer),
    sources: sourcesOf(answer).map(({ title, url }) => ({ title, url })),
    ms: Math.round(ms * 1000) / 1000,
  };
}

/** Ids of what an answer is about, best first. */
export function topicsOf(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'explanation':
      return [answer.topic.id];
    case 'facet':
      return [answer.owner.id];
    case 'comparison':
      return [...(answer.authored ? [answer.authored.id] : []), ...answer.sides.map(({ id }) => id)];
    case 'classification':
    case 'attribute':
      return [answer.subject.id];
    case 'list':
      return answer.items.map(({ id }) => id);
    case 'choices':
      return answer.candidates.map(({ id }) => id);
    case 'unknown':
    case 'out-of-scope':
    case 'help':
      return [];
    default:
      return answer satisfies never;
  }
}

/** The sources that stand behind an answer; none where nothing was answered. */
export function sourcesOf(answer: Answer) {
  switch (answer.kind) {
    case 'explanation':
      return withBeside(answer.topic.sources, answer.beside);
    case 'facet':
      return withBeside(answer.facet.sources, answer.beside);
    case 'comparison':
    case 'classification':
    case 'attribute':
      return answer.sources;
    default:
      return [];
  }
}

/** The sources of all that is said, each once. */
function withBeside(sources: readonly Source[], beside: readonly Excerpt[]): readonly Source[] {
  const all = [...sources, ...beside.flatMap(({ short }) => short.sources)];
  return all.filter(({ url }, at) => all.findIndex((other) => other.url === url) === at);
}

const round = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
