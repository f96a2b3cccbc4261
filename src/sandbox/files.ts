/** Uploaded files: kept in memory within a budget and served back from the sandbox itself. */
import type { Attachment } from './wire.ts';

const BYTES_KEPT = 64 * 1024 * 1024;
const PNG_SIGNATURE = '89504e470d0a1a0a';

export interface UploadedFile {
  /** The n of `files[n]`, by which the payload speaks of the file. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export type FileStore = ReturnType<typeof createFiles>;

/** Gives a store that keeps the latest files, up to 64 MiB in all. */
export function createFiles(address: () => string, nextId: () => string) {
  const files = new Map<string, StoredFile>();
  let kept = 0;

  function drop(path: string, file: StoredFile): void {
    files.delete(path);
    kept -= file.bytes.length;
  }

  /** Stores an upload; gives the attachment that a message carries. */
  function add(channelId: string, upload: UploadedFile, description?: string | null): Attachment {
    const id = nextId();
    const filename = upload.name.replace(/[^\w.-]+/g, '_').slice(-100) || 'file';
    const path = `/attachments/${channelId}/${id}/${filename}`;
    files.set(path, { name: filename, type: upload.type, bytes: upload.bytes });
    kept += upload.bytes.length;
    for (const [oldPath, old] of files) {
      if (kept <= BYTES_KEPT || oldPath === path) break;
      drop(oldPath, old);
    }
    const url = `${address()}${path}`;
    return {
      id,
      filename,
      size: upload.bytes.length,
      url,
      proxy_url: url,
      content_type: upload.type,
      ...(description ? { description } : {}),
      ...pngSize(upload.bytes),
    };
  }

  return { add, get: (path: string) => files.get(path) };
}

/** A PNG's width and height stand at fixed places of its header. */
function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== PNG_SIGNATURE) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
