import { describe, expect, it } from 'vitest';
import { summaryLines, tableLines } from '../../src/tools/check/print.ts';
import { report } from '../../src/tools/check/report.ts';
import { agedFacts } from '../../src/tools/check/stale.ts';
import { concept, EXIT_FACET, fixture, fixtureFiles, system } from '../fixtures.ts';

const TODAY = '2026-11-23';
const PATH = 'concepts/rollups/plasma.yaml';

const gapsOf = (extra: Readonly<Record<string, unknown>>) =>
  report(fixture({ [PATH]: concept('plasma', extra) }), TODAY).rows.find(({ id }) => id === 'plasma')?.gaps;

const questions = Array.from({ length: 8 }, (_, at) => `plasma question number ${at}`);
const facets = [0, 1, 2, 3].map((at) => ({
  ...EXIT_FACET,
  id: `exit-${at}`,
  questions: [`plasma exit ${at} how`, `plasma exit ${at} why`],
}));
const misconceptions = [
  { claim: 'Plasma is a kind of rollup', verdict: 'wrong', truth: 'It keeps its data off the chain.' },
  { claim: 'Plasma is layer 2, stage 1', verdict: 'misleading', truth: 'Stages do not rate it. See EIP-4844 too.' },
];
const complete = {
  questions,
  facets,
  misconceptions,
  not_to_be_confused_with: [{ id: 'rollup', difference: 'A rollup posts its data.' }],
};

describe('what a record misses', () => {
  it('is nothing where every goal is met', () => {
    expect(gapsOf(complete)).toBeUndefined();
  });

  it('is counted goal by goal', () => {
    const kin = { family: 'availability', traits: { where: 'Off the chain' } };
    expect(gapsOf({ kin })).toEqual([
      { goal: 'questions', found: '6 of 8' },
      { goal: 'facets', found: '0 of 4' },
      { goal: 'misconceptions', found: '0 of 2' },
      { goal: 'confusions', found: '0 of 1' },
      { goal: 'kin', found: 'without guarantee, cost, trust, examples' },
    ]);
  });

  it('is a family, where a comparison sets it beside a concept that has one', () => {
    const text = fixtureFiles().find(({ path }) => path.startsWith('comparisons/'))?.text ?? '';
    const knowledge = fixture({
      [PATH]: concept('plasma', complete),
      'comparisons/optimistic-vs-plasma.yaml': text
        .replaceAll('zk-rollup', 'plasma')
        .replace('name: Optimistic vs ZK rollups', 'name: Optimistic vs plasma'),
    });
    expect(report(knowledge, TODAY).rows.find(({ id }) => id === 'plasma')?.gaps).toEqual([
      { goal: 'kin', found: 'no family, though it is compared to optimistic-rollup' },
    ]);
  });

  it('is a shorter sentence and plainer words', () => {
    const simple = `${'decentralized validators synchronize '.repeat(11)}always. It ends.`;
    expect(gapsOf({ ...complete, simple })).toEqual([
      { goal: 'grade', found: expect.stringMatching(/^\d\d\.\d$/) },
      { goal: 'sentence', found: '34 words' },
    ]);
  });

  it('is a source for a figure; digits in names are none', () => {
    const claim = { claim: 'Plasma exits take 7 days', verdict: 'true', truth: 'They do, as a rule of the contract.' };
    const past = [{ until: '2019', was: 'Until 2019 it was in use.', now: 'It is not used today.' }];
    expect(gapsOf({ ...complete, misconceptions: [...misconceptions, claim], past })).toEqual([
      { goal: 'figures', found: 'misconceptions.2, past.0' },
    ]);
    expect(
      gapsOf({ ...complete, misconceptions: [...misconceptions, { ...claim, sources: ['guide'] }] }),
    ).toBeUndefined();
  });

  it('is an attribute that its layer expects, of a live rollup more than of a retired one', () => {
    const gapOf = (id: string) =>
      report(fixture(), TODAY)
        .rows.find((row) => row.id === id)
        ?.gaps.find(({ goal }) => goal === 'attributes')?.found;
    expect(gapOf('slowroll')).toBe(
      'without settles-on, validation, data, launch, sequencer, block-time, withdrawal-time, fees, gas-token, upgrade-keys',
    );
    expect(gapOf('mode')).toBe('without settles-on, validation, data, launch');
    expect(gapOf('northchain')).toBe('without finality-time, fees, vm, gas-token');
  });
});

describe('dated facts', () => {
  const dated = (moment: string) =>
    fixture({
      'systems/layer-2/quickroll.yaml': system('Quickroll', {
        classification: {
          layer: 'layer-2',
          label: 'A rollup on Northchain',
          views: [{ who: 'A list', says: 'Layer 2', as_of: moment, source: 'guide' }],
        },
        attributes: { vm: { text: 'EVM', as_of: moment, source: 'guide' }, launch: { date: '2015', source: 'guide' } },
        facets: [{ ...EXIT_FACET, as_of: moment }],
      }),
    });
  const file = 'systems/layer-2/quickroll.yaml';

  it('are named with the path of their date, and those of launches are not', () => {
    expect(agedFacts(dated('2024-05'), TODAY)).toEqual([
      { file, path: ['classification', 'views', 0, 'as_of'], asOf: '2024-05' },
      { file, path: ['attributes', 'vm', 'as_of'], asOf: '2024-05' },
      { file, path: ['facets', 0, 'as_of'], asOf: '2024-05' },
    ]);
  });

  it.each([
    ['2025-11-23', 0],
    ['2025-11-22', 3],
    ['2025-11', 0],
    ['2025-10', 3],
    ['2025', 0],
    ['2024', 3],
  ])('of %s are old after twelve months, a month or year counted to its end', (moment, count) => {
    expect(agedFacts(dated(moment), TODAY)).toHaveLength(count);
  });

  it('are held against the last day of a shorter month', () => {
    expect(agedFacts(dated('2023-02-28'), '2024-02-29')).toEqual([]);
    expect(agedFacts(dated('2023-02-27'), '2024-02-29')).toHaveLength(3);
  });

  it('come the oldest first', () => {
    const knowledge = fixture({ [PATH]: concept('plasma', { facets: [{ ...EXIT_FACET, as_of: '2020' }] }) });
    expect(
      agedFacts(knowledge, '2030-01-01')
        .slice(0, 2)
        .map(({ asOf }) => asOf),
    ).toEqual(['2020', '2026-09-05']);
  });
});

describe('in the terminal', () => {
  it('the summary counts by goal and names a few', () => {
    const whole = report(fixture(), TODAY);
    expect(summaryLines(whole).slice(0, 5)).toEqual([
      '7 concepts, 5 systems, 1 comparison and 2 assets, with 1 facet, 80 questions and 18 sources. No faults.',
      '',
      'Worth adding (npm run check -- --all names every record):',
      '  at least 4 facets                         7  finality, layer-1, layer-2, and 4 more',
      '  at least 2 misconceptions                 7  finality, layer-1, layer-2, and 4 more',
    ]);
  });

  it('the table names every record once, with what it misses beneath', () => {
    const { rows } = report(fixture(), TODAY);
    expect(tableLines(rows.filter(({ id }) => id === 'optimistic-vs-zk' || id === 'northchain'))).toEqual([
      'comparisons/optimistic-vs-zk.yaml  at least 8 questions: 6 of 8',
      'systems/layer-1/northchain.yaml    at least 8 questions: 6 of 8',
      '                                   the attributes of its layer: without finality-time, fees, vm, gas-token',
    ]);
  });
});
