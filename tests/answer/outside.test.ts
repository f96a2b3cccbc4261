import { describe, expect, it } from 'vitest';
import { createOutside } from '../../src/answer/outside.ts';
import { fixture } from '../fixtures.ts';

const outside = createOutside(fixture().lexicon);

describe('what is outside the field', () => {
  it.each([
    ['should i buy now', 'money'],
    ['my seed phrase is gone', 'keys'],
    ['npm error on start', 'code'],
    ['i want a refund', 'account'],
    ['is there a gas refund', undefined],
    ['is there a gas refund or another refund', 'account'],
    ['what is a rollup', undefined],
  ])('%s: %s', (line, reason) => {
    expect(outside(line.split(' '))).toBe(reason);
  });
});
