import { expect, test } from 'vitest';
import { formatRequest, type Request } from '../../src/answer/request.ts';
import { unifiedDiff } from '../../src/tools/diff.ts';
import { addToRecord } from '../../src/tools/gaps-patch.ts';
import { type Lesson, planLessons, questionOf } from '../../src/tools/gaps-plan.ts';
import { conceptYaml, FILES } from '../discord/knowledge.ts';

const RECORD = `# yaml-language-server: $schema=../../schema/concept.json
name: ZK rollup   # the usual name
short: >-
  Two lines
  folded
facets:
  - id: exit
    questions:
      - how long is the exit
      - when is my money back  # often asked
    answer: Hours.
questions:
    - what is it
related: [rollup, bridge]
`;
const base = { topic: 'zk-rollup', facet: undefined, asAlias: false };
const changed = (addition: Parameters<typeof addToRecord>[1]) =>
  unifiedDiff('k.yaml', RECORD, addToRecord(RECORD, addition)).split('\n').slice(2);

test('a question joins the list of the record, and nothing else changes', () => {
  expect(changed({ ...base, question: 'zk: fast or slow' })).toEqual([
    '@@ -11,4 +11,5 @@',
    '     answer: Hours.',
    ' questions:',
    '     - what is it',
    '+    - "zk: fast or slow"',
    ' related: [rollup, bridge]',
    '',
  ]);
});

test('a question joins a facet, behind the comment of the last one', () => {
  expect(changed({ ...base, facet: 'exit', question: 'is the exit slow' })).toEqual([
    '@@ -8,6 +8,7 @@',
    '     questions:',
    '       - how long is the exit',
    '       - when is my money back  # often asked',
    '+      - is the exit slow',
    '     answer: Hours.',
    ' questions:',
    '     - what is it',
    '',
  ]);
  expect(() => addToRecord(RECORD, { ...base, facet: 'cost', question: 'what' })).toThrow('expected a facet "cost"');
});

test('an alias makes its list where there is none, and joins it in brackets where there is one', () => {
  const alias = { ...base, asAlias: true, question: 'zkr, the' };
  const once = addToRecord(RECORD, alias);
  expect(once.split('\n').slice(1, 3)).toEqual(['name: ZK rollup   # the usual name', 'aliases: ["zkr, the"]']);
  const twice = addToRecord(once, { ...alias, question: 'validity rollup' });
  expect(twice).toBe(once.replace('"zkr, the"]', '"zkr, the", validity rollup]'));
  expect(addToRecord('name: a\naliases: []\n', alias)).toBe('name: a\naliases: ["zkr, the"]\n');
});

test('a diff of a new file and of far changes has its hunks in place', () => {
  expect(unifiedDiff('new', undefined, 'a\nb\n')).toBe('--- /dev/null\n+++ b/new\n@@ -0,0 +1,2 @@\n+a\n+b\n');
  expect(unifiedDiff('same', 'a\n', 'a\n')).toBe('');
  const lines = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const after = lines.toSpliced(15, 0, 'late').toSpliced(2, 1, 'other');
  expect(unifiedDiff('far', `${lines.join('\n')}\n`, `${after.join('\n')}\n`).split('\n')).toEqual([
    '--- a/far',
    '+++ b/far',
    '@@ -1,6 +1,6 @@',
    ...[' line 0', ' line 1', '-line 2', '+other', ' line 3', ' line 4', ' line 5'],
    '@@ -13,6 +13,7 @@',
    ...[' line 12', ' line 13', ' line 14', '+late', ' line 15', ' line 16', ' line 17'],
    '',
  ]);
});

const files = Object.entries(FILES).map(([path, text]) => ({ path, text }));
const lesson = (topic: string, question: string): Lesson => ({
  ...base,
  topic,
  question,
  golden: question,
  why: 'asked 2 times without a good answer',
});

test('a plan changes the record and the golden questions, and the question is then answered', () => {
  const plan = planLessons([lesson('bridge', 'how do I cross the moat')], files, '{"q":"old","topics":[]}\n');
  const text = FILES['concepts/bridges/bridge.yaml'] ?? '';
  expect(plan).toEqual({
    changes: [
      {
        path: 'concepts/bridges/bridge.yaml',
        before: text,
        after: text.replace('  - what does bridge cost\n', '  - what does bridge cost\n  - how do I cross the moat\n'),
      },
    ],
    golden:
      '{"q":"old","topics":[]}\n{"q":"how do I cross the moat","topics":["bridge"],"why":"asked 2 times without a good answer"}\n',
    faults: [],
    notes: [],
  });
  const taught = files.map((file) => ({
    ...file,
    text: plan.changes.find(({ path }) => path === file.path)?.after ?? file.text,
  }));
  const again = planLessons([lesson('bridge', 'How do I cross the moat?')], taught, plan.golden);
  expect(again.changes).toEqual([]);
});

test('what cannot be learned is said', () => {
  const plan = planLessons([lesson('nowhere', 'how do I get there'), lesson('bridge', 'moat')], files, '');
  expect(plan.notes).toEqual(['nowhere: there is no such record.']);
  expect(plan.faults).toMatchObject([
    {
      file: 'concepts/bridges/bridge.yaml',
      field: 'questions.6',
      message: 'expected at least 6 characters, found "moat"',
    },
  ]);
  const faulty = files.map((file) =>
    file.path.endsWith('/bridge.yaml') ? { ...file, text: conceptYaml('bridge', ['rollup', 'nowhere']) } : file,
  );
  expect(planLessons([lesson('bridge', 'how do I cross the moat')], faulty, '').faults).toEqual([]);
});

test.each<[Request, string]>([
  [{ kind: 'ask', question: 'What  is a moat??' }, 'What is a moat'],
  [{ kind: 'explain', topic: 'danksharding', depth: 'simple' }, 'danksharding'],
  [{ kind: 'compare', sides: ['moat', 'bridge'] }, 'moat vs bridge'],
  [{ kind: 'classify', subject: 'moat' }, 'moat'],
])('%j is learned as "%s"', (request, question) => {
  expect(questionOf(formatRequest(request))).toBe(question);
});
