/**
 * `npm run eval -- FILE.jsonl...`: asks the labeled questions, prints the figures and every miss. With `--typos` each
 * question gets one typo; with `--peers` other search libraries are asked the same and docs/evaluation.md is written.
 */
import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAnswerer } from '../answer/index.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { askBot, misspelt } from './eval/ask.ts';
import { measuredKnowledge } from './eval/base.ts';
import { figuresOf } from './eval/figures.ts';
import { type Contestant, evaluationPage, type QuestionSet } from './eval/page.ts';
import { createPeers } from './eval/peers/index.ts';
import { askPeer } from './eval/peers/threshold.ts';
import { figureLines, figureRows, missLines } from './eval/report.ts';
import { type Labeled, readQuestions } from './questions.ts';

const PAGE = fileURLToPath(new URL('../../docs/evaluation.md', import.meta.url));
const TESTS = fileURLToPath(new URL('../../tests', import.meta.url));

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { typos: { type: 'boolean', default: false }, peers: { type: 'boolean', default: false } },
});
if (files.length === 0) {
  console.error('Usage: npm run eval -- FILE.jsonl... [--typos] [--peers]');
  process.exitCode = 1;
} else {
  const { knowledge } = measuredKnowledge();
  if (values.peers) await compareWithPeers(knowledge);
  else printBot(knowledge);
}

function printBot(knowledge: Knowledge): void {
  const questions = files.flatMap(readQuestions);
  const outcomes = askBot(createAnswerer(knowledge), values.typos ? misspelt(questions) : questions);
  console.log([...figureLines(figuresOf(outcomes)), '', ...missLines(outcomes)].join('\n'));
}

async function compareWithPeers(knowledge: Knowledge): Promise<void> {
  const answerer = createAnswerer(knowledge);
  const sets = files.map((file) => ({ ...setOf(file), outcomes: askBot(answerer, readQuestions(file)) }));
  const questions = sets.flatMap(({ outcomes }) => outcomes.map(({ question }) => question));
  const bot: Contestant = {
    name: 'Strata',
    setup: 'as shipped',
    threshold: undefined,
    plain: figuresOf(sets.flatMap(({ outcomes }) => outcomes)),
    misspelt: figuresOf(askBot(answerer, misspelt(questions))),
  };
  const contestants = [bot, ...(await peersOf(knowledge, questions))];
  for (const { name, plain, misspelt: typed } of contestants) {
    console.log(`\n${name}`);
    for (const [at, [label, value]] of figureRows(plain).entries())
      console.log(`${label.padEnd(28)}${value.padEnd(24)}with typos ${figureRows(typed)[at]?.[1] ?? ''}`);
  }
  const { version, concepts, systems, comparisons } = knowledge;
  const records = concepts.length + systems.length + comparisons.length;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(PAGE, evaluationPage({ date, version, records, contestants, sets }));
}

async function peersOf(knowledge: Knowledge, questions: readonly Labeled[]): Promise<readonly Contestant[]> {
  const contestants: Contestant[] = [];
  for (const peer of await createPeers(knowledge)) {
    const { every = 1 } = peer;
    const some = <T>(all: readonly T[]) => all.filter((_, at) => at % every === 0);
    const plain = await askPeer(peer, some(questions));
    const typed = await askPeer(peer, some(misspelt(questions)), plain.threshold);
    contestants.push({
      name: peer.name,
      setup: every === 1 ? peer.setup : `${peer.setup}; asked one question in ${every}, as an answer takes seconds`,
      threshold: plain.threshold,
      plain: figuresOf(plain.outcomes),
      misspelt: figuresOf(typed.outcomes),
    });
  }
  return contestants;
}

/** Only the files of the project are named: others are somebody else's. */
function setOf(file: string): Pick<QuestionSet, 'name' | 'isOurs'> {
  const path = relative(TESTS, file).split(sep).join('/');
  return path.startsWith('..')
    ? { name: 'questions kept outside the project', isOurs: false }
    : { name: `tests/${path}`, isOurs: true };
}
