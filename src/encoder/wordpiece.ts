/**
 * Words → the numbers of the pieces that a sentence model knows: the longest known piece first (Schuster, Nakajima: Japanese
 * and Korean Voice Search, 2012, as BERT has it). A word that cannot be put together from pieces is one unknown piece.
 */

/**
 * The pieces of a text's lower-case words, between the marks of its beginning and its end; at most `limit` in all. Of a
 * longer text both ends are read, the end more: what is asked stands there.
 */
export type WordPiece = (words: readonly string[]) => readonly number[];

/** What a piece begins with that goes on with a word. */
const INSIDE = '##';
const BEGIN = '[CLS]';
const END = '[SEP]';
const UNKNOWN = '[UNK]';

/** Reads words by a vocabulary, piece i being number i. Throws where the vocabulary has not the marks that every text needs. */
export function createWordPiece(vocabulary: readonly string[], limit: number): WordPiece {
  const numbers = new Map(vocabulary.map((piece, number) => [piece, number]));
  const [begin, end, unknown] = [BEGIN, END, UNKNOWN].map((mark) => {
    const number = numbers.get(mark);
    if (number === undefined) throw new Error(`the vocabulary of the sentence model has no ${mark}`);
    return number;
  }) as [number, number, number];
  const piecesOf = (word: string): readonly number[] => {
    const pieces: number[] = [];
    for (let from = 0; from < word.length; ) {
      let to = word.length;
      let found: number | undefined;
      for (; to > from && found === undefined; to -= 1)
        found = numbers.get((from === 0 ? '' : INSIDE) + word.slice(from, to));
      if (found === undefined) return [unknown];
      pieces.push(found);
      from = to + 1;
    }
    return pieces;
  };
  return (words) => {
    const pieces: number[] = [];
    for (const word of words) pieces.push(...piecesOf(word.slice(0, LONGEST)));
    const room = limit - 2;
    if (pieces.length > room) pieces.splice(Math.floor(room / 3), pieces.length - room);
    return [begin, ...pieces, end];
  };
}

/** No word needs more letters; bounds the time that any can cost. */
const LONGEST = 40;
