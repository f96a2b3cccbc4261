/** Compiles knowledge in a thread of its own, so that a bot that follows its files goes on answering meanwhile. */
import { Worker } from 'node:worker_threads';
import { type Compile, compileKnowledge } from './compiled.ts';
import { type Fault, KnowledgeError } from './knowledge/fault.ts';

/** What the thread has to say, once: the packed result, or what hinders it. */
export type Compiled =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'failed'; readonly message: string };

/** As `compileKnowledge`, in another thread; on this one where the other can't work, as for want of memory. */
export const compileAside: Compile = (folder, cacheFolder) =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./compile-thread.js', import.meta.url), { workerData: [folder, cacheFolder] });
    thread.once('message', (said: Compiled) => {
      if (said.kind === 'done') resolve(Buffer.from(said.bytes.buffer));
      else reject(said.kind === 'faulty' ? new KnowledgeError(said.faults) : new Error(said.message));
    });
    thread.once('error', () => resolve(compileKnowledge(folder, cacheFolder)));
  });
