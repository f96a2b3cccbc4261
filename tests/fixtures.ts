/** A small sound base with every kind of record, on made-up networks: what tests say of it never changes with the world. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type KnowledgeFile, SHIPPED_KNOWLEDGE, TERM_VECTORS, VECTORS } from '../src/knowledge/files.ts';
import { type Knowledge, parseKnowledge } from '../src/knowledge/load.ts';

type Fields = Readonly<Record<string, unknown>>;

const GUIDE = { id: 'guide', title: 'A guide', url: 'https://example.org/guide', read: '2026-11-01' };
const PAPER = { id: 'paper', title: 'A paper', url: 'https://example.org/paper', read: '2026-11-02' };

/** Three sentences about a thing, long enough for any depth. */
const depth = (name: string, tone: string) =>
  `${name} in ${tone} words. This text is only here to be shown and says what the record is about. ` +
  `It is long enough for the schema, and it names ${name} again so that the search has something to find. It ends here, after two hundred letters.`;

/** The fields that every concept of the fixture has; `extra` adds or replaces some. */
export const concept = (name: string, extra: Fields = {}): Fields => ({
  name,
  short: `What ${name} is, in one line`,
  simple: depth(name, 'simple'),
  standard: depth(name, 'standard'),
  technical: depth(name, 'technical'),
  points: [`${name}: the first point.`, `${name}: the second point.`, `${name}: the third point.`],
  questions: [
    `what is ${name}`,
    `how does ${name} work`,
    `explain ${name}`,
    `${name} meaning`,
    `${name} basics`,
    `define ${name}`,
  ],
  related: ['layer-1', 'layer-2'],
  sources: [GUIDE],
  reviewed: '2026-11-01',
  ...extra,
});

/** The fields of a system of the fixture. */
export const system = (name: string, extra: Fields): Fields => ({
  ...concept(name),
  related: ['layer-1', 'layer-2'],
  ecosystem: 'other',
  points: [`${name}: the first point.`, `${name}: the second point.`],
  sources: [GUIDE, PAPER],
  ...extra,
});

/** A facet that is asked for in some ways. */
export const facet = (id: string, questions: readonly string[]): Fields => ({
  id,
  asks: 'fact',
  title: `What ${id} means`,
  questions,
  answer: 'It is told here in words that are long enough to stand as the answer of a facet.',
  sources: ['guide'],
});

/** The facet of the optimistic rollup about its waiting time. */
export const EXIT_FACET = {
  id: 'exit',
  asks: 'time',
  title: 'Why leaving takes a week',
  questions: ['why does leaving an optimistic rollup take a week', 'is the exit of an optimistic rollup slow'],
  verdict: 'yes',
  answer: 'Everybody gets a week to show that a batch is wrong, and money leaves only after that week.',
  as_of: '2026-10',
  sources: ['guide'],
};

const RECORDS: Readonly<Record<string, unknown>> = {
  'assets.yaml': [
    {
      id: 'northcoin',
      name: 'Northcoin',
      symbol: 'NRTH',
      kind: 'layer-1 coin',
      system: 'northchain',
      issued_on: ['Northchain'],
      layer: 'layer-1',
      answer: 'NRTH is the coin of Northchain, a layer 1 of its own.',
      sources: [GUIDE],
      reviewed: '2026-11-01',
    },
    {
      id: 'paycoin',
      name: 'Paycoin',
      symbol: 'PAYC',
      kind: 'stablecoin',
      issued_on: ['Northchain', 'Quickroll'],
      layer: 'none',
      answer: 'PAYC is a token on several networks and has no layer of its own.',
      sources: [GUIDE],
      reviewed: '2026-11-01',
    },
  ],
  'comparisons/optimistic-vs-zk.yaml': {
    name: 'Optimistic vs ZK rollups',
    short: 'Proofs on demand, or proofs up front',
    sides: ['optimistic-rollup', 'zk-rollup'],
    summary: depth('The choice between the two kinds', 'few'),
    rows: [
      { label: 'Proof', values: ['On demand', 'Up front'] },
      { label: 'Exit', values: ['A week', 'Hours'] },
      { label: 'Cost', values: ['Low', 'Higher'] },
      { label: 'Age', values: ['Older', 'Younger'] },
    ],
    verdict: [
      { choose: 'optimistic-rollup', when: 'the proof must cost nothing' },
      { choose: 'zk-rollup', when: 'the exit must be quick' },
    ],
    unfair: 'Both are younger than the chains they stand on.',
    related: ['layer-1', 'layer-2'],
    questions: [
      'difference between optimistic and zk rollups',
      'optimistic or zk rollup',
      'optimistic vs zk',
      'zk compared to optimistic',
      'which rollup is better',
      'choose between rollups',
    ],
    sources: [GUIDE],
    reviewed: '2026-11-01',
  },
  'concepts/foundations/finality.yaml': concept('finality'),
  'concepts/foundations/layer-1.yaml': concept('layer 1', { related: ['layer-2', 'rollup'], aliases: ['base chain'] }),
  'concepts/foundations/layer-2.yaml': concept('layer 2', { related: ['layer-1', 'rollup'] }),
  'concepts/rollups/optimistic-rollup.yaml': concept('optimistic rollup', {
    kin: { family: 'scaling', traits: { speed: 'Seconds at first', trust: 'One honest watcher' } },
    facets: [EXIT_FACET],
    misconceptions: [
      {
        claim: 'Optimistic rollups need no proofs at all',
        verdict: 'wrong',
        truth: 'They need a proof as soon as somebody disputes a batch.',
      },
    ],
  }),
  'concepts/rollups/rollup.yaml': concept('rollup'),
  'concepts/rollups/zk-rollup.yaml': concept('ZK rollup', {
    aliases: ['validity rollup'],
    kin: { family: 'scaling', traits: { speed: 'Minutes to hours', cost: 'Proving costs extra' } },
    past: [
      {
        until: '2020',
        was: 'It was called a proof chain until 2020.',
        now: 'Today it is called a ZK rollup.',
        names: ['proof chain'],
      },
    ],
  }),
  'concepts/rollups/sidechain.yaml': concept('sidechain'),
  'lexicon.yaml': {
    terms: [
      { term: 'layer 1', same: ['l1', 'layer one'] },
      { term: 'layer 2', same: ['l2', 'layer two'] },
      { term: 'versus', same: ['vs'] },
    ],
    common_names: ['mode'],
    akin: [['cost', 'fee', 'expensive']],
    jargon: ['rollup', 'zk', 'layer'],
    outside: {
      words: ['pizza', 'python'],
      phrases: ['should i buy', 'seed phrase', 'npm error', 'refund'],
      unless: ['gas refund'],
    },
  },
  'systems/layer-1/northchain.yaml': system('Northchain', {
    classification: { layer: 'layer-1', label: 'A layer 1 with its own consensus' },
    attributes: {
      consensus: { text: 'Proof of stake', as_of: '2026-10', source: 'guide' },
      'block-time': { value: 12, unit: 's', kind: 'by design', as_of: '2026-10', source: 'guide' },
      launch: { date: '2015-07-30', source: 'paper' },
    },
  }),
  'systems/layer-2/quickroll.yaml': system('Quickroll', {
    classification: { layer: 'layer-2', kind: 'zk-rollup', label: 'A ZK rollup on Northchain, a layer 2' },
    attributes: {
      'settles-on': { text: 'Northchain', as_of: '2026-10', source: 'guide' },
      validation: { is: 'validity-proof', text: 'Checked every hour', as_of: '2026-10', source: 'guide' },
      'block-time': {
        min: 1,
        max: 2,
        unit: 's',
        kind: 'observed',
        note: 'when busy',
        as_of: '2026-09-05',
        source: 'paper',
      },
      stage: { is: 1, as_of: '2026-10', source: 'guide' },
    },
  }),
  'systems/layer-2/slowroll.yaml': system('Slowroll', {
    aliases: ['slow roll network'],
    classification: { layer: 'layer-2', kind: 'optimistic-rollup', label: 'An optimistic rollup, a layer 2' },
    attributes: {
      stage: { is: 0, as_of: '2026-10', source: 'guide' },
      vm: { text: 'EVM', evm: 'yes', as_of: '2026-10', source: 'guide' },
    },
  }),
  'systems/sidechains/sideways.yaml': system('Sideways', {
    classification: {
      layer: 'sidechain',
      kind: 'sidechain',
      label: 'A sidechain that many call a layer 2',
      criterion: 'Whether Northchain can refuse a wrong state',
      views: [
        { who: 'A directory', says: 'Sidechain', as_of: '2026-10', source: 'guide' },
        { who: 'The project', says: 'Layer 2', as_of: '2026-09', source: 'paper' },
      ],
    },
    attributes: {},
  }),
  'systems/layer-2/mode.yaml': system('Mode', {
    classification: { layer: 'layer-2', kind: 'optimistic-rollup', label: 'An optimistic rollup, a layer 2' },
    attributes: {},
    status: 'retired',
  }),
};

/** What words mean, and what terms tell, does not change with the records: the tables are the shipped ones. */
const TABLES = Object.fromEntries(
  [VECTORS, TERM_VECTORS].map((path) => [path, readFileSync(join(SHIPPED_KNOWLEDGE, path), 'utf8')]),
);

/** The files of the fixture; `changes` replaces records by path, undefined leaves one out. */
export function fixtureFiles(changes: Readonly<Record<string, unknown>> = {}): readonly KnowledgeFile[] {
  return Object.entries({ ...RECORDS, ...TABLES, ...changes })
    .filter(([, record]) => record !== undefined)
    .map(([path, record]) => ({ path, text: typeof record === 'string' ? record : stringify(record) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The fixture as knowledge, with the changes. Throws where they make it faulty. */
export const fixture = (changes: Readonly<Record<string, unknown>> = {}): Knowledge =>
  parseKnowledge(fixtureFiles(changes));
