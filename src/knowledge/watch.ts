/** Reload on change: watches a knowledge folder and reads it anew when its files have rested for a moment. */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { hashFiles, type KnowledgeFile, readKnowledgeFiles } from './files.ts';
import { inspectKnowledge, type Knowledge } from './load.ts';

/** Milliseconds without a further change before the folder is read: editors write in several steps. */
export const REST_MS = 200;

/** Who is told what became of the folder. */
export interface KnowledgeListener {
  /** The folder changed and is sound. */
  readonly onSound: (knowledge: Knowledge) => void;
  /** The folder changed and has these faults. */
  readonly onFaulty: (faults: readonly Fault[]) => void;
  /** A part of the folder cannot be watched; changes in it are not seen. */
  readonly onLost: (error: unknown) => void;
}

/** A folder that is watched. */
export interface KnowledgeWatch {
  close(): void;
}

/**
 * Watches a folder and all folders below it, also those that come later. Tells only of files that differ from those read
 * last, at first from those of this moment. Never throws; `onLost` hears of failures.
 */
export function watchKnowledge(folder: string, listener: KnowledgeListener): KnowledgeWatch {
  let resting: NodeJS.Timeout | undefined;
  let last = stateOf(folder);
  const rested = () => {
    follow();
    const now = stateOf(folder);
    if (now.hash !== last.hash) tell(now, listener);
    last = now;
  };
  const changed = () => {
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
      const watcher = watchOne(path, changed, listener.onLost);
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

/** The files of a folder with their hash; where they cannot be read, the error in their place. */
type State = { readonly hash: string; readonly files: readonly KnowledgeFile[]; readonly error?: string };

function stateOf(folder: string): State {
  try {
    const files = readKnowledgeFiles(folder);
    return { hash: hashFiles(files), files };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { hash: message, files: [], error: message };
  }
}

function tell({ files, error }: State, { onSound, onFaulty }: KnowledgeListener): void {
  if (error !== undefined) return onFaulty([{ file: '.', line: 1, column: 1, field: '', message: error }]);
  const { knowledge, faults } = inspectKnowledge(files);
  if (faults.length > 0) onFaulty(faults);
  else onSound(knowledge);
}

/** The folder and every folder below it; empty where it is gone. */
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
function watchOne(path: string, changed: () => void, lost: (error: unknown) => void): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, changed).on('error', (error) => {
      if (!isGone(error)) lost(error);
    });
  } catch (error) {
    if (!isGone(error)) lost(error);
    return undefined;
  }
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
