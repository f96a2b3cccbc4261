/** A name reduced to what makes it the same name: case, accents, punctuation and spacing do not count. */
export function normalizeAlias(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
