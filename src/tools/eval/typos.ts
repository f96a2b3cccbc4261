/** Slips of the finger, put into questions on purpose: what they cost is what the correction of typos is worth. */
import { drawBelow, drawOf, type Random } from '../random.ts';

/** Letters that lie beside each other on a QWERTY keyboard, a row a string. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

const SLIPS: readonly ((word: string, at: number, random: Random) => string)[] = [
  function drop(word, at) {
    return word.slice(0, at) + word.slice(at + 1);
  },
  function double(word, at) {
    return word.slice(0, at + 1) + word.slice(at);
  },
  function swap(word, at) {
    const left = Math.min(at, word.length - 2);
    return word.slice(0, left) + word.charAt(left + 1) + word.charAt(left) + word.slice(left + 2);
  },
  function slip(word, at, random) {
    return word.slice(0, at) + neighbor(word.charAt(at), random) + word.slice(at + 1);
  },
];

/** The text with one letter of one of its words of four letters or more dropped, doubled, swapped or mistaken. */
export function withTypo(text: string, random: Random): string {
  const words = [...text.matchAll(/\b[A-Za-z]{4,}\b/g)];
  const chosen = drawOf(random, words);
  const slip = drawOf(random, SLIPS);
  if (!chosen || !slip) return text;
  const [word] = chosen;
  const typed = slip(word, drawBelow(random, word.length), random);
  return text.slice(0, chosen.index) + typed + text.slice(chosen.index + word.length);
}

function neighbor(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? '';
  const at = row.indexOf(letter.toLowerCase());
  return drawOf(random, [row.charAt(at - 1), row.charAt(at + 1)].filter(Boolean)) ?? letter;
}
