/** A large file, read while this thread does something else. */
import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';

const readAside = promisify(read);

/**
 * A file's bytes, in memory of their own; undefined where it can't be read whole. Another thread reads it, from now on:
 * what opens the file by a promise would begin only once this thread rests.
 */
export async function readWhole(path: string): Promise<Buffer | undefined> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
    const { bytesRead } = await readAside(file, bytes, 0, bytes.length, 0);
    return bytesRead === bytes.length ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
