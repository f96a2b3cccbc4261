/** The built program as a process of its own, as its operator starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openFolder, openKnowledge } from '../discord/knowledge.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DEADLINE_MS = 20_000;

/** What a program left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs. */
export interface Program {
  readonly child: ChildProcess;
  /** Resolves once a text stands in what it wrote to standard error; rejects where it ends before. */
  said(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Gives a folder with the built program and the small knowledge base, which is removed when the test ends. */
export function installProgram(): string {
  const folder = openFolder();
  cpSync(openKnowledge(), join(folder, 'knowledge'), { recursive: true });
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Starts the built program with no environment but the given one; it ends with the test at the latest. */
export function startProgram(env: Readonly<Record<string, string>>, folder: string = installProgram()): Program {
  const child = spawn(process.execPath, [join(folder, 'dist', 'main.js')], {
    env: { PATH: process.env.PATH ?? '', DATABASE: join(openFolder(), 'strata.db'), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => {
    written.stdout += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    written.stderr += data;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`It did not end: ${written.stderr}`)), DEADLINE_MS);
    child.on('close', (code, signal) => {
      clearTimeout(late);
      resolve({ code, signal, ...written });
    });
  });
  ended.catch(() => undefined);
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => written.stderr.includes(text) && resolve();
      look();
      child.stderr.on('data', look);
      ended.then(() => reject(new Error(`It ended without saying ${text}: ${written.stderr}`)), reject);
    });
  return { child, said, ended };
}
