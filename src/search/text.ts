/** Raw text → words. What Discord and people wrap around words (markdown, mentions, links, marks) ends here. */

/** No question needs more; bounds the time that any text can cost. In UTF-16 code units. */
const MAX_LENGTH = 4000;
const MAX_WORDS = 400;

const WRAPPINGS: readonly (readonly [RegExp, string])[] = [
  [/```[\s\S]*?(?:```|$)/g, ' '],
  [/\[([^\]\n]{1,200})\]\([^)\s]{1,500}\)/g, '$1'],
  [/<a?:\w{1,64}:\d{1,25}>/g, ' '],
  [/(?<![\p{L}\p{N}_:]):(?=[\w+-]*[a-z]|[+-]1:)[\w+-]{2,32}:(?![\p{L}\p{N}_:])/gu, ' '],
  [/<(?:[@#][!&]?|\/[^:>]{1,80}:|t:|id:)[\w:]{0,40}>/g, ' '],
  [/\b(?:https?:\/\/|www\.)\S+/gi, ' '],
];

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/gi, 'can not'],
  [/\bwon't\b/gi, 'will not'],
  [/n't\b/gi, ' not'],
  [/'(?:s|re|ve|ll|d|m)\b/gi, ' '],
];

/** The text without markdown, mentions, links and invisible marks. */
export function plainText(text: string): string {
  let plain = text.slice(0, MAX_LENGTH);
  for (const [pattern, by] of WRAPPINGS) plain = plain.replace(pattern, by);
  plain = plain
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\u2018\u2019\u02bc`]/g, "'");
  for (const [pattern, by] of CONTRACTIONS) plain = plain.replace(pattern, by);
  return plain;
}

/** Text in which nothing can be wrapped, contracted or composed: most of what is asked, and nearly all of a base. */
const BARE = /^(?!.*www\.)[a-z0-9 \n!"#$%&()*+,\-./;=>?@\]^_{|}~]*$/is;

const piecesOf = (text: string): readonly string[] =>
  (BARE.test(text)
    ? text.slice(0, MAX_LENGTH).match(/[a-z]+|[0-9]+/gi)
    : plainText(text)
        .replace(/\p{Script=Han}/gu, ' $& ')
        .replace(/[A-Za-z]+|\d+/g, ' $& ')
        .match(/\p{L}+|\p{N}+/gu)) ?? [];

/** The words of a text in order: runs of letters, runs of digits, single Han characters; lower-cased, accents gone. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const raw of piecesOf(text)) {
    const lower = raw.toLowerCase();
    const before = words.at(-1);
    // The plural of "L2" is written "L2s": its s is no word.
    if (lower === 's' && before && /\d$/.test(before)) continue;
    words.push(lower);
    if (words.length === MAX_WORDS) break;
  }
  return words;
}
