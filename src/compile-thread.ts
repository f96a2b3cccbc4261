/** The thread of `compile-aside.ts`: compiles one knowledge folder, says what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Compiled } from './compile-aside.ts';
import { compileKnowledge } from './compiled.ts';
import { KnowledgeError } from './knowledge/fault.ts';

const [folder, cacheFolder] = workerData as readonly [string, string];

const said = await compileKnowledge(folder, cacheFolder).then(
  (bytes): Compiled => ({ kind: 'done', bytes: new Uint8Array(bytes.buffer as ArrayBuffer) }),
  (error: unknown): Compiled =>
    error instanceof KnowledgeError
      ? { kind: 'faulty', faults: error.faults }
      : { kind: 'failed', message: error instanceof Error ? error.message : String(error) },
);
// The bytes change hands: to copy them would take memory twice.
parentPort?.postMessage(said, said.kind === 'done' ? [said.bytes.buffer] : []);
