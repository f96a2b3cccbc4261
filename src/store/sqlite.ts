/** The store in one SQLite file, by libsql. Write-ahead logging: a process killed in mid-write loses nothing written before. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { migrate } from './migrations.ts';
import {
  CHANNEL_MODES,
  DEFAULT_SETTINGS,
  type Feedback,
  GAP_REASONS,
  type Gap,
  type GapPick,
  type Settings,
  type Store,
} from './store.ts';

const settingsSchema = z.object({
  channels: z.record(z.string(), z.enum(CHANNEL_MODES)).default({}),
  private: z.boolean().default(DEFAULT_SETTINGS.private),
  depth: z.enum(['simple', 'standard', 'technical']).default(DEFAULT_SETTINGS.depth),
  floor: z.number().min(0).max(1).default(DEFAULT_SETTINGS.floor),
  language: z.string().optional(),
});

interface GapRow {
  readonly guild: string | null;
  readonly question: string;
  readonly reason: string;
  readonly nearest: string;
  readonly at: number;
}
interface FeedbackRow {
  readonly guild: string | null;
  readonly topic: string;
  readonly good: number;
  readonly reason: string | null;
  readonly at: number;
}

interface PickRow {
  readonly guild: string;
  readonly question: string;
  readonly topic: string | null;
  readonly at: number;
}

/**
 * Opens the file, making it and its folder where they are missing; ":memory:" keeps nothing. Throws what SQLite throws,
 * and where the file was written by a newer version.
 */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('busy_timeout = 2000');
  migrate(db);
  return {
    ...settingsPart(db),
    ...gapsPart(db),
    ...feedbackPart(db),
    ...picksPart(db),
    ...peoplePart(db),
    ...upkeepPart(db),
  };
}

function settingsPart(db: Database.Database): Pick<Store, 'settings' | 'saveSettings' | 'forgetServer'> {
  const read = db.prepare('SELECT json FROM settings WHERE guild = ?');
  const write = db.prepare(
    'INSERT INTO settings (guild, json) VALUES (?, ?) ON CONFLICT (guild) DO UPDATE SET json = excluded.json',
  );
  const forget = ['settings', 'gaps', 'feedback', 'picks'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE guild = ?`),
  );
  // Every message asks for the settings of its server; the file is read once a server.
  const known = new Map<string, Settings>();
  return {
    settings(guild) {
      const cached = known.get(guild);
      if (cached) return cached;
      const row = read.get(guild) as { json: string } | undefined;
      const settings = row ? settingsSchema.parse(JSON.parse(row.json)) : DEFAULT_SETTINGS;
      known.set(guild, settings);
      return settings;
    },
    saveSettings(guild, settings) {
      write.run(guild, JSON.stringify(settings));
      known.set(guild, settings);
    },
    forgetServer: db.transaction((guild: string) => {
      for (const statement of forget) statement.run(guild);
      known.delete(guild);
    }),
  };
}

function gapsPart(db: Database.Database): Pick<Store, 'addGap' | 'gaps'> {
  const add = db.prepare('INSERT INTO gaps (guild, question, reason, nearest, at) VALUES (?, ?, ?, ?, ?)');
  const all = db.prepare('SELECT guild, question, reason, nearest, at FROM gaps ORDER BY at DESC, id DESC LIMIT ?');
  const some = db.prepare(
    'SELECT guild, question, reason, nearest, at FROM gaps WHERE guild = ? ORDER BY at DESC, id DESC LIMIT ?',
  );
  return {
    addGap: ({ guild, question, reason, nearest, at }) =>
      void add.run(guild ?? null, question, reason, nearest.join(' '), at),
    gaps({ guild, limit }) {
      const rows = (guild === undefined ? all.all(limit) : some.all(guild, limit)) as GapRow[];
      return rows.map(
        (row): Gap => ({
          guild: row.guild ?? undefined,
          question: row.question,
          reason: GAP_REASONS.find((one) => one === row.reason) ?? 'unknown',
          nearest: row.nearest.split(' ').filter(Boolean),
          at: row.at,
        }),
      );
    },
  };
}

function feedbackPart(db: Database.Database): Pick<Store, 'addFeedback' | 'feedback'> {
  const add = db.prepare('INSERT INTO feedback (guild, topic, good, reason, at) VALUES (?, ?, ?, ?, ?)');
  const all = db.prepare('SELECT guild, topic, good, reason, at FROM feedback ORDER BY at DESC, id DESC LIMIT ?');
  const some = db.prepare(
    'SELECT guild, topic, good, reason, at FROM feedback WHERE guild = ? ORDER BY at DESC, id DESC LIMIT ?',
  );
  return {
    addFeedback: ({ guild, topic, good, reason, at }) =>
      void add.run(guild ?? null, topic, good ? 1 : 0, reason ?? null, at),
    feedback({ guild, limit }) {
      const rows = (guild === undefined ? all.all(limit) : some.all(guild, limit)) as FeedbackRow[];
      return rows.map(
        (row): Feedback => ({
          guild: row.guild ?? undefined,
          topic: row.topic,
          good: row.good === 1,
          reason: row.reason ?? undefined,
          at: row.at,
        }),
      );
    },
  };
}

function picksPart(db: Database.Database): Pick<Store, 'addPick' | 'picks'> {
  const add = db.prepare(
    'INSERT INTO picks (guild, question, topic, at) VALUES (?, ?, ?, ?) ON CONFLICT (guild, question) DO UPDATE SET topic = excluded.topic, at = excluded.at',
  );
  const all = db.prepare('SELECT guild, question, topic, at FROM picks ORDER BY at DESC, question LIMIT ?');
  const some = db.prepare(
    'SELECT guild, question, topic, at FROM picks WHERE guild = ? ORDER BY at DESC, question LIMIT ?',
  );
  return {
    addPick: ({ guild, question, topic, at }) => void add.run(guild, question, topic ?? null, at),
    picks({ guild, limit }) {
      const rows = (guild === undefined ? all.all(limit) : some.all(guild, limit)) as PickRow[];
      return rows.map(
        (row): GapPick => ({ guild: row.guild, question: row.question, topic: row.topic ?? undefined, at: row.at }),
      );
    },
  };
}

function peoplePart(db: Database.Database): Pick<Store, 'isOptedOut' | 'setOptedOut'> {
  // Only a digest is kept: the file must not be a list of people.
  const digest = (user: string) => createHash('sha256').update(`strata ${user}`).digest('hex');
  const find = db.prepare('SELECT 1 FROM opted_out WHERE person = ?');
  const add = db.prepare('INSERT OR IGNORE INTO opted_out (person) VALUES (?)');
  const remove = db.prepare('DELETE FROM opted_out WHERE person = ?');
  return {
    isOptedOut: (user) => find.get(digest(user)) !== undefined,
    setOptedOut: (user, out) => void (out ? add : remove).run(digest(user)),
  };
}

function upkeepPart(db: Database.Database): Pick<Store, 'sweep' | 'close'> {
  const old = ['gaps', 'feedback', 'picks'].map((table) => db.prepare(`DELETE FROM ${table} WHERE at < ?`));
  return {
    sweep: (before) => old.reduce((sum, statement) => sum + statement.run(before).changes, 0),
    close: () => void db.close(),
  };
}
