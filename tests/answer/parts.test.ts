import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../src/answer/answer.ts';
import { createAnswerer } from '../../src/answer/index.ts';
import { partsOf } from '../../src/answer/parts.ts';
import { answerText } from '../../src/answer/text.ts';
import { fixture } from '../fixtures.ts';

const answerer = createAnswerer(fixture());
const nameOf = ({ owner, short }: Excerpt) => `${owner.id}#${short.id}`;

/** What is said first and what besides. */
function told(message: string): readonly string[] {
  const answer = answerer.answer(message);
  switch (answer.kind) {
    case 'explanation':
      return [answer.topic.id, ...answer.beside.map(nameOf)];
    case 'facet':
      return [`${answer.owner.id}#${answer.facet.id}`, ...answer.beside.map(nameOf)];
    default:
      return [answer.kind];
  }
}

describe('the questions of a message', () => {
  it.each([
    ['what is a rollup', ['what is a rollup']],
    ['what is a rollup?', ['what is a rollup?']],
    ['what is a rollup? why?', ['what is a rollup? why?']],
    ['what is a rollup? and who runs it', ['what is a rollup?', 'and who runs it']],
    [
      'I read of rollups. What are they? And who runs them? Thx!',
      ['I read of rollups. What are they?', 'And who runs them?'],
    ],
    [
      'is it a? or is it b? or is it c? or is it d? or is it e?',
      ['is it a? or is it b? or is it c? or is it d? or is it e?'],
    ],
  ])('%j', (message, parts) => {
    expect(partsOf(message)).toEqual(parts);
  });
});

describe('several questions', () => {
  it('are answered in their order where each has its answer', () => {
    expect(told('what is finality? what is the block time of quickroll?')).toEqual([
      'finality',
      'quickroll#block-time',
    ]);
    expect(told('what is the block time of quickroll? what is finality?')).toEqual([
      'quickroll#block-time',
      'finality#finality',
    ]);
    expect(told('is quickroll a layer 2? why does leaving an optimistic rollup take a week?')).toEqual([
      'quickroll#layer',
      'optimistic-rollup#exit',
    ]);
  });

  it('may follow from one another', () => {
    expect(told('what is the block time of quickroll? and of northchain?')).toEqual([
      'quickroll#block-time',
      'northchain#block-time',
    ]);
  });

  it('are not told apart where one alone has an answer', () => {
    expect(told('what is finality? is my grandmother at home?')).toEqual(['finality']);
    expect(told('what is the weather like? best pizza dough recipe?')).toEqual(['unknown']);
  });

  it('leave a comparison as it is', () => {
    expect(told('what is an optimistic rollup? how does it compare, optimistic rollup vs zk rollup?')).toEqual([
      'comparison',
    ]);
  });

  it('say yes or no where one is asked for', () => {
    expect(answerText(answerer.answer('what is finality? is quickroll a layer 2?'))).toMatch(
      /See also: Quickroll: Which layer it is\n\n(?:Yes|It depends)\. /,
    );
  });
});
