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
