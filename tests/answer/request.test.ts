import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTHS } from '../../src/answer/answer.ts';
import { formatRequest, parseRequest, type Request, wordsOf } from '../../src/answer/request.ts';
import { ATTRIBUTES, type AttributeName } from '../../src/knowledge/vocabulary.ts';

const attributes = Object.keys(ATTRIBUTES) as AttributeName[];
/** Names as people type them, which hold nothing of a command's own syntax. */
const name = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}.'()-]{1,12}$/u), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))
  .filter((text) => !text.split(' ').includes('vs'));

const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ kind: fc.constant('explain' as const), topic: name, depth: fc.constantFrom(...DEPTHS) }),
  fc.record({ kind: fc.constant('compare' as const), sides: fc.array(name, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('classify' as const), subject: name }),
  fc.record({ kind: fc.constant('attribute' as const), subject: name, attribute: fc.constantFrom(...attributes) }),
  fc.record({ kind: fc.constant('list' as const), group: fc.option(name, { nil: undefined }) }),
  fc.record({
    kind: fc.constant('ask' as const),
    question: fc
      .string({ unit: 'grapheme' })
      .map((text) => text.trim())
      .filter((text) => !text.startsWith('/layer')),
  }),
);

describe('a request', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(request, (one) => {
        expect(parseRequest(formatRequest(one))).toEqual(one);
      }),
    );
  });

  it('is put in the words of a person', () => {
    const lines = [
      'why is it slow',
      '/layer explain base depth:simple',
      '/layer compare base vs linea',
      '/layer classify base',
      '/layer attribute base fact:finality-time',
      '/layer list zk-rollup',
      '/layer list',
    ];
    expect(lines.map((line) => wordsOf(parseRequest(line)))).toEqual([
      'why is it slow',
      'base',
      'base vs linea',
      'base',
      'finality time base',
      'list zk-rollup',
      '',
    ]);
  });

  it('is read from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseRequest(text).kind).toMatch(/^(?:ask|explain|compare|classify|attribute|list)$/);
        expect(parseRequest(`/layer ${text}`).kind).not.toBe('');
      }),
    );
  });

  it.each<readonly [string, Request]>([
    ['/layer explain zk rollup depth:simple', { kind: 'explain', topic: 'zk rollup', depth: 'simple' }],
    ['/layer explain zk rollup', { kind: 'explain', topic: 'zk rollup', depth: 'standard' }],
    ['/layer explain zk rollup depth:deep', { kind: 'explain', topic: 'zk rollup', depth: 'standard' }],
    ['/layer compare a vs b vs c', { kind: 'compare', sides: ['a', 'b', 'c'] }],
    ['/layer attribute base fact:block-time', { kind: 'attribute', subject: 'base', attribute: 'block-time' }],
    ['/layer attribute base fact:height', { kind: 'ask', question: 'base fact:height' }],
    ['/layer list', { kind: 'list', group: undefined }],
    ['/layer listing', { kind: 'ask', question: '/layer listing' }],
    ['why not?', { kind: 'ask', question: 'why not?' }],
  ])('%s', (line, expected) => {
    expect(parseRequest(line)).toEqual(expected);
  });
});
