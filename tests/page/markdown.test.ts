import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, type Inline, parseInline, parseMarkdown } from '../../src/sandbox/page/client/markdown/parse.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });

test.each<[string, readonly Inline[]]>([
  ['plain', [text('plain')]],
  [
    '**b** and *i*',
    [{ kind: 'bold', children: [text('b')] }, text(' and '), { kind: 'italic', children: [text('i')] }],
  ],
  ['***both***', [{ kind: 'italic', children: [{ kind: 'bold', children: [text('both')] }] }]],
  ['__u__ _i_', [{ kind: 'underline', children: [text('u')] }, text(' '), { kind: 'italic', children: [text('i')] }]],
  [
    '~~s~~||p||',
    [
      { kind: 'strike', children: [text('s')] },
      { kind: 'spoiler', children: [text('p')] },
    ],
  ],
  ['snake_case_name stays', [text('snake_case_name stays')]],
  ['2 * 3 * 4', [text('2 * 3 * 4')]],
  ['`**code**`', [{ kind: 'code', text: '**code**' }]],
  ['\\*not\\*', [text('*not*')]],
  ['[t](https://a.example/x_(y))', [{ kind: 'link', href: 'https://a.example/x_(y)', children: [text('t')] }]],
  ['[t](javascript:x)', [text('[t](javascript:x)')]],
  [
    'see https://a.example/b.',
    [text('see '), { kind: 'link', href: 'https://a.example/b', children: [text('https://a.example/b')] }, text('.')],
  ],
  [
    '<@1> <@&2> <#3>',
    [{ kind: 'user', id: '1' }, text(' '), { kind: 'role', id: '2' }, text(' '), { kind: 'channel', id: '3' }],
  ],
  ['<t:1700000000:R>', [{ kind: 'time', unix: 1_700_000_000, style: 'R' }]],
  ['</layer ask:12>', [{ kind: 'command', name: 'layer ask' }]],
  ['<b>bold</b>', [text('<b>bold</b>')]],
])('inline %j', (given, expected) => {
  expect(parseInline(given)).toEqual(expected);
});

test.each<[string, readonly Block[]]>([
  ['a\n\nb', [{ kind: 'paragraph', children: [text('a\n\nb')] }]],
  [
    '# One\ntwo',
    [
      { kind: 'heading', level: 1, children: [text('One')] },
      { kind: 'paragraph', children: [text('two')] },
    ],
  ],
  ['#no', [{ kind: 'paragraph', children: [text('#no')] }]],
  ['-# small', [{ kind: 'subtext', children: [text('small')] }]],
  [
    '> a\n> b\nc',
    [
      { kind: 'quote', children: [{ kind: 'paragraph', children: [text('a\nb')] }] },
      { kind: 'paragraph', children: [text('c')] },
    ],
  ],
  ['- a\n- b', [{ kind: 'list', start: undefined, items: [[text('a')], [text('b')]] }]],
  ['3. a\n4. b', [{ kind: 'list', start: 3, items: [[text('a')], [text('b')]] }]],
  ['```js\n**x**\n```', [{ kind: 'codeblock', text: '**x**' }]],
])('blocks %j', (given, expected) => {
  expect(parseMarkdown(given)).toEqual(expected);
});

const SIGNS = [
  '*',
  '**',
  '_',
  '__',
  '`',
  '```',
  '~~',
  '||',
  '> ',
  '- ',
  '# ',
  '[a](',
  ')',
  '<@1>',
  'https://x.yz',
  '\n',
  '\\',
  'word',
  ' ',
];

test('any text is read in time, and every link leads to the web', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 4 })), { maxLength: 400 });
  fc.assert(
    fc.property(texts, (parts) => {
      const found = JSON.stringify(parseMarkdown(parts.join('')));
      for (const [, href] of found.matchAll(/"href":"([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//);
    }),
    { numRuns: 200 },
  );
});

test.each(['*', '**', '_', '`', '||', '[', '<', '> ', '```', '[a](https://'])(
  'a long run of %j does not stall',
  (sign) => {
    const started = performance.now();
    parseMarkdown(`${sign.repeat(4_000 / sign.length)}x`);
    expect(performance.now() - started).toBeLessThan(1_000);
  },
);
