/** Watches a knowledge folder, and tells of its changes when its files have rested for a moment. */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, readKnowledgeFiles } from './files.ts';

/** Milliseconds without a further change before the change is told: editors write in several steps. */
export const REST_MS = 200;

/** Who is told. */
export interface KnowledgeListener {
  /** The records differ from what they were when last told of, or cannot be read. */
  readonly onChange: () => void;
  /** A part of the folder cannot be watched; changes in it are not seen. */
  readonly onLost: (error: unknown) => void;
}

/** A folder that is watched. */
export interface KnowledgeWatch {
  close(): void;
}

/** Watches a folder and all folders below it, also those that come later. Never throws; `onLost` hears of failures. */
export function watchKnowledge(folder: string, { onChange, onLost }: KnowledgeListener): KnowledgeWatch {
  let resting: NodeJS.Timeout | undefined;
  let last = stateOf(folder);
  const rested = () => {
    follow();
    const now = stateOf(folder);
    if (now === last) return;
    last = now;
    onChange();
  };
  const stirred = () => {
    clearTimeout(resting);
    resting = setTimeout(rested, REST_MS);
    resting.unref();
  };
  const watchers = new Map<string, FSWatcher>();
  const follow = () => {
    const folders = foldersOf(folder);
    for (const [path, watcher] of watchers) {
      if (folders.includes(path)) continue;
      watcher.close();
      watchers.delete(path);
    }
    for (const path of folders.filter((one) => !watchers.has(one))) {
      const watcher = watchOne(path, stirred, onLost);
      if (watcher) watchers.set(path, watcher);
    }
  };
  follow();
  return {
    close() {
      clearTimeout(resting);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** The hash of all records; where they cannot be read, the reason in its place. */
function stateOf(folder: string): string {
  try {
    return hashFiles(readKnowledgeFiles(folder));
  } catch (error) {
    return String(error);
  }
}

/** The folder and every folder below it; none where it is gone. */
function foldersOf(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name));
    return [folder, ...below];
  } catch {
    return [];
  }
}

/** Watches one folder by itself: watching whole trees is not to be had on every system. */
function watchOne(path: string, stirred: () => void, lost: (error: unknown) => void): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, stirred).on('error', (error) => {
      if (!isGone(error)) lost(error);
    });
  } catch (error) {
    if (!isGone(error)) lost(error);
    return undefined;
  }
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
