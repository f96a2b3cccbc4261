import { expect, it } from 'vitest';
import { coresOf } from '../../src/answer/core.ts';
import { createAnswerer } from '../../src/answer/index.ts';
import { topicsOf } from '../../src/answer/json.ts';
import { fixture } from '../fixtures.ts';

it.each([
  ['what is a rollup', []],
  ['hi all, what is a rollup?', []],
  [
    "hey there, sorry to bother you, I read a lot and wonder, if you don't mind, how long does a withdrawal take? thanks a lot",
    ['how long does a withdrawal take', "if you don't mind, how long does a withdrawal take"],
  ],
  ['I have been around since 2017 and still do not know why bridges get hacked', ['why bridges get hacked']],
  [
    'is it so? my brother says yes, my sister says no, and I do not know. can a rollup stop? Honest question',
    ['can a rollup stop'],
  ],
  [
    'please tell me what a zk rollup is and how it is made, if you can and have the time',
    ['if you can and have the time', 'how it is made, if you can and have the time'],
  ],
  ['How does a zk rollup work. Thank you all for your great help and time', ['How does a zk rollup work']],
  ['just a long story about my day with nothing in it that anybody could answer', []],
])('finds the question at the heart of %j', (message, cores) => {
  expect(coresOf(message)).toEqual(cores);
});

const answerer = createAnswerer(fixture());

it('answers it where all around it is not understood', () => {
  const around =
    'good evening dear people, my neighbor with the boat and the two dogs told me something odd yesterday, so ';
  expect(topicsOf(answerer.answer(`${around}why does leaving an optimistic rollup take a week? cheers`))).toEqual([
    'optimistic-rollup',
  ]);
  expect(topicsOf(answerer.answer(`${around}when is the next bus to the old harbor? cheers`))).toEqual([]);
  expect(topicsOf(answerer.answer(`${around}which layer is the cream in? cheers`))).toEqual([]);
});
