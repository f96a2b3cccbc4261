/** One thing wrong with a knowledge file, placed where its author can find it. */
export interface Fault {
  /** Path relative to the knowledge folder, such as `concepts/rollups/zk-rollup.yaml`. */
  readonly file: string;
  /** 1-based; 1:1 where the fault concerns the whole file. */
  readonly line: number;
  readonly column: number;
  /** Dotted path of the field, such as `facets.2.answer`; empty for the whole file. */
  readonly field: string;
  /** "expected …, found …", or a sentence saying what to do. */
  readonly message: string;
}

/** A fault as one line: `file:line:column: field: expected …, found …`. */
export function formatFault({ file, line, column, field, message }: Fault): string {
  return `${file}:${line}:${column}: ${field === '' ? '' : `${field}: `}${message}`;
}

/** Thrown by the loader when any file is faulty; carries every fault found, in file order. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}
