/** What has to change for some questions to be answered: the records, the golden questions, and what speaks against it. */
import { createAnswerer } from '../answer/index.ts';
import { topicsOf } from '../answer/json.ts';
import { parseRequest, wordsOf } from '../answer/request.ts';
import type { Fault } from '../knowledge/fault.ts';
import type { KnowledgeFile } from '../knowledge/files.ts';
import { inspectKnowledge } from '../knowledge/load.ts';
import { type Addition, addToRecord, NoPlaceError } from './gaps-patch.ts';

/** An addition to a record, with the question that must be answered by it afterwards. */
export interface Lesson extends Addition {
  readonly golden: string;
  readonly why: string;
}

/** Files before and after, ready to be printed or written. */
export interface Plan {
  /** Paths are relative to the knowledge folder. */
  readonly changes: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  /** The golden questions after. */
  readonly golden: string;
  /** Faults that the changes bring. */
  readonly faults: readonly Fault[];
  /** Lessons that could not be planned, and those that do not help. */
  readonly notes: readonly string[];
}

/** A kept question in the words of a person: a command becomes what it was asked for. */
export const questionOf = (kept: string): string =>
  wordsOf(parseRequest(kept))
    .replace(/\s+/g, ' ')
    .replace(/\s*\?+$/, '')
    .trim();

/** Plans the changes to the knowledge files and to the golden questions (JSON lines). */
export function planLessons(lessons: readonly Lesson[], files: readonly KnowledgeFile[], golden: string): Plan {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const notes: string[] = [];
  const learned: Lesson[] = [];
  for (const lesson of lessons) {
    const path = [...texts.keys()].find((one) => one.endsWith(`/${lesson.topic}.yaml`));
    const text = path === undefined ? undefined : texts.get(path);
    if (path === undefined || text === undefined) {
      notes.push(`${lesson.topic}: there is no such record.`);
      continue;
    }
    try {
      texts.set(path, addToRecord(text, lesson));
      learned.push(lesson);
    } catch (error) {
      if (!(error instanceof NoPlaceError)) throw error;
      notes.push(`${path}: ${error.message}.`);
    }
  }
  const after = files.map(({ path, text }) => ({ path, text: texts.get(path) ?? text }));
  const changes = files.flatMap(({ path, text: before }) => {
    const changed = texts.get(path) ?? before;
    return changed === before ? [] : [{ path, before, after: changed }];
  });
  const { faults, unhelped } = judge(files, after, learned);
  return { changes, golden: golden + goldenLines(learned, golden), faults, notes: [...notes, ...unhelped] };
}

/** The faults that were not there before, and the questions that would still be answered by something else. */
function judge(before: readonly KnowledgeFile[], after: readonly KnowledgeFile[], lessons: readonly Lesson[]) {
  // An added line moves the faults below it: they are the same by file and message.
  const essence = ({ file, message }: Fault) => `${file} ${message}`;
  const known = new Set(inspectKnowledge(before).faults.map(essence));
  const { knowledge, faults: all } = inspectKnowledge(after);
  // A record that falls out brings faults wherever it is pointed at: its own are those to mend.
  const touched = new Set(after.filter(({ text }, at) => text !== before[at]?.text).map(({ path }) => path));
  const faults = all.filter((fault) => touched.has(fault.file) && !known.has(essence(fault)));
  if (faults.length > 0) return { faults, unhelped: [] };
  const answerer = createAnswerer(knowledge);
  const unhelped = lessons.flatMap(({ golden, topic }) => {
    const topics = topicsOf(answerer.answer(golden));
    if (topics[0] === topic || answerer.answer(golden).kind === 'comparison') return [];
    return [`note: even so, ${JSON.stringify(golden)} leads to ${topics.slice(0, 3).join(', ') || 'no answer'}.`];
  });
  return { faults, unhelped };
}

/** A line a question, in the format of the golden questions; those that are there already stay alone. */
function goldenLines(lessons: readonly Lesson[], golden: string): string {
  const lines = lessons.map(({ golden: q, topic, why }) => `${JSON.stringify({ q, topics: [topic], why })}\n`);
  return [...new Set(lines)].filter((line) => !golden.includes(line.slice(0, line.indexOf(',"topics"')))).join('');
}
