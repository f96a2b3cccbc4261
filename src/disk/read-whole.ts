/** A large file, read while this thread does something else. */
import { closeSync, fstatSync, openSync, read } from 'node:fs';

/** A file's bytes, in memory of their own; undefined where it can't be read whole. Another thread reads it, at once. */
export const readWhole = (path: string): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    try {
      // Opened here: what is only promised would not be begun before this thread rests.
      const file = openSync(path, 'r');
      const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
      read(file, bytes, 0, bytes.length, 0, (error, count) => {
        closeSync(file);
        resolve(error || count < bytes.length ? undefined : bytes);
      });
    } catch {
      resolve(undefined);
    }
  });
