import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { formatFault, KnowledgeError } from '../../src/knowledge/fault.ts';
import { inspectKnowledge, parseKnowledge } from '../../src/knowledge/load.ts';
import { ASKS } from '../../src/knowledge/vocabulary.ts';
import { concept, EXIT_FACET, fixtureFiles, system } from '../fixtures.ts';

const PATH = 'concepts/rollups/plasma.yaml';
const SYSTEM_PATH = 'systems/layer-2/plasmachain.yaml';

const faultsOf = (changes: Readonly<Record<string, unknown>>) =>
  inspectKnowledge(fixtureFiles(changes)).faults.map(formatFault);

/** The place of a text in a file, as a fault names it. */
function placeOf(text: string, needle: string): string {
  const before = text.slice(0, text.indexOf(needle)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const facet = (changes: object) => ({ facets: [{ ...EXIT_FACET, ...changes }] });
const source = (changes: object) => ({
  sources: [{ id: 'guide', title: 'A guide', url: 'https://example.org/guide', read: '2026-11-01', ...changes }],
});
const point = (text: string) => ({ points: [text, 'A second point of it.', 'A third point of it.'] });

/** What is wrong, the fields that make it so, the text at which the fault is placed, the fault. */
const CONCEPT_FAULTS: readonly (readonly [string, object, string, string])[] = [
  [
    'an unknown field',
    { color: 'deep-red' },
    'deep-red',
    'color: expected a field of this record, found an unknown field',
  ],
  ['a wrong type', { name: 7 }, '7', 'name: expected a string, found 7'],
  ['an unquoted year', facet({ as_of: 2026 }), '2026\n', 'facets.0.as_of: expected a string, found 2026'],
  ['too short', { short: 'tiny one' }, 'tiny one', 'short: expected at least 10 characters, found "tiny one"'],
  ['too long', { short: 'x'.repeat(91) }, 'x'.repeat(91), 'short: expected at most 90 characters, found 91 characters'],
  ['too few', { points: ['Only one point here.'] }, '- Only', 'points: expected at least 3 entries, found 1 entry'],
  [
    'a word that is not in the list',
    facet({ asks: 'price' }),
    'price',
    `facets.0.asks: expected one of ${ASKS.map((word) => `"${word}"`).join(', ')}, found "price"`,
  ],
  [
    'a bare http address',
    source({ url: 'http://a.org' }),
    'http:',
    'sources.0.url: expected an https address, found "http://a.org"',
  ],
  [
    'an address of no host',
    source({ url: 'https://TODO' }),
    'https:',
    'sources.0.url: expected an https address, found "https://TODO"',
  ],
  [
    'a month that there is not',
    { reviewed: '2026-13-01' },
    '2026-13-01',
    'reviewed: expected a quoted date such as "2026-11-23", found "2026-13-01"',
  ],
  [
    'a row of another family',
    { kin: { family: 'proof', traits: { speed: 'Fast enough' } } },
    'family: proof',
    'kin: expected traits that belong to the family, found 2 entries',
  ],
  [
    'a link into nothing',
    { related: ['layer-1', 'nowhere'] },
    'nowhere',
    'related.1: expected the id of a record, found "nowhere"',
  ],
  [
    'a link to itself',
    { related: ['plasma', 'layer-1'] },
    'plasma\n  - layer-1',
    'related.0: expected another record, found this one',
  ],
  [
    'a confusion with nothing',
    { not_to_be_confused_with: [{ id: 'nobody', difference: 'They differ in everything.' }] },
    'nobody',
    'not_to_be_confused_with.0.id: expected the id of a record, found "nobody"',
  ],
  [
    'an alias of another record, written differently',
    { aliases: ['plasma chain', 'ZK–ROLLUP'] },
    'ZK–ROLLUP',
    'aliases.1: expected a name of this record alone, found "ZK–ROLLUP", which is also zk-rollup',
  ],
  [
    'an unknown source',
    facet({ sources: ['nobody'] }),
    'nobody',
    'facets.0.sources.0: expected the key of a source of this record, found "nobody"',
  ],
  [
    'a facet id used twice',
    { facets: [EXIT_FACET, { ...EXIT_FACET, questions: ['one more question', 'and another one'] }] },
    'exit\n    asks: time\n    title: Why leaving takes a week\n    questions:\n      - one more',
    'facets.1.id: expected an id used once',
  ],
  [
    'a question asked twice',
    facet({ questions: ['When is it over', 'what is Plasma?'] }),
    'what is Plasma?',
    'facets.0.questions.1: expected a question asked once in this record',
  ],
  [
    'British spelling',
    point('The centre of the design.'),
    'The centre',
    'points.0: expected American spelling, found "centre"',
  ],
  [
    'British spelling inside a word',
    point('It was decentralised late.'),
    'It was',
    'points.0: expected American spelling, found "decentralised"',
  ],
  [
    'marketing words',
    point('A seamless way to pay.'),
    'A seamless',
    'points.0: expected neutral words, found "seamless"',
  ],
  [
    'advice',
    point('It is undervalued by far.'),
    'It is undervalued',
    'points.0: expected no investment advice, found "undervalued"',
  ],
];

it.each([['Plasma Cash'], ['plasma~cash'], ['p'.repeat(49)]])('a file named %s.yaml is no id', (name) => {
  expect(faultsOf({ [`concepts/rollups/${name}.yaml`]: concept('Plasma Cash') })).toEqual([
    `concepts/rollups/${name}.yaml:1:1: expected a file named in kebab case, as zk-rollup.yaml, with at most 48 letters`,
  ]);
});

it('a value that stands for another one which is not there is a fault at its place', () => {
  const text = 'name: Plasma\nshort: *bold*\n';
  expect(faultsOf({ [PATH]: text })).toEqual([
    `${PATH}:2:8: expected valid YAML, found: Unresolved alias (the anchor must be set before the alias): bold*`,
  ]);
});

it('values that stand for ever more others are a fault and not read', () => {
  const many = (of: string) => `[${Array.from({ length: 9 }, () => of).join(', ')}]`;
  const text = ['a: &a [x]', ...['b', 'c', 'd', 'e'].map((at, i) => `${at}: &${at} ${many(`*${'abcd'[i]}`)}`)].join(
    '\n',
  );
  expect(faultsOf({ [PATH]: text })).toEqual([
    `${PATH}:2:8: expected valid YAML, found: Excessive alias count indicates a resource exhaustion attack`,
  ]);
});

describe('a fault of a concept is placed at its field', () => {
  it.each(CONCEPT_FAULTS)('%s', (_name, changes, needle, fault) => {
    const text = stringify(concept('plasma', { ...changes }));
    expect(faultsOf({ [PATH]: text })).toEqual([`${PATH}:${placeOf(text, needle)}: ${fault}`]);
  });
});

const classification = { layer: 'layer-2', label: 'A chain on top of another one' };
const blockTime = (value: object) => ({
  attributes: { 'block-time': { unit: 's', kind: 'by design', as_of: '2026', source: 'guide', ...value } },
});

const SYSTEM_FAULTS: readonly (readonly [string, object, string, string])[] = [
  [
    'a kind that is no record',
    { classification: { ...classification, kind: 'nothing-known' } },
    'nothing-known',
    'classification.kind: expected the id of a record, found "nothing-known"',
  ],
  [
    'a view with an unknown source',
    { classification: { ...classification, views: [{ who: 'A list', says: 'No', as_of: '2026', source: 'nobody' }] } },
    'nobody',
    'classification.views.0.source: expected the key of a source of this record, found "nobody"',
  ],
  [
    'a value and a range at once',
    blockTime({ value: 2, min: 1 }),
    'unit: s',
    'attributes.block-time: expected either value, or min and/or max, found 6 entries',
  ],
  [
    'a figure without a value',
    blockTime({}),
    'unit: s',
    'attributes.block-time: expected either value, or min and/or max, found 4 entries',
  ],
  [
    'an attribute that is not in the list',
    { attributes: { height: { text: 'Tall', as_of: '2026', source: 'guide' } } },
    'text: Tall',
    'attributes.height: expected a field of this record, found an unknown field',
  ],
];

describe('a fault of a system is placed at its field', () => {
  it.each(SYSTEM_FAULTS)('%s', (_name, changes, needle, fault) => {
    const text = stringify(system('Plasmachain', { classification, attributes: {}, ...changes }));
    expect(faultsOf({ [SYSTEM_PATH]: text })).toEqual([`${SYSTEM_PATH}:${placeOf(text, needle)}: ${fault}`]);
  });
});

describe('a comparison', () => {
  const path = 'comparisons/optimistic-vs-zk.yaml';
  const text = fixtureFiles().find((file) => file.path === path)?.text ?? '';

  it('has rows as wide as its sides, and chooses among them', () => {
    const broken = text
      .replace('- A week\n', '- A week\n      - A day\n')
      .replace('choose: zk-rollup', 'choose: sidechain');
    expect(faultsOf({ [path]: broken })).toEqual([
      `${path}:${placeOf(broken, '- A week')}: rows.1.values: expected 2 entries, found 3`,
      `${path}:${placeOf(broken, 'sidechain\n')}: verdict.1.choose: expected one of the sides, found "sidechain"`,
    ]);
  });
});

describe('the list of assets', () => {
  it('shares no name with a record', () => {
    const text = fixtureFiles().find(({ path }) => path === 'assets.yaml')?.text ?? '';
    expect(faultsOf({ [PATH]: concept('plasma', { aliases: ['paycoin'] }) })).toEqual([
      `assets.yaml:${placeOf(text, 'Paycoin')}: 1.name: expected a name of this record alone, found "Paycoin", which is also plasma`,
    ]);
  });

  it('names systems that exist and sources of its own', () => {
    const text = fixtureFiles().find(({ path }) => path === 'assets.yaml')?.text ?? '';
    const broken = text
      .replace('system: northchain', 'system: zk-rollup')
      .replace(
        '  issued_on:\n    - Northchain\n    - Quickroll',
        '  views:\n    - { who: A list, says: Layer 1, as_of: "2026", source: nobody }\n  issued_on: [Northchain]',
      );
    expect(faultsOf({ 'assets.yaml': broken })).toEqual([
      // The coin's names now lead to the rollup, and so they are the chain's no more.
      `assets.yaml:${placeOf(broken, 'zk-rollup')}: 0.system: expected the id of a system, found "zk-rollup"`,
      `assets.yaml:${placeOf(broken, 'nobody')}: 1.views.0.source: expected the key of a source of this asset, found "nobody"`,
    ]);
  });
});

describe('what is no YAML', () => {
  it.each([
    ['an open bracket', 'name: [plasma\nshort: x\n'],
    ['a key that stands twice', 'name: plasma\nname: plasma\n'],
    ['a tab', 'name:\n\t- plasma\n'],
  ])('%s is one kind of fault, placed where the reader stumbled', (_name, text) => {
    const faults = faultsOf({ [PATH]: text });
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults)
      expect(fault).toMatch(/^concepts\/rollups\/plasma\.yaml:[12]:\d+: expected valid YAML, found: /);
  });

  it('is said of an empty file as well', () => {
    expect(faultsOf({ [PATH]: '' })).toEqual([`${PATH}:1:1: expected an object, found null`]);
  });
});

describe('all faults', () => {
  const changes = {
    [PATH]: stringify(concept('plasma', { related: ['nowhere', 'layer-1'], ...point('The centre of the design.') })),
    'concepts/rollups/tiny.yaml': stringify(concept('tiny', { short: 'tiny', points: [] })),
    'lexicon.yaml': 'terms: 3\n',
  };

  it('of all files are told at once', () => {
    const faults = inspectKnowledge(fixtureFiles(changes)).faults;
    expect(faults.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'concepts/rollups/tiny.yaml short',
      'concepts/rollups/tiny.yaml points',
      'lexicon.yaml terms',
      'lexicon.yaml common_names',
      'lexicon.yaml akin',
      'lexicon.yaml jargon',
      'lexicon.yaml outside',
      `${PATH} related.0`,
      `${PATH} points.0`,
    ]);
  });

  it('are thrown together', () => {
    const faults = inspectKnowledge(fixtureFiles(changes)).faults;
    expect(() => parseKnowledge(fixtureFiles(changes))).toThrow(new KnowledgeError(faults));
    expect(new KnowledgeError(faults).message).toBe(faults.map(formatFault).join('\n'));
  });
});

describe('what is no fault', () => {
  it('people may ask in any spelling, and others may be quoted', () => {
    const questions = [
      'is it decentralised',
      'what colour is it',
      'a seamless one',
      'is it undervalued',
      'more',
      'and so on',
    ];
    const changes = {
      questions: questions.map((text) => `${text} then`),
      misconceptions: [
        { claim: 'It is revolutionary', verdict: 'wrong', truth: 'It repeats what was done before it.' },
      ],
    };
    expect(faultsOf({ [PATH]: concept('plasma', changes) })).toEqual([]);
  });

  it('a coin may share the name of its chain', () => {
    const text = fixtureFiles().find(({ path }) => path === 'assets.yaml')?.text ?? '';
    expect(faultsOf({ 'assets.yaml': text.replace('name: Northcoin', 'name: Northchain') })).toEqual([]);
  });
});
