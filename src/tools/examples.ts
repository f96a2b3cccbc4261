/**
 * `npm run examples -- FILE`: writes what the sentence model is taught with as JSON: the names of all passages, how many
 * themes of other business there are, and examples: the number of a passage, or behind those of a theme, and the words of
 * a title, a question, a question to practise on or a message of that theme.
 */
import { writeFileSync } from 'node:fs';
import { readExamples } from './learn/examples.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('expected the file to write to: npm run examples -- FILE');
const { names, texts, outside } = readExamples();
const examples = [...texts, ...outside.flat().map(({ label, text }) => ({ label: names.length + label, text }))];
writeFileSync(
  file,
  JSON.stringify({
    passages: names,
    themes: outside.length,
    examples: examples.map(({ label, text }) => [label, text.words.join(' ')]),
  }),
);
console.log(`${examples.length} examples of ${names.length} passages and ${outside.length} themes of other business`);
