/**
 * `npm run check`: every fault of the knowledge as `file:line:column: field: expected …, found …`; where there is none,
 * what is worth adding. Arguments that are parts of paths restrict what is shown; --all names every record that misses
 * a goal, --stale every dated fact older than 12 months.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Fault, formatFault } from '../knowledge/fault.ts';
import { type KnowledgeFile, readKnowledgeFiles, SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { inspectKnowledge } from '../knowledge/load.ts';
import { parseYaml } from '../knowledge/parse.ts';
import { summaryLines, tableLines } from './check/print.ts';
import { type Report, report } from './check/report.ts';
import type { Aged } from './check/stale.ts';

const NOTHING_OLD = 'No dated fact is older than 12 months.';
const NOTHING_MISSING = 'No faults, and no goal is missed.';

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false }, stale: { type: 'boolean', default: false } },
  });
  const files = readKnowledgeFiles(SHIPPED_KNOWLEDGE);
  const isShown = (path: string) => positionals.length === 0 || positionals.some((part) => path.includes(partOf(part)));
  if (!files.some(({ path }) => isShown(path))) throw new Error(`No knowledge file has ${positionals.join(' or ')}.`);
  const { knowledge, faults } = inspectKnowledge(files);
  const shown = faults.filter(({ file }) => isShown(file));
  if (shown.length > 0) {
    sayFaults(shown);
    return;
  }
  const whole = report(knowledge, new Date().toISOString().slice(0, 10));
  const part: Report = {
    ...whole,
    rows: whole.rows.filter(({ file }) => isShown(file)),
    aged: whole.aged.filter(({ file }) => isShown(file)),
  };
  if (values.stale) say(part.aged.length > 0 ? part.aged.map((aged) => agedLine(aged, files)) : [NOTHING_OLD]);
  else if (positionals.length > 0) say(part.rows.length > 0 ? tableLines(part.rows) : [NOTHING_MISSING]);
  else say([...(values.all ? [...tableLines(part.rows), ''] : []), ...summaryLines(part)]);
}

/** Paths may be given as the shell completes them. */
function partOf(argument: string): string {
  return argument.replace(/^(?:\.\/)?knowledge\//, '');
}

function sayFaults(faults: readonly Fault[]): void {
  say([...faults.map(formatFault), `${faults.length} fault${faults.length === 1 ? '' : 's'}.`]);
  process.exitCode = 1;
}

/** A dated fact in the form of a fault, so that an editor can jump to it. */
function agedLine({ file, path, asOf }: Aged, files: readonly KnowledgeFile[]): string {
  const text = files.find((one) => one.path === file)?.text ?? '';
  const { faultAt } = parseYaml(file, text, z.unknown());
  return formatFault(faultAt(path, `dated ${asOf}, more than 12 months ago`));
}

function say(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
