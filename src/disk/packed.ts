/**
 * Plain data ↔ one file: its structure first, then its typed arrays, each where eight bytes begin. What is read back are
 * views of the file's bytes: arrays make up most of it, and to copy them would take longer than all the rest.
 */
import { Deserializer, Serializer } from 'node:v8';

declare module 'node:v8' {
  interface Serializer {
    /** Documented, but missing in the types: arrays go to `_writeHostObject` instead of being copied with all of their buffer. */
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void;
  }
}

/** The kinds of arrays, in the order of their numbers in a file. */
const KINDS = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
/** Where a place in a file begins: the longest number has so many bytes. */
const WIDE = 8;

type TypedArray = InstanceType<(typeof KINDS)[number]>;

const wide = (bytes: number): number => Math.ceil(bytes / WIDE) * WIDE;

/** Data as the bytes of a file. Throws a TypeError where it holds what is neither plain nor an array of a known kind. */
export function pack(data: unknown): Buffer {
  const arrays: TypedArray[] = [];
  let room = 0;
  const writer = new (class extends Serializer {
    _writeHostObject(array: TypedArray): void {
      const kind = KINDS.findIndex((one) => array instanceof one);
      if (kind < 0) throw new TypeError(`${array.constructor.name} can't be kept`);
      for (const number of [kind, room, array.length]) this.writeUint32(number);
      arrays.push(array);
      room += wide(array.byteLength);
    }
  })();
  writer._setTreatArrayBufferViewsAsHostObjects(true);
  writer.writeHeader();
  writer.writeValue(data);
  const structure = writer.releaseBuffer();
  const start = WIDE + wide(structure.length);
  const bytes = Buffer.alloc(start + room);
  bytes.writeUInt32LE(structure.length, 0);
  structure.copy(bytes, WIDE);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += wide(array.byteLength);
  }
  return bytes;
}

/** The data of a file. Throws where the bytes are not whole; they must begin where eight bytes begin, as a file's own do. */
export function unpack(bytes: Buffer): unknown {
  const length = bytes.readUInt32LE(0);
  const start = bytes.byteOffset + WIDE + wide(length);
  const reader = new (class extends Deserializer {
    _readHostObject(): TypedArray {
      const [kind, at, count] = [this.readUint32(), this.readUint32(), this.readUint32()];
      return new (KINDS[kind] as (typeof KINDS)[number])(bytes.buffer as ArrayBuffer, start + at, count);
    }
  })(bytes.subarray(WIDE, WIDE + length));
  reader.readHeader();
  return reader.readValue();
}
