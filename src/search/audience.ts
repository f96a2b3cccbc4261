/** For whom something is to be explained: "to my grandma", "in kid's words", "like I'm a database guy". */

const PERSON =
  '(?:kids?|child|children|toddler|grandma|grandmother|granny|grandpa|grandfather|mom|mum|dad|idiot|moron|noobs?|newbies?|beginners?|dumm(?:y|ies)|(?:\\d+|five|ten) (?:years?|yr) olds?)';
const LEADING =
  '(?:(?:to|for|in|tell|teach|show|like|as if|as though)(?: (?:i am|i m|im|i was|i were|i|you would to))? )';
const ARTICLE = '(?:(?:a|an|my|your|the|complete|total|absolute|little|small|young) )*';

const MYSELF = '(?:like|as if|as though) (?:i am|i m|im|i was|i were|i)';

/** A person in simple words, oneself at the age of five, or at the end of a request to explain oneself as anyone else. */
const AUDIENCE = new RegExp(
  [
    `\\b${LEADING}${ARTICLE}${PERSON}(?: (?:words?|terms?|language))?\\b`,
    `\\b${MYSELF} (?:5|five)\\b`,
    `\\b${MYSELF}(?<=\\b(?:explain|explained|describe|described|tell|teach)\\b.*)(?: \\S+){1,4}$`,
  ].join('|'),
);

/** The words without those that say for whom something is to be explained; the same words where none or all do. */
export function withoutAudience(words: readonly string[]): readonly string[] {
  const line = words.join(' ');
  const found = AUDIENCE.exec(line);
  if (!found) return words;
  const from = line.slice(0, found.index).split(' ').length - 1;
  const others = words.toSpliced(from, found[0].split(' ').length);
  return others.length > 0 ? others : words;
}
