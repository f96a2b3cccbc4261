/**
 * `npm run examples -- FILE`: writes what the sentence model is taught with as JSON: the names of all passages, and for
 * each of their titles, questions and questions to practise on its words and the number of its passage.
 */
import { writeFileSync } from 'node:fs';
import { readExamples } from './learn/examples.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('expected the file to write to: npm run examples -- FILE');
const { names, texts } = readExamples();
const examples = texts.map(({ label, text }) => [label, text.words.join(' ')]);
writeFileSync(file, JSON.stringify({ passages: names, examples }));
console.log(`${examples.length} examples of ${names.length} passages`);
