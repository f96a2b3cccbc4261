import { describe, expect, it } from 'vitest';
import { standAlone, type Turn } from '../../src/answer/followup.ts';
import { createAnswerer } from '../../src/answer/index.ts';
import { type Form, parseQuestion } from '../../src/answer/question.ts';
import { fixture } from '../fixtures.ts';

const { search, catalog } = createAnswerer(fixture());
const { analyser } = search;
const read = (text: string) => parseQuestion(analyser.question(text));

const define: Form = { kind: 'define' };
const explicit: Form = { kind: 'compare', explicit: true };
const open = (asks?: Extract<Form, { kind: 'open' }>['asks']): Form => ({ kind: 'open', asks });

/** A question, what it asks for, and of which records. */
const FORMS: readonly (readonly [string, Form, readonly string[]])[] = [
  ['', { kind: 'help', reason: 'empty' }, []],
  ['?!', { kind: 'help', reason: 'empty' }, []],
  ['help', { kind: 'help', reason: 'asked' }, []],
  ['what can you do', { kind: 'help', reason: 'asked' }, []],
  ['hey there', { kind: 'help', reason: 'greeting' }, []],
  ['gm', { kind: 'help', reason: 'greeting' }, []],
  ['ok thanks a lot', { kind: 'help', reason: 'thanks' }, []],
  ['what is a zk rollup', define, ['zk-rollup']],
  ['ZK ROLLUP', define, ['zk-rollup']],
  ['explain finality please', define, ['finality']],
  ['eli5 l2', define, ['layer-2']],
  ["l2 in kid's words", define, ['layer-2']],
  ['explain zk rollups to my grandma', define, ['zk-rollup']],
  ['zk rollups for a 10 year old', define, ['zk-rollup']],
  ["finality explained like i'm a complete idiot", define, ['finality']],
  ['finality, explain like im a database guy', define, ['finality']],
  ['can you explain what finality is in simple terms', define, ['finality']],
  ['hey, could someone please tell me what is a zk rollup?', define, ['zk-rollup']],
  ['can finality be explained away', open(undefined), ['finality']],
  ['tell me about quickroll', define, ['quickroll']],
  ['how does quickroll work', define, ['quickroll']],
  ['explain it like im 5: why does leaving take so long', open('time'), []],
  ['quickroll vs slowroll', explicit, ['quickroll', 'slowroll']],
  ['quickroll or slowroll?', { kind: 'compare', explicit: false }, ['quickroll', 'slowroll']],
  ['difference between l1 and l2', explicit, ['layer-1', 'layer-2']],
  ['quickroll vs slowroll vs northchain', explicit, ['quickroll', 'slowroll', 'northchain']],
  ['is quickroll a layer 2', { kind: 'classify' }, ['quickroll', 'layer-2']],
  ['is quickroll moving to proof of stake', open(undefined), ['quickroll']],
  ['quickroll: sidechain or layer 2?', { kind: 'classify' }, ['quickroll', 'sidechain', 'layer-2']],
  ['what layer is paycoin', { kind: 'classify' }, ['paycoin']],
  ['block time of quickroll', { kind: 'attribute', attribute: 'block-time' }, ['quickroll']],
  ['who runs the sequencer on quickroll', { kind: 'attribute', attribute: 'sequencer' }, ['quickroll']],
  ['what stage is quickroll', { kind: 'attribute', attribute: 'stage' }, ['quickroll']],
  ['when did quickroll launch', { kind: 'attribute', attribute: 'launch' }, ['quickroll']],
  ['which l2s are zk rollups', { kind: 'list' }, ['layer-2', 'zk-rollup']],
  ['list all rollups', { kind: 'list' }, ['rollup']],
  ['l2s at stage 1', { kind: 'list' }, ['layer-2']],
  ['why does leaving take so long', open('time'), []],
  ['who can stop my transaction', open('who'), []],
];

describe('the form of a question', () => {
  it.each(FORMS)('%j', (question, form, subjects) => {
    const reading = read(question);
    expect({ form: reading.form, subjects: reading.subjects }).toEqual({ form, subjects });
  });

  it('is the same in capitals, with more spaces and other closing marks', () => {
    for (const [question, form] of FORMS.filter(([text]) => !text.endsWith('?')))
      expect(read(`  ${question.toUpperCase().replaceAll(' ', '   ')} !!`).form).toEqual(form);
  });

  it.each([
    ['eli5 finality', 'simple'],
    ['finality in laymen terms', 'simple'],
    ['finality in simple terms', 'simple'],
    ['finality for dummies', 'simple'],
    ['can you explain finality to a child', 'simple'],
    ['finality explained as if i were a sysadmin', 'simple'],
    ['finality in depth', 'technical'],
    ['what is finality', undefined],
  ])('tells the depth: %s', (question, depth) => {
    expect(read(question).depth).toBe(depth);
  });

  it.each([
    ['is quickroll safe', true],
    ['so does it work', true],
    ['how is quickroll safe', false],
    ['why is it slow', false],
  ])('tells a yes/no question: %s', (question, yesNo) => {
    expect(read(question).yesNo).toBe(yesNo);
  });

  it('keeps the words that nothing explains', () => {
    expect(read('how does quickroll treat my grandmother in winter').residue).toEqual([
      'treat',
      'grandmother',
      'winter',
    ]);
  });
});

const about = (question: string, ...topics: readonly string[]): Turn => ({ question, topics });
const COMPARED = about('quickroll vs slowroll', 'quickroll', 'slowroll');

/** What was asked before, what is asked now, and the question it stands for. */
const FOLLOW_UPS: readonly (readonly [readonly Turn[], string, string])[] = [
  [[], 'why?', 'why?'],
  [[about('what is finality', 'finality')], 'why?', 'why? finality'],
  [[about('how long does quickroll take to confirm', 'quickroll')], 'why?', 'why does quickroll take to confirm'],
  [[about('is quickroll slow', 'quickroll')], 'how come', 'why is quickroll slow'],
  [
    [about('is quickroll slow', 'quickroll'), about('and northchain?', 'northchain')],
    'but why',
    'why is northchain slow',
  ],
  [[about('what is finality', 'finality')], 'how long does it take', 'how long does it take finality'],
  [[about('what is finality', 'finality')], 'tell me more', 'tell me more finality'],
  [[about('what is finality', 'finality')], 'what is a rollup', 'what is a rollup'],
  [[about('what is quickroll', 'quickroll')], 'vs slowroll?', 'Quickroll vs Slowroll'],
  [[about('what is quickroll', 'quickroll')], 'or northchain', 'Quickroll vs Northchain'],
  [[about('block time of quickroll', 'quickroll')], 'and northchain?', 'block time of Northchain'],
  [
    [about('block time of quickroll', 'quickroll'), about('and northchain?', 'northchain')],
    'and sideways',
    'block time of Sideways',
  ],
  [[about('is quickroll a layer 2', 'quickroll')], 'what about sideways', 'is Sideways a layer 2'],
  [[about('why is it slow', 'finality')], 'what about sideways', 'what is Sideways'],
  [[COMPARED], 'and the other one?', 'what is Slowroll'],
  [[COMPARED], 'and the other?', 'what is Slowroll'],
  [[COMPARED], 'what about the other', 'what is Slowroll'],
  [[COMPARED], 'is the second payment for a withdrawal free?', 'is the second payment for a withdrawal free?'],
  [[COMPARED, about('is slowroll safe', 'slowroll')], 'the other one', 'what is Quickroll'],
  [
    [about('optimistic vs zk', 'optimistic-vs-zk', 'optimistic-rollup', 'zk-rollup')],
    'which one is older',
    'which one is older optimistic rollup',
  ],
  [[about('something else')], 'why?', 'why?'],
  [[about('what is finality', 'finality')], '', ''],
  [
    [about('what is finality', 'finality')],
    'and now to something long that I have wanted to ask here for many days already',
    'and now to something long that I have wanted to ask here for many days already',
  ],
];

describe('a follow-up', () => {
  it.each(FOLLOW_UPS)('after %j: %j means %j', (previous, question, meant) => {
    expect(standAlone(question, { previous, analyser, catalog })).toBe(meant);
  });
});
