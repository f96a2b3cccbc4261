/** What is not for this bot: money, keys, accounts, code. Found by the lexicon's phrases, unless the field is named too. */
import type { Lexicon } from '../knowledge/schema.ts';
import { createPhrases } from '../search/phrases.ts';
import { wordsOf } from '../search/text.ts';
import type { OutsideReason } from './answer.ts';

/** Finds the reason why a question is outside the field, from its words. */
export type Outside = (words: readonly string[]) => OutsideReason | undefined;

const KEYS = /seed|recovery|mnemonic|private key|password|wallet|trezor|ledger/;
const MONEY =
  /buy|sell|invest|price|tax|profit|money|rich|portfolio|leverag|margin|futures|trading|arbitrage|market|etf|hold|hodl|bubble|bull|bear|airdrop|exchange rate|fiat|ramp|\dx/;
const CODE = /hardhat|truffle|foundry|error|stack trace|npm|docker/;

/** Builds the finder from the lexicon. */
export function createOutside(lexicon: Lexicon): Outside {
  const phrases = createPhrases<OutsideReason | 'none'>();
  for (const phrase of lexicon.outside.unless) phrases.add(wordsOf(phrase), 'none');
  for (const phrase of lexicon.outside.phrases) phrases.add(wordsOf(phrase), reasonOf(phrase));
  return (words) =>
    phrases
      .find(words)
      .map(({ value }) => value)
      .find((reason) => reason !== 'none');
}

function reasonOf(phrase: string): OutsideReason {
  if (KEYS.test(phrase)) return 'keys';
  if (MONEY.test(phrase)) return 'money';
  return CODE.test(phrase) ? 'code' : 'account';
}
