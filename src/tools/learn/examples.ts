/** What is learned from: all that leads to each passage, as it is read. */
import { SHIPPED_KNOWLEDGE } from '../../knowledge/files.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { learnWords, wordAnalyser } from '../../search/analyser.ts';
import { recordsOf } from '../../search/compile.ts';
import { passageName, passagesOf } from '../../search/passage-texts.ts';
import type { Read } from '../../search/tokens.ts';
import { readPractice } from './practice.ts';

/** The names of all passages of the shipped base, and their titles, questions and questions to practise on. */
export interface Examples {
  readonly names: readonly string[];
  /** Each with the number of its passage. */
  readonly texts: readonly { readonly label: number; readonly text: Read }[];
}

/** Reads the shipped base. Throws what the file system throws, and a KnowledgeError where the base has faults. */
export function readExamples(): Examples {
  const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
  const { document } = wordAnalyser(knowledge, learnWords(knowledge));
  const practice = new Map(readPractice(SHIPPED_KNOWLEDGE).map(({ of, asked }) => [of, asked]));
  const passages = recordsOf(knowledge).flatMap((record) =>
    passagesOf(record).map((passage) => ({ name: passageName(record, passage), passage })),
  );
  return {
    names: passages.map(({ name }) => name),
    texts: passages.flatMap(({ name, passage: { title, questions } }, label) =>
      [title, ...questions, ...(practice.get(name) ?? [])].map((text) => ({ label, text: document(text) })),
    ),
  };
}
