/** What is declined by its form and its names: bets, prices, and what the lexicon's phrases put outside the field. */
import type { Asset } from '../knowledge/schema.ts';
import type { OutsideReason } from './answer.ts';
import type { Catalog } from './catalog.ts';
import type { Reading } from './question.ts';

/**
 * Why a question is declined; undefined where it is not. Money, keys and accounts are not answered, unless the question
 * names a concept of the field beside coins and networks. A company or a token beside a layer 2 ("can coinbase censor me
 * on base") is a question about that layer 2. `outside` is what the lexicon's phrases say; it counts for nothing where all
 * else says that the question `isOurs`.
 */
export function refusalOf(
  reading: Reading,
  catalog: Catalog,
  { outside, isOurs }: { readonly outside: OutsideReason | undefined; readonly isOurs: boolean },
): OutsideReason | undefined {
  if (GAMBLE.test(reading.line)) return 'money';
  if (reading.subjects.some((id) => catalog.concept(id))) return undefined;
  const asksPrice = reading.subjects.length > 0 && PRICE.test(reading.line);
  const reason = asksPrice ? 'money' : isOurs ? undefined : outside;
  const systems = reading.subjects.flatMap((id) => catalog.system(id) ?? []);
  const upper = systems.some(({ classification }) => classification.layer !== 'layer-1');
  const told = reason === 'account' && upper ? undefined : reason;
  return told ?? (!isOurs && systems.length === 0 && isAboutToken(reading, catalog) ? 'money' : undefined);
}

/** Bets on coins are declined whatever topic they name. */
const GAMBLE =
  /\b(?:(?:to|do|make|a) [1-9]\d* x|(?:best|next|new|hot|top|which|buy|launch|create|make) (?:\w+ ){0,2}meme ?coins?|ape into|to ape|to the moon|(?:when|wen) moon|price prediction|best coins?)\b/;

/** "How much is btc", "how much will it be", "eth worth": the price of what was named. */
const PRICE =
  /^(?:so |hey |hi )*(?:how much (?!.*\b(?:fee|gas|energy|transaction|data|stake|staked|tps|throughput|block|node|validator)s?\b)(?:(?:is|are|does|for|would)\b|will .{1,24}\bbe\b)|what is .{0,20}\bworth\b|.{0,24}\b(?:price|worth|value)$|.{0,24}\bprices? of\b)/;

/** A token without a chain of its own is only asked about here for its layer. */
const isAboutToken = ({ form, subjects, line }: Reading, catalog: Catalog): boolean =>
  form.kind !== 'classify' &&
  !/^what (?:is|are|s)\b/.test(line) &&
  !/\b(?:(?:block)?chains?|layers?|networks?)\b/.test(line) &&
  subjects.some((id) => !catalog.get(id) && hasNoChain(catalog.asset(id)));

/** A coin has a chain of its own, of which something may be known, even if it has no record. */
const hasNoChain = (asset: Asset | undefined): boolean => asset !== undefined && asset.kind !== 'layer-1 coin';
