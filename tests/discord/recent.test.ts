import { expect, test } from 'vitest';
import { createRecent } from '../../src/discord/recent.ts';

test('values are kept for their time, and then let go of whatever the map is asked', () => {
  let now = 0;
  const recent = createRecent<string>(() => now, { lifetime: 10, most: 9 });
  recent.set('a', 'first');
  now = 5;
  recent.set('b', 'second');
  now = 9;
  expect(recent.entries()).toEqual([
    ['a', 'first'],
    ['b', 'second'],
  ]);
  now = 10;
  expect(recent.get('b')).toBe('second');
  expect(recent.entries()).toEqual([['b', 'second']]);
  recent.set('b', 'anew');
  now = 19;
  expect(recent.get('b')).toBe('anew');
  now = 20;
  expect(recent.get('b')).toBeUndefined();
});

test('of too many the one that was set longest ago goes', () => {
  const recent = createRecent<number>(() => 0, { lifetime: 10, most: 2 });
  for (const [at, key] of ['a', 'b', 'a', 'c'].entries()) recent.set(key, at);
  expect(recent.entries()).toEqual([
    ['a', 2],
    ['c', 3],
  ]);
  recent.delete('a');
  expect(recent.entries()).toEqual([['c', 3]]);
});
