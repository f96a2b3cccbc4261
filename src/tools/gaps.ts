/**
 * `npm run gaps`: the questions that found no good answer, clustered. With --yaml a patch that teaches them: for one
 * cluster with --topic, else for all that moderators picked. With --write the files are changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Cluster, clusterQuestions } from '../answer/clusters.ts';
import { loadAnswerer } from '../compiled.ts';
import { readConfig } from '../config.ts';
import { explainFault } from '../fault.ts';
import { formatFault, KnowledgeError } from '../knowledge/fault.ts';
import { readKnowledgeFiles, SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { openStore } from '../store/sqlite.ts';
import type { Gap, GapPick } from '../store/store.ts';
import { unifiedDiff } from './diff.ts';
import { type Lesson, planLessons, questionOf } from './gaps-plan.ts';

const GOLDEN = 'tests/golden/from-gaps.jsonl';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAX_GAPS = 20_000;

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    limit: { type: 'string', default: '20' },
    yaml: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    topic: { type: 'string' },
    facet: { type: 'string' },
    cluster: { type: 'string' },
    alias: { type: 'string' },
  },
});

try {
  await main();
} catch (error) {
  const isKnowledge = error instanceof KnowledgeError || !(error instanceof Error);
  process.stderr.write(`${isKnowledge ? explainFault(error) : error.message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const file = values.database ?? readConfig(process.env).database;
  if (!existsSync(file)) throw new Error(`there is no database at ${file}; set DATABASE or give --database`);
  const store = openStore(file);
  const gaps = store.gaps({ limit: MAX_GAPS });
  const picks = store.picks({ limit: MAX_GAPS });
  store.close();
  const { search } = await loadAnswerer(SHIPPED_KNOWLEDGE);
  const clusters = clusterQuestions(gaps, search.analyser);
  if (values.yaml || values.write) teach(lessonsOf(clusters, picks));
  else process.stdout.write(listing(clusters, picks, gaps.length));
}

function listing(clusters: readonly Cluster<Gap>[], picks: readonly GapPick[], asked: number): string {
  const shown = clusters.slice(0, Number(values.limit));
  const lines = shown.flatMap((cluster, at) => {
    const pick = picks.find(({ question }) => cluster.wordings.includes(question));
    const state = pick
      ? `picked: ${pick.topic ?? 'not for the knowledge base'}`
      : `nearest: ${cluster.nearest.slice(0, 3).join(', ') || 'none'}`;
    return [
      `${String(at + 1).padStart(3)}. ${cluster.count}×  ${cluster.question}`,
      ...cluster.wordings.slice(1, 4).map((wording) => `         ${wording}`),
      `       ${state}`,
    ];
  });
  return `${asked} questions without a good answer, in ${clusters.length} clusters.\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** What is to be learned: the cluster that was named with --topic, else every pick that names a topic. */
function lessonsOf(clusters: readonly Cluster<Gap>[], picks: readonly GapPick[]): readonly Lesson[] {
  const { topic, facet, alias } = values;
  const why = (count: number) => `asked ${count} time${count === 1 ? '' : 's'} without a good answer`;
  if (topic === undefined) {
    return picks.flatMap((pick): Lesson[] => {
      const count = clusters.find(({ wordings }) => wordings.includes(pick.question))?.count ?? 1;
      const question = questionOf(pick.question);
      return pick.topic === undefined
        ? []
        : [{ topic: pick.topic, facet: undefined, question, asAlias: false, golden: question, why: why(count) }];
    });
  }
  const number = Number(values.cluster ?? '1');
  const cluster = clusters[number - 1];
  if (!cluster) throw new Error(`there is no cluster ${number}: there are ${clusters.length}`);
  const golden = questionOf(cluster.question);
  const asAlias = alias !== undefined;
  return [{ topic, facet, question: alias ?? golden, asAlias, golden, why: why(cluster.count) }];
}

/** Prints the patch, or writes it; says what speaks against it. */
function teach(lessons: readonly Lesson[]): void {
  const golden = join(ROOT, GOLDEN);
  const before = existsSync(golden) ? readFileSync(golden, 'utf8') : undefined;
  const plan = planLessons(lessons, readKnowledgeFiles(SHIPPED_KNOWLEDGE), before ?? '');
  for (const note of [...plan.notes, ...plan.faults.map(formatFault)]) process.stderr.write(`${note}\n`);
  if (plan.changes.length === 0) process.stderr.write('Nothing to change.\n');
  if (plan.faults.length > 0) process.exitCode = 1;
  const changes = [
    ...plan.changes.map(({ path, ...change }) => ({ path: `knowledge/${path}`, ...change })),
    ...(plan.golden === (before ?? '') ? [] : [{ path: GOLDEN, before, after: plan.golden }]),
  ];
  if (values.write && plan.faults.length === 0)
    for (const { path, after } of changes) writeFileSync(join(ROOT, path), after);
  process.stdout.write(changes.map(({ path, before: old, after }) => unifiedDiff(path, old, after)).join(''));
}
