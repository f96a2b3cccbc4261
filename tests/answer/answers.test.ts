import { describe, expect, it } from 'vitest';
import type { Answer, AnswerKind, AnswerOf } from '../../src/answer/answer.ts';
import { BANDS } from '../../src/answer/decide.ts';
import { createAnswerer } from '../../src/answer/index.ts';
import { nearest } from '../../src/answer/tell.ts';
import { concept, EXIT_FACET, facet, fixture } from '../fixtures.ts';

const knowledge = fixture();
const answerer = createAnswerer(knowledge);
const named = (id: string) => {
  const record = answerer.catalog.get(id);
  if (!record) throw new Error(`no record ${id}`);
  return { id, name: record.name, short: record.short };
};
const sourcesOf = (id: string) => answerer.catalog.get(id)?.sources ?? [];
const [GUIDE, PAPER] = sourcesOf('quickroll');

/** What is said, without what it was chosen from. */
function said(answer: Answer): object {
  const { matches: _matches, confidence: _confidence, corrections: _corrections, ...rest } = answer;
  return rest;
}
const ask = (question: string) => said(answerer.answer(question));

function askFor<K extends AnswerKind>(kind: K, question: string): AnswerOf<K> {
  const answer = answerer.answer(question);
  if (answer.kind !== kind) throw new Error(`expected ${kind}, found ${answer.kind}`);
  return answer as AnswerOf<K>;
}

describe('an explanation', () => {
  const topic = answerer.catalog.get('finality');

  it('gives the topic at the depth that the wording or the context asks for', () => {
    const explanation = { kind: 'explanation', topic, oldName: undefined, beside: [] };
    expect(ask('what is finality')).toEqual({ ...explanation, depth: 'standard' });
    expect(ask('eli5 finality')).toEqual({ ...explanation, depth: 'simple' });
    expect(ask('finality in detail')).toEqual({ ...explanation, depth: 'technical' });
    expect(said(answerer.answer('eli5 finality', { depth: 'technical' }))).toEqual({
      ...explanation,
      depth: 'technical',
    });
  });

  it('has the facet beside it that a word leads to which is no part of its own name', () => {
    const extra = {
      aliases: ['gwei', 'harbor', 'spacing'],
      facets: [
        facet('unit', ['what is gwei', 'gwei explained']),
        facet('outage', ['what is down with spacing', 'was spacing down']),
      ],
    };
    const paying = createAnswerer(fixture({ 'concepts/consensus/spacing.yaml': concept('Spacing One', extra) }));
    const besides = (question: string) => {
      const answer = paying.answer(question);
      return answer.kind === 'explanation' && [answer.topic.id, ...answer.beside.map(({ short }) => short.id)];
    };
    expect(besides('what is gwei')).toEqual(['spacing', 'unit']);
    expect(besides('what is spacing')).toEqual(['spacing']);
    expect(besides('what is spacing one')).toEqual(['spacing']);
    expect(besides('what is a harbor')).toEqual(['spacing']);
  });

  it('notes that a name was given up', () => {
    expect(askFor('explanation', 'what is a proof chain').oldName).toEqual({
      name: 'proof chain',
      was: 'It was called a proof chain until 2020.',
      now: 'Today it is called a ZK rollup.',
      until: '2020',
    });
  });

  it('says what was read as something else', () => {
    expect(answerer.answer('what is finalty').corrections).toEqual([{ from: 'finalty', to: 'finality' }]);
  });
});

describe('a facet', () => {
  const owner = answerer.catalog.get('optimistic-rollup');
  const facet = { id: 'exit', title: EXIT_FACET.title, text: EXIT_FACET.answer, asOf: '2026-10', sources: [GUIDE] };

  it('answers the question it was written for, not the whole record', () => {
    expect(ask('why does leaving an optimistic rollup take a week')).toEqual({
      kind: 'facet',
      owner,
      facet: { ...facet, verdict: undefined },
      beside: [],
    });
  });

  it('begins with yes or no where that is asked', () => {
    expect(ask('is the exit of an optimistic rollup slow')).toEqual({
      kind: 'facet',
      owner,
      facet: { ...facet, verdict: 'yes' },
      beside: [],
    });
  });

  it('may be the truth about a misconception', () => {
    expect(ask('do optimistic rollups need no proofs at all')).toEqual({
      kind: 'facet',
      owner,
      facet: {
        id: 'claim-1',
        title: 'Optimistic rollups need no proofs at all',
        text: 'They need a proof as soon as somebody disputes a batch.',
        verdict: 'no',
        asOf: undefined,
        sources: [GUIDE],
      },
      beside: [],
    });
  });
});

describe('a comparison', () => {
  it('is the authored one, in whichever order it is asked for', () => {
    const [authored] = knowledge.comparisons;
    const expected = {
      kind: 'comparison',
      authored,
      title: 'Optimistic vs ZK rollups',
      sides: [named('optimistic-rollup'), named('zk-rollup')],
      summary: authored?.summary,
      rows: authored?.rows,
      verdict: [
        { choose: 'optimistic rollup', when: 'the proof must cost nothing' },
        { choose: 'ZK rollup', when: 'the exit must be quick' },
      ],
      unfair: 'Both are younger than the chains they stand on.',
      sources: [GUIDE],
      reviewed: '2026-11-01',
    };
    expect(ask('optimistic rollup vs zk rollup')).toEqual(expected);
    expect(ask('difference between zk rollups and optimistic rollups')).toEqual(expected);
  });

  it('of systems sets side by side the attributes that two of them know', () => {
    expect(ask('northchain vs quickroll vs slowroll')).toEqual({
      kind: 'comparison',
      authored: undefined,
      title: 'Northchain vs Quickroll vs Slowroll',
      sides: [named('northchain'), named('quickroll'), named('slowroll')],
      summary: undefined,
      rows: [
        { label: 'Layer', values: ['Layer 1', 'Layer 2', 'Layer 2'] },
        { label: 'Block time', values: ['12 s (by design)', '1 to 2 s (observed)', 'not in the knowledge base'] },
        { label: 'Rollup stage', values: ['not in the knowledge base', 'Stage 1', 'Stage 0'] },
      ],
      verdict: [],
      unfair: expect.stringContaining('different dates'),
      sources: [GUIDE, PAPER],
      reviewed: '2026-11-01',
    });
  });

  it('of concepts of one family sets their rows side by side', () => {
    const plain = createAnswerer({ ...knowledge, comparisons: [] });
    expect(said(plain.answer('optimistic rollup vs zk rollup'))).toEqual({
      kind: 'comparison',
      authored: undefined,
      title: 'optimistic rollup vs ZK rollup',
      sides: [named('optimistic-rollup'), named('zk-rollup')],
      summary: undefined,
      rows: [
        { label: 'Speed', values: ['Seconds at first', 'Minutes to hours'] },
        { label: 'Cost', values: ['not in the knowledge base', 'Proving costs extra'] },
        { label: 'Whom you trust', values: ['One honest watcher', 'not in the knowledge base'] },
      ],
      verdict: [],
      unfair: undefined,
      sources: [GUIDE],
      reviewed: '2026-11-01',
    });
  });

  it('of what has no row in common is none', () => {
    expect(answerer.answer('finality vs quickroll').kind).not.toBe('comparison');
    expect(answerer.answer('quickroll vs quickroll').kind).not.toBe('comparison');
  });
});

describe('a classification', () => {
  const quickroll = {
    kind: 'classification',
    subject: named('quickroll'),
    layer: 'layer-2',
    statement: 'A ZK rollup on Northchain, a layer 2',
    criterion: undefined,
    views: [],
    sources: [GUIDE, PAPER],
    reviewed: '2026-11-01',
  };

  it.each([
    ['is quickroll a layer 2', 'yes', 'layer 2'],
    ['is quickroll a rollup', 'yes', 'rollup'],
    ['is quickroll a zk rollup', 'yes', 'ZK rollup'],
    ['is quickroll an optimistic rollup', 'no', 'optimistic rollup'],
    ['is quickroll a sidechain', 'no', 'sidechain'],
    ['what layer is quickroll', undefined, undefined],
  ])('%s: %s', (question, verdict, asked) => {
    expect(ask(question)).toEqual({ ...quickroll, verdict, asked });
  });

  it('depends, where authorities differ, and says on what', () => {
    expect(ask('is sideways a layer 2?')).toEqual({
      kind: 'classification',
      subject: named('sideways'),
      verdict: 'depends',
      asked: 'layer 2',
      layer: 'sidechain',
      statement: 'A sidechain that many call a layer 2',
      criterion: 'Whether Northchain can refuse a wrong state',
      views: [
        { who: 'A directory', says: 'Sidechain', as_of: '2026-10', source: 'guide' },
        { who: 'The project', says: 'Layer 2', as_of: '2026-09', source: 'paper' },
      ],
      sources: [GUIDE, PAPER],
      reviewed: '2026-11-01',
    });
  });

  it('of a token without a chain is that of the token; of a coin, that of its chain', () => {
    const answer = 'PAYC is a token on several networks and has no layer of its own.';
    expect(ask('what layer is PAYC')).toEqual({
      kind: 'classification',
      subject: { id: 'paycoin', name: 'Paycoin', short: answer },
      verdict: undefined,
      asked: undefined,
      layer: 'none',
      statement: answer,
      criterion: undefined,
      views: [],
      sources: [GUIDE],
      reviewed: '2026-11-01',
    });
    expect(askFor('classification', 'what layer is NRTH')).toMatchObject({
      subject: named('northchain'),
      layer: 'layer-1',
    });
  });
});

describe('an attribute', () => {
  it.each([
    ['block time of quickroll', 'Block time', '1 to 2 s (observed)', 'when busy', '5 September 2026', 'paper'],
    ['block time of northchain', 'Block time', '12 s (by design)', undefined, 'October 2026', 'guide'],
    ['what stage is slowroll', 'Rollup stage', 'Stage 0', undefined, 'October 2026', 'guide'],
    ['when was northchain launched', 'Launched', '30 July 2015', undefined, undefined, 'paper'],
    ['which consensus does northchain use', 'Consensus', 'Proof of stake', undefined, 'October 2026', 'guide'],
  ])('%s: %s', (question, label, value, note, asOf, source) => {
    expect(ask(question)).toEqual({
      kind: 'attribute',
      subject: answerer.catalog.system(question.split(' ').find((word) => word.endsWith('roll')) ?? 'northchain'),
      attribute: expect.any(String),
      label,
      verdict: undefined,
      value,
      note,
      asOf,
      sources: [source === 'guide' ? GUIDE : PAPER],
    });
  });

  it.each([
    ['is slowroll evm compatible', 'yes'],
    ['can i run solidity on slowroll', 'yes'],
    ['which virtual machine does slowroll use', undefined],
  ])('%s: the verdict is %s', (question, verdict) => {
    expect(ask(question)).toMatchObject({ kind: 'attribute', attribute: 'vm', verdict, value: 'EVM' });
  });

  it('that is not known is not made up', () => {
    expect(answerer.answer('block time of slowroll').kind).not.toBe('attribute');
  });
});

describe('a list', () => {
  it.each([
    ['which l2s are zk rollups', 'layer 2, ZK rollup', ['quickroll']],
    ['list all rollups', 'rollup', ['quickroll', 'slowroll']],
    ['which layer 2s are at stage 0', 'layer 2: at stage 0', ['slowroll']],
    ['list sidechains', 'sidechain', ['sideways']],
  ])('%s', (question, title, ids) => {
    expect(ask(question)).toEqual({ kind: 'list', title, items: ids.map(named) });
  });

  it('leaves out what is no longer live', () => {
    expect(askFor('list', 'list all layer 2s').items.map(({ id }) => id)).not.toContain('mode');
  });
});

describe('what is not answered', () => {
  it.each([
    ['should i buy northcoin', 'money'],
    ['how much is nrth', 'money'],
    ['how much will nrth be in 2027', 'money'],
    ['i lost my seed phrase', 'keys'],
    ['npm error again', 'code'],
    ['i want a refund', 'account'],
    ['which memecoin on northchain next', 'money'],
  ])('%s: %s', (question, reason) => {
    expect(ask(question)).toMatchObject({ kind: 'out-of-scope', reason });
  });

  it('a fee is no price, however it is asked for', () => {
    for (const question of ['how much is the fee on northchain', 'how much will the fee on northchain be'])
      expect(ask(question)).not.toMatchObject({ kind: 'out-of-scope' });
  });

  it('a question that a passage was written for is ours whatever phrase it holds, but for money', () => {
    const facets = [
      facet('purchase', ['is it northcoin that i buy', 'northcoin or northchain, which of them do i buy']),
      facet('refund', ['what is a refund window', 'how long is the refund window']),
    ];
    const own = createAnswerer(fixture({ 'concepts/consensus/spacing.yaml': concept('Spacing', { facets }) }));
    expect(own.answer('what is the refund window')).toMatchObject({ kind: 'facet', facet: { id: 'refund' } });
    expect(own.answer('should i buy northcoin')).toMatchObject({ kind: 'out-of-scope', reason: 'money' });
  });

  it('a bet is declined, a memecoin that only happens to be there is not', () => {
    const facets = [
      facet('halt', ['why did northchain stop because of a memecoin', 'northchain halted by one memecoin']),
    ];
    const own = createAnswerer(fixture({ 'concepts/consensus/spacing.yaml': concept('Spacing', { facets }) }));
    expect(own.answer('why did northchain stop because of a memecoin')).toMatchObject({ facet: { id: 'halt' } });
    expect(own.answer('best memecoin on northchain')).toMatchObject({ kind: 'out-of-scope', reason: 'money' });
  });

  it('a token without a chain is not spoken of, but a coin of a chain without a record is looked for', () => {
    expect(ask('is paycoin safe')).toMatchObject({ kind: 'out-of-scope', reason: 'money' });
    const assets = knowledge.assets.map(({ type: _type, ...one }) =>
      one.id === 'paycoin' ? { ...one, kind: 'layer-1 coin' } : one,
    );
    const other = createAnswerer(fixture({ 'assets.yaml': assets }));
    expect(said(other.answer('is paycoin safe'))).toMatchObject({ kind: 'unknown' });
  });

  it('gives no verdict on the consensus of a token, of which only the layer is known', () => {
    const own = createAnswerer(
      fixture({ 'concepts/consensus/proof-of-stake.yaml': concept('Proof of stake', { facets: [] }) }),
    );
    expect(own.answer('is paycoin proof of stake')).toMatchObject({ kind: 'classification', verdict: undefined });
  });

  it('stays unknown, with the nearest topics where there are any', () => {
    expect(ask('best pizza dough')).toEqual({ kind: 'unknown', nearest: [] });
    expect(ask('does a pizza in python end here')).toMatchObject({ kind: 'unknown' });
  });

  it('points at the passages that come nearest, by their names, where it may be a question for this bot', () => {
    const { search } = answerer;
    const matches = search.match(search.analyser.question('why does leaving an optimistic rollup take a week'));
    const [first, second] = nearest(matches, BANDS.near);
    expect(first).toEqual({
      id: 'optimistic-rollup#exit',
      name: 'optimistic rollup',
      short: 'Why leaving takes a week',
    });
    expect(second).toEqual(named('optimistic-rollup'));
    expect(nearest(matches, BANDS.near / 2)).toEqual([]);
  });

  it.each([
    ['help', 'asked'],
    ['hello', 'greeting'],
    ['thank you', 'thanks'],
    ['', 'empty'],
  ])('%j is met with what the bot can do', (question, reason) => {
    expect(answerer.answer(question)).toMatchObject({ kind: 'help', reason, confidence: 1 });
  });
});

describe('a conversation', () => {
  it('is carried on', () => {
    const previous = [{ question: 'block time of quickroll', topics: ['quickroll'] }];
    expect(answerer.answer('and northchain?', { previous })).toMatchObject({
      kind: 'attribute',
      subject: { id: 'northchain' },
      value: '12 s (by design)',
    });
  });
});

describe('a command', () => {
  it.each([
    [
      { kind: 'explain', topic: 'l2', depth: 'simple' },
      { kind: 'explanation', depth: 'simple', topic: { id: 'layer-2' } },
    ],
    [
      { kind: 'explain', topic: 'optimistic-vs-zk', depth: 'simple' },
      { kind: 'comparison', title: 'Optimistic vs ZK rollups' },
    ],
    [
      { kind: 'compare', sides: ['quickroll', 'slow roll network'] },
      { kind: 'comparison', title: 'Quickroll vs Slowroll' },
    ],
    [
      { kind: 'classify', subject: 'payc' },
      { kind: 'classification', subject: { id: 'paycoin' } },
    ],
    [
      { kind: 'attribute', subject: 'Quickroll', attribute: 'stage' },
      { kind: 'attribute', value: 'Stage 1' },
    ],
    [
      { kind: 'list', group: 'layer-1' },
      { kind: 'list', title: 'Layer 1', items: [named('northchain')] },
    ],
    [{ kind: 'explain', topic: 'pizza', depth: 'simple' }, { kind: 'unknown' }],
    [
      { kind: 'explain', topic: 'optimistic-rollup#exit', depth: 'simple' },
      { kind: 'facet', owner: { id: 'optimistic-rollup' }, facet: { id: 'exit' } },
    ],
    [
      { kind: 'explain', topic: 'optimistic-rollup#nothing', depth: 'simple' },
      { kind: 'explanation', topic: { id: 'optimistic-rollup' } },
    ],
    [
      { kind: 'ask', question: 'what is finality' },
      { kind: 'explanation', topic: { id: 'finality' } },
    ],
  ] as const)('%j', (request, expected) => {
    expect(answerer.respond(request)).toMatchObject(expected);
  });

  it('lists the categories with how much is in each', () => {
    expect(answerer.respond({ kind: 'list', group: undefined })).toMatchObject({
      kind: 'list',
      title: 'Categories',
      items: [
        { id: 'foundations', short: '3: finality, layer 1, layer 2…' },
        { id: 'rollups', short: '4: optimistic rollup, rollup, sidechain, ZK rollup…' },
        { id: 'layer-1', short: '1: Northchain…' },
        { id: 'layer-2', short: '3: Mode, Quickroll, Slowroll…' },
        { id: 'sidechains', short: '1: Sideways…' },
        { id: 'comparisons', short: '1: Optimistic vs ZK rollups…' },
      ],
    });
  });
});
