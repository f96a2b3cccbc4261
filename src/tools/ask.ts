/** `npm run ask -- "question"`: answers in the terminal; with --json one object a line, with --why also the reasons. */
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Answerer } from '../answer/index.ts';
import { answerJson } from '../answer/json.ts';
import { answerText } from '../answer/text.ts';
import { loadAnswerer } from '../compiled.ts';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, why: { type: 'boolean', default: false } },
});
const answerer = await loadAnswerer(SHIPPED_KNOWLEDGE);
if (positionals.length > 0) {
  for (const question of positionals) say(answerer, question);
} else {
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') say(answerer, line);
}

function say({ answer }: Answerer, question: string): void {
  const start = performance.now();
  const result = answer(question);
  const ms = performance.now() - start;
  process.stdout.write(
    values.json ? `${JSON.stringify(answerJson(question, result, ms))}\n` : `${answerText(result)}\n`,
  );
}
