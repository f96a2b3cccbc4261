/** What the shipped base says, held against the house's rules: a record a test. */
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../src/answer/index.ts';
import { topicsOf } from '../src/answer/json.ts';
import { readKnowledgeFiles, SHIPPED_KNOWLEDGE } from '../src/knowledge/files.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Entry } from '../src/knowledge/schema.ts';
import { TOPICS } from './topics.ts';

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const answerer = createAnswerer(knowledge);
const { entries } = answerer.catalog;

/** How a record does with one of the questions written for it. */
interface Finding {
  readonly question: string;
  /** What is answered is the record, first of all. */
  readonly isFirst: boolean;
  /** It is among what is answered, or among the records considered. */
  readonly isFound: boolean;
}

function find({ id }: Entry, question: string): Finding {
  const answer = answerer.answer(question);
  const topics = topicsOf(answer);
  const considered = answer.matches.map(({ record }) => record.id);
  return { question, isFirst: topics[0] === id, isFound: topics.includes(id) || considered.includes(id) };
}

const shareOf = (findings: readonly Finding[], is: 'isFirst' | 'isFound') =>
  findings.filter((finding) => finding[is]).length / findings.length;

const ofRecord = new Map(entries.map((entry) => [entry.id, entry.questions.map((text) => find(entry, text))]));
/** Of the hundred thousand questions to facets every eighth is asked, from each facet others: each takes ten milliseconds. */
const EVERY = 8;
const ofFacets = entries.flatMap((entry) =>
  entry.facets.flatMap(({ questions }, facet) =>
    questions.filter((_, at) => (at + facet) % EVERY === 0).map((text) => find(entry, text)),
  ),
);

/**
 * Some questions are answered by another record with as much right: "is Arbitrum a rollup" classifies Arbitrum, though
 * it is asked of rollups as well. So the shares are floors, as measured; they only rise.
 */
const FLOORS = Object.freeze({ eachRecord: 0.5, records: 0.97, facets: 0.79, facetsFound: 0.999 });

describe('is found by each of its questions, and answers most of them first', () => {
  it.each(entries)('$type $id', ({ id }) => {
    const findings = ofRecord.get(id) ?? [];
    expect(findings.filter(({ isFound }) => !isFound).map(({ question }) => question)).toEqual([]);
    expect(shareOf(findings, 'isFirst')).toBeGreaterThanOrEqual(FLOORS.eachRecord);
  });
});

describe('over the whole base', () => {
  it('questions to a record are answered by it first', () => {
    expect(shareOf([...ofRecord.values()].flat(), 'isFirst')).toBeGreaterThanOrEqual(FLOORS.records);
  });

  it('questions to a facet are answered by its record first, or find it', () => {
    expect(shareOf(ofFacets, 'isFirst')).toBeGreaterThanOrEqual(FLOORS.facets);
    expect(shareOf(ofFacets, 'isFound')).toBeGreaterThanOrEqual(FLOORS.facetsFound);
  });
});

describe('a name alone', () => {
  it.each([
    ['L1', 'layer-1'],
    ['layer2', 'layer-2'],
    ['LN', 'lightning-network'],
    ['zkr', 'zk-rollup'],
    ['zkrollup', 'zk-rollup'],
    ['zk roll-ups', 'zk-rollup'],
    ['optimistic roll ups', 'optimistic-rollup'],
    ['optimisticrollups', 'optimistic-rollup'],
    ['roll ups', 'rollup'],
    ['beaconchain', 'consensus-layer'],
    ['side chains', 'sidechain'],
    ['what is DA', 'data-availability'],
    ['PoS', 'proof-of-stake'],
    ['PoW', 'proof-of-work'],
    ['TPS', 'throughput'],
    ['plasmas', 'plasma'],
    ['TVL', 'rollup'],
    ['ORs', 'optimistic-rollup'],
    ['what is an OR', 'optimistic-rollup'],
  ])('shortened, in the plural or written together is known: %s', (name, id) => {
    expect(topicsOf(answerer.answer(name))).toEqual([id]);
  });
});

it.each([
  ['is a rollup on celestia still secure when celestia halts', 'celestia#stops'],
  ['why can layer 2s get upgrades so much faster than layer 1', 'l1-upgrade#vs-l2'],
  ['what is coinbase maturity', 'block-creation#coinbase-maturity'],
  ['I have a validator with 0x00 credentials, how do I move to 0x02?', 'validator#credentials'],
  [
    'hey there, sorry to bother, I have been reading a lot lately and wonder, how long does a withdrawal from arbitrum take? thanks',
    'arbitrum#withdrawal',
  ],
  ['how much would cross-input signature aggregation save', 'bitcoin-scaling#signature-aggregation'],
  ['opBNB vs Base, what is different when both are built with the op stack', 'opbnb#vs-op-stack'],
])('is answered by the facet that says just that, whatever its form or names: %s', (question, facet) => {
  const answer = answerer.answer(question);
  expect(answer.kind === 'facet' ? `${answer.owner.id}#${answer.facet.id}` : answer.kind).toBe(facet);
});

it.each([
  ['recover my wallet', 'keys'],
  ['wallet recovery', 'keys'],
  ['10x leverage on btc', 'money'],
  ['price of eth', 'money'],
  ['where to buy arb', 'money'],
  ['npm ERR hardhat', 'code'],
])('is declined, with the reason: %s', (question, reason) => {
  expect(answerer.answer(question)).toMatchObject({ kind: 'out-of-scope', reason });
});

it.each([
  ['is solana a layer 2 of ethereum', 'solana', 'no'],
  ["isn't solana a layer 2 of ethereum?", 'solana', 'no'],
])('is classified though a network that others stand on is named besides: %s', (question, id, verdict) => {
  expect(answerer.answer(question)).toMatchObject({ kind: 'classification', subject: { id }, verdict });
});

it('answers each of several questions, also one that a story drowns', () => {
  const answer = answerer.answer(
    'what is the polkadot relay chain? good evening dear people, my neighbor with the boat and the two dogs told me something odd yesterday at the barbecue, how long does a withdrawal from arbitrum take? cheers to everybody',
  );
  expect(answer.kind === 'explanation' && [answer.topic.id, answer.beside[0]?.owner.id]).toEqual([
    'relay-chain',
    'arbitrum',
  ]);
});

it.each([
  'should i use ethereum layer 2 or solana',
  'is ethereum layer 2 or solana',
  'is bitcoin a layer 1 or ethereum',
])('is no classification of the network that comes first: %s', (question) => {
  expect(answerer.answer(question).kind).not.toBe('classification');
});

describe('the base', () => {
  const ids = (records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id));

  it.each(['concepts', 'systems', 'comparisons', 'assets'] as const)('has every topic there should be: %s', (kind) => {
    const found = ids(knowledge[kind]);
    expect(TOPICS[kind].filter((id) => !found.has(id))).toEqual([]);
  });

  it('has its files where their kind says', () => {
    const files = new Set(readKnowledgeFiles(SHIPPED_KNOWLEDGE).map(({ path }) => path));
    for (const { type, group, id } of entries)
      expect(files).toContain(type === 'comparison' ? `comparisons/${id}.yaml` : `${type}s/${group}/${id}.yaml`);
  });

  it('dates nothing in the future, and reviews nothing before it was read', () => {
    const today = new Date().toISOString().slice(0, 10);
    const dates = [...entries, ...knowledge.assets].flatMap(({ id, reviewed, sources }) => [
      { id, date: reviewed, isWrong: reviewed > today || sources.some(({ read }) => read > reviewed) },
      ...sources.map(({ id: key, read, published = '' }) => ({
        id: `${id} ${key}`,
        date: read,
        isWrong: read > today || published > read,
      })),
    ]);
    expect(dates.filter(({ isWrong }) => isWrong)).toEqual([]);
  });

  it.each([
    ['lightning-vs-onchain-bitcoin', 'lightning', 'Time', 'Seconds or less, if a route exists'],
    ['lightning-vs-liquid', 'liquid', 'What it is', 'A separate chain with bitcoin locked by a federation'],
    ['optimistic-vs-zk', 'zk-rollup', 'How false results are stopped', 'A validity proof with every batch'],
    ['pow-vs-pos', 'proof-of-stake', 'What you put at stake', 'Coins locked in the protocol'],
    ['sidechain-vs-state-channel', 'state-channel', 'Open to', 'The partners'],
  ])("says of a comparison's side what is its own: %s, %s", (id, side, label, value) => {
    const comparison = knowledge.comparisons.find((one) => one.id === id);
    const row = comparison?.rows.find((one) => one.label === label);
    expect(row?.values[comparison?.sides.indexOf(side) ?? -1]).toBe(value);
  });

  it('answers each kind of question about its own records', () => {
    const kinds = [
      'what is a zk rollup',
      'arbitrum vs optimism',
      'is polygon a layer 2',
      'block time of base',
      'list zk rollups',
    ];
    expect(kinds.map((question) => answerer.answer(question).kind)).toEqual([
      'explanation',
      'comparison',
      'classification',
      'attribute',
      'list',
    ]);
  });
});
