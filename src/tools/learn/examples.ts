/** What is learned from: all that leads to each passage, and all that leads to none, as it is read. */
import { SHIPPED_KNOWLEDGE } from '../../knowledge/files.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { learnWords, wordAnalyser } from '../../search/analyser.ts';
import { recordsOf } from '../../search/compile.ts';
import { passageName, passagesOf } from '../../search/passage-texts.ts';
import type { Read } from '../../search/tokens.ts';
import { readPractice } from './practice.ts';

/** A text with the number of what it leads to. */
export interface Example {
  readonly label: number;
  readonly text: Read;
}

/** The names of all passages of the shipped base, their titles, questions and questions to practise on, and messages of other business. */
export interface Examples {
  readonly names: readonly string[];
  /** Each with the number of its passage. */
  readonly texts: readonly Example[];
  /** By theme, each with the number of its theme. */
  readonly outside: readonly (readonly Example[])[];
}

/** Reads the shipped base. Throws what the file system throws, and a KnowledgeError where the base has faults. */
export function readExamples(): Examples {
  const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
  const { document } = wordAnalyser(knowledge, learnWords(knowledge));
  const practice = new Map(readPractice(SHIPPED_KNOWLEDGE).map(({ of, asked }) => [of, asked]));
  const passages = recordsOf(knowledge).flatMap((record) =>
    passagesOf(record).map((passage) => ({ name: passageName(record, passage), passage })),
  );
  const toExample = (label: number) => (text: string) => ({ label, text: document(text) });
  return {
    names: passages.map(({ name }) => name),
    texts: passages.flatMap(({ name, passage: { title, questions } }, label) =>
      [title, ...questions, ...(practice.get(name) ?? [])].map(toExample(label)),
    ),
    outside: knowledge.outside.map(({ examples }, label) => examples.map(toExample(label))),
  };
}
