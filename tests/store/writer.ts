/** Writes gaps without end, and says each number on standard output once it is committed. Killed by its parent. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/sqlite.ts';

const store = openStore(process.argv[2] ?? '');
for (let at = 1; ; at += 1) {
  store.addGap({
    guild: 'one',
    question: `question ${at} ${'x'.repeat(at % 200)}`,
    reason: 'unknown',
    nearest: [],
    at,
  });
  writeSync(1, `${at}\n`);
}
