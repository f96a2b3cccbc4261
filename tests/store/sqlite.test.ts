import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { DEFAULT_SETTINGS, type Gap, type Store } from '../../src/store/store.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'strata-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'below', 'strata.db');
}

function open(file = ':memory:'): Store {
  const store = openStore(file);
  onTestFinished(() => store.close());
  return store;
}

const gap = (question: string, at: number, guild: string | undefined = 'one'): Gap => ({
  guild,
  question,
  reason: 'unknown',
  nearest: ['rollup', 'bridge'],
  at,
});
const thumb = (topic: string, at: number, guild = 'one') => ({ guild, topic, good: true, reason: undefined, at });

test('everything that was written is there after reopening', () => {
  const file = newFile();
  const settings = { ...DEFAULT_SETTINGS, channels: { a: 'off' as const }, private: true, floor: 0.9, language: 'fr' };
  const pick = { guild: 'one', question: 'q', topic: 'rollup', at: 3 };
  const first = openStore(file);
  first.saveSettings('one', settings);
  first.addGap(gap('q', 1));
  first.addFeedback({ ...thumb('rollup', 2), good: false, reason: 'too long' });
  first.addPick(pick);
  first.setOptedOut('7', true);
  first.close();
  const store = open(file);
  expect(store.settings('one')).toEqual(settings);
  expect(store.settings('two')).toEqual(DEFAULT_SETTINGS);
  expect(store.gaps({ limit: 9 })).toEqual([gap('q', 1)]);
  expect(store.feedback({ limit: 9 })).toEqual([{ ...thumb('rollup', 2), good: false, reason: 'too long' }]);
  expect(store.picks({ limit: 9 })).toEqual([pick]);
  expect([store.isOptedOut('7'), store.isOptedOut('8')]).toEqual([true, false]);
});

test('lists are newest first, of one server or of all, and end at the limit', () => {
  const store = open();
  for (const one of [gap('a', 1), gap('b', 3, 'two'), gap('c', 2)]) store.addGap(one);
  expect(store.gaps({ limit: 9 }).map(({ question }) => question)).toEqual(['b', 'c', 'a']);
  expect(store.gaps({ guild: 'one', limit: 1 })).toEqual([gap('c', 2)]);
  store.addGap({ ...gap('d', 4), guild: undefined });
  expect(store.gaps({ limit: 1 })).toEqual([{ ...gap('d', 4), guild: undefined }]);
});

test('a later pick takes the place of the earlier one, also where it says that no topic fits', () => {
  const store = open();
  store.addPick({ guild: 'one', question: 'q', topic: 'rollup', at: 1 });
  store.addPick({ guild: 'two', question: 'q', topic: 'bridge', at: 2 });
  store.addPick({ guild: 'one', question: 'q', topic: undefined, at: 3 });
  expect(store.picks({ limit: 9 })).toEqual([
    { guild: 'one', question: 'q', topic: undefined, at: 3 },
    { guild: 'two', question: 'q', topic: 'bridge', at: 2 },
  ]);
});

test('the sweep takes what is older than retention and leaves the rest', () => {
  const store = open();
  for (const at of [10, 20, 30]) {
    store.addGap(gap(`q${at}`, at));
    store.addFeedback(thumb('rollup', at));
    store.addPick({ guild: 'one', question: `q${at}`, topic: 'rollup', at });
  }
  expect(store.sweep(20)).toBe(3);
  expect(store.gaps({ limit: 9 }).map(({ at }) => at)).toEqual([30, 20]);
  expect(store.feedback({ limit: 9 }).map(({ at }) => at)).toEqual([30, 20]);
  expect(store.picks({ limit: 9 }).map(({ at }) => at)).toEqual([30, 20]);
  expect(store.sweep(20)).toBe(0);
});

test('a forgotten server is empty at once, and the others keep theirs', () => {
  const store = open();
  for (const guild of ['one', 'two']) {
    store.saveSettings(guild, { ...DEFAULT_SETTINGS, private: true });
    store.addGap(gap('q', 1, guild));
    store.addFeedback(thumb('rollup', 1, guild));
    store.addPick({ guild, question: 'q', topic: 'rollup', at: 1 });
  }
  store.forgetServer('one');
  expect(store.settings('one')).toEqual(DEFAULT_SETTINGS);
  expect(store.settings('two').private).toBe(true);
  expect(store.gaps({ limit: 9 })).toEqual([gap('q', 1, 'two')]);
  expect(store.feedback({ limit: 9 })).toEqual([thumb('rollup', 1, 'two')]);
  expect(store.picks({ limit: 9 })).toEqual([{ guild: 'two', question: 'q', topic: 'rollup', at: 1 }]);
});

test('a person who opts in again leaves no trace, and the file holds no ids of persons', () => {
  const file = newFile();
  const store = open(file);
  store.setOptedOut('123456789012345678', true);
  const db = new Database(file);
  onTestFinished(() => void db.close());
  expect(JSON.stringify(db.prepare('SELECT * FROM opted_out').all())).not.toContain('123456789012345678');
  store.setOptedOut('123456789012345678', false);
  expect(db.prepare('SELECT count(*) AS n FROM opted_out').get()).toMatchObject({ n: 0 });
});

test('a file of the first version is brought up to date with all that it holds', () => {
  const file = newFile();
  open(file).close();
  rmSync(file);
  const old = new Database(file);
  old.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1`);
  old.exec(
    `INSERT INTO gaps (guild, question, reason, nearest, at) VALUES ('one', 'q', 'unknown', 'rollup bridge', 1)`,
  );
  old.close();
  const store = open(file);
  expect(store.gaps({ limit: 9 })).toEqual([gap('q', 1)]);
  store.addPick({ guild: 'one', question: 'q', topic: 'rollup', at: 2 });
  expect(store.picks({ limit: 9 })).toHaveLength(1);
});

test('a file of a newer version is left alone', () => {
  const file = newFile();
  open(file).close();
  const newer = new Database(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => openStore(file)).toThrow('the database has version 99, newer than');
});

test('two processes may open a new file at once', () => {
  const file = newFile();
  const [one, two] = [open(file), open(file)];
  one?.addGap(gap('q', 1));
  expect(two?.gaps({ limit: 9 })).toEqual([gap('q', 1)]);
});
