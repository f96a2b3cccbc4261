/** Records as documents with the fields that any search library takes. */
import type { Knowledge } from '../../../knowledge/load.ts';
import type { Entry } from '../../../knowledge/schema.ts';
import { isStopWord } from '../../../search/stopwords.ts';

/** One record, its texts parted by what they weigh. */
export interface PeerDocument {
  readonly id: string;
  readonly title: string;
  readonly aliases: string;
  readonly questions: string;
  readonly text: string;
}

/** A record found and the library's own score, the higher the better. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** A search library set up over the documents of a base. */
export interface Peer {
  readonly name: string;
  /** How it is set up, in a few words. */
  readonly setup: string;
  /** A library that takes seconds an answer is asked every so many questions only; every one where this is left out. */
  readonly every?: number;
  /** The best records for a question, best first, at most `limit`. */
  search(question: string, limit: number): readonly Hit[] | Promise<readonly Hit[]>;
}

/** How much a field counts beside the text, in every library: of the sets of weights tried, the one that served best. */
export const BOOSTS = Object.freeze({ title: 2, aliases: 2, questions: 2, text: 1 });

/** Every record of a base as a document. */
export function documentsOf(knowledge: Knowledge): readonly PeerDocument[] {
  return [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons].map(documentOf);
}

function documentOf(record: Entry): PeerDocument {
  const { facets, misconceptions } = record;
  return {
    id: record.id,
    title: record.name,
    aliases: record.aliases.join('\n'),
    questions: [...record.questions, ...facets.flatMap(({ questions }) => questions)].join('\n'),
    text: [
      record.short,
      ...proseOf(record),
      ...facets.flatMap(({ title, answer }) => [title, answer]),
      ...misconceptions.flatMap(({ claim, truth }) => [claim, truth]),
    ].join('\n'),
  };
}

function proseOf(record: Entry): readonly string[] {
  return record.type === 'comparison'
    ? [record.summary, ...record.rows.flatMap(({ label, values }) => [label, ...values])]
    : [record.simple, record.standard, record.technical, ...record.points];
}

/** The words of a question or text that carry a topic, lower-cased: libraries get the stop words of the bot. */
export function topicWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !isStopWord(word));
}
