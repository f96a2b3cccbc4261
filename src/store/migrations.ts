/** The tables of the store, and how an older file gets them. */
import type Database from 'libsql';

/** The steps from an empty file to today's tables. A step that was released is never changed, only followed by another. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE settings (guild TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE gaps (id INTEGER PRIMARY KEY, guild TEXT, question TEXT NOT NULL, reason TEXT NOT NULL, nearest TEXT NOT NULL, at INTEGER NOT NULL);
   CREATE INDEX gaps_by_guild ON gaps (guild, at);
   CREATE TABLE feedback (id INTEGER PRIMARY KEY, guild TEXT, topic TEXT NOT NULL, good INTEGER NOT NULL, reason TEXT, at INTEGER NOT NULL);
   CREATE INDEX feedback_by_guild ON feedback (guild, at);
   CREATE TABLE opted_out (person TEXT PRIMARY KEY) WITHOUT ROWID`,
  `CREATE TABLE picks (guild TEXT NOT NULL, question TEXT NOT NULL, topic TEXT, at INTEGER NOT NULL, PRIMARY KEY (guild, question)) WITHOUT ROWID`,
];

/**
 * Runs the migrations that the file lacks: all of them or none, and never in two processes at once. Throws where the file
 * was written by a newer version.
 */
export function migrate(db: Database.Database): void {
  const read = db.prepare('SELECT user_version AS version FROM pragma_user_version');
  const version = () => (read.get() as { version: number }).version;
  if (version() > MIGRATIONS.length)
    throw new Error(`the database has version ${version()}, newer than the ${MIGRATIONS.length} that is known here`);
  if (version() === MIGRATIONS.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const sql of MIGRATIONS.slice(version())) db.exec(sql);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`);
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
