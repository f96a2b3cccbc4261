/** `npm run ask -- "question"`: answers in the terminal; with --json one object a line, with --why also the reasons. */
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Answerer } from '../answer/index.ts';
import { answerJson } from '../answer/json.ts';
import { answerText } from '../answer/text.ts';
import { loadAnswerer } from '../compiled.ts';
import { explainFault } from '../fault.ts';
import { inspectQuestion } from '../inspect.ts';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, why: { type: 'boolean', default: false } },
});

try {
  const answerer = await loadAnswerer(SHIPPED_KNOWLEDGE);
  if (positionals.length > 0) {
    for (const question of positionals) say(answerer, question);
  } else {
    for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') say(answerer, line);
  }
} catch (error) {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exitCode = 1;
}

function say(answerer: Answerer, question: string): void {
  const start = performance.now();
  const result = answerer.answer(question);
  const ms = performance.now() - start;
  const text = values.json ? JSON.stringify(answerJson(question, result, ms)) : answerText(result);
  process.stdout.write(`${text}\n${values.why && !values.json ? reasons(answerer, question) : ''}`);
}

/** What the question was read as, and the records that were weighed, best first. */
function reasons(answerer: Answerer, question: string): string {
  const { form, read, subjects, corrections, confidence, records, ms } = inspectQuestion(answerer, question);
  const lines = [
    '',
    `read as      ${read}`,
    `form         ${form}`,
    `subjects     ${subjects.map(({ id }) => id).join(', ') || 'none'}`,
    ...corrections.map(({ from, to }) => `corrected    ${from} → ${to}`),
    `confidence   ${confidence.toFixed(2)}   (${ms.toFixed(2)} ms)`,
    ...records.flatMap(({ id, score, matched, missing, features }) => [
      `${score.toFixed(2)}  ${id}`,
      `      has ${matched.join(', ') || 'nothing'}${missing.length > 0 ? `; lacks ${missing.join(', ')}` : ''}`,
      `      ${Object.entries(features)
        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
        .join('  ')}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
