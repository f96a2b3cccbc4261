/** Two texts → a unified diff that `git apply` and `patch` read. */

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** The diff of a file, by its path from the root of the repository; empty where nothing differs. `before` is undefined for a new file. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  const lines = align(linesOf(before ?? ''), linesOf(after));
  const hunks = hunksOf(lines);
  if (hunks.length === 0) return '';
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  return [`--- ${from}`, `+++ b/${path}`, ...hunks].map((line) => `${line}\n`).join('');
}

/** Every text of the knowledge ends with a line break; what lacks it is read as if it had one. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Lines of both texts in order. Made for additions: the next line that both share ends a change. */
function align(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const text of before) {
    const found = after.indexOf(text, next);
    if (found < 0) {
      lines.push({ mark: '-', text });
      continue;
    }
    lines.push(...after.slice(next, found).map((added): Line => ({ mark: '+', text: added })), { mark: ' ', text });
    next = found + 1;
  }
  return [...lines, ...after.slice(next).map((added): Line => ({ mark: '+', text: added }))];
}

/** Changes with their context; those that are near each other stand in one hunk. */
function hunksOf(lines: readonly Line[]): readonly string[] {
  const hunks: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (let at = 0; at < lines.length; ) {
    const end = hunkEnd(lines, at);
    if (end > at) hunks.push(...hunk(lines.slice(at, end), oldLine, newLine));
    const step = lines.slice(at, Math.max(end, at + 1));
    oldLine += step.filter(({ mark }) => mark !== '+').length;
    newLine += step.filter(({ mark }) => mark !== '-').length;
    at += step.length;
  }
  return hunks;
}

/** Where the hunk ends that starts with this line; the line itself where none starts here. */
function hunkEnd(lines: readonly Line[], at: number): number {
  const isChange = (line: Line) => line.mark !== ' ';
  const first = lines.slice(at, at + CONTEXT + 1).findIndex(isChange);
  if (first < 0) return at;
  let last = at + first;
  for (let i = last; i < lines.length && i <= last + CONTEXT * 2; i += 1) if (lines[i]?.mark !== ' ') last = i;
  return Math.min(last + CONTEXT + 1, lines.length);
}

function hunk(lines: readonly Line[], oldLine: number, newLine: number): readonly string[] {
  const range = (start: number, without: Line['mark']) => {
    const count = lines.filter(({ mark }) => mark !== without).length;
    return `${count === 0 ? start - 1 : start},${count}`;
  };
  return [`@@ -${range(oldLine, '+')} +${range(newLine, '-')} @@`, ...lines.map(({ mark, text }) => mark + text)];
}
