/**
 * `npm run examples -- FILE`: writes what the sentence model is taught with as JSON: the names of all passages, and for
 * each of their titles, questions and questions to practise on its words and the number of its passage.
 */
import { writeFileSync } from 'node:fs';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { learnWords, wordAnalyser } from '../search/analyser.ts';
import { recordsOf } from '../search/compile.ts';
import { passageName, passagesOf } from '../search/passage-texts.ts';
import { readPractice } from './learn/practice.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('expected the file to write to: npm run examples -- FILE');
const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { document } = wordAnalyser(knowledge, learnWords(knowledge));
const practice = new Map(readPractice(SHIPPED_KNOWLEDGE).map(({ of, asked }) => [of, asked]));
const passages = recordsOf(knowledge).flatMap((record) =>
  passagesOf(record).map((passage) => ({ name: passageName(record, passage), passage })),
);
const examples = passages.flatMap(({ name, passage: { title, questions } }, label) =>
  [title, ...questions, ...(practice.get(name) ?? [])].map((text) => [label, document(text).words.join(' ')]),
);
writeFileSync(file, JSON.stringify({ passages: passages.map(({ name }) => name), examples }));
console.log(`${examples.length} examples of ${passages.length} passages`);
