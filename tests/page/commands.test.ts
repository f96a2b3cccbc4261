import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/commands.ts';
import {
  type Entry,
  entriesOf,
  type Filled,
  findEntries,
  missingOption,
  questionOf,
  sentOptions,
} from '../../src/sandbox/page/client/commands.ts';
import {
  addOption,
  choose,
  commandDraft,
  fieldText,
  hindered,
  MORE,
  stepBack,
  textDraft,
  typeInto,
} from '../../src/sandbox/page/client/composer/draft.ts';

const registered = COMMANDS.map((command, at) => ({ description: '', ...command, id: `${at}`, version: '1' }));
const entries = entriesOf(registered);

function entry(path: string): Entry {
  const found = entries.find((each) => each.path === path);
  if (found === undefined) throw new Error(`No ${path}`);
  return found;
}

function fill({ options }: Entry, name: string, text: string, value?: Filled['value']): Filled {
  const option = options.find((each) => each.name === name);
  if (option === undefined) throw new Error(`No option ${name}`);
  return { option, text, value };
}

test('each subcommand is an entry of its own, message commands are none', () => {
  const layer = entries.map(({ path }) => path).filter((path) => path.startsWith('layer '));
  expect(layer.slice(0, 3)).toEqual(['layer explain', 'layer compare', 'layer ask']);
  expect(entries.some(({ path }) => path === 'Explain this message')).toBe(false);
});

test('what begins as typed comes first, then what holds the words', () => {
  expect(findEntries(entries, 'layer e').map(({ path }) => path)[0]).toBe('layer explain');
  expect(findEntries(entries, 'comp').map(({ path }) => path)).toEqual(['layer compare']);
  expect(findEntries(entries, 'nothing of the kind')).toEqual([]);
});

test('options are sent in their branches, chosen by value, choices by their name', () => {
  const explain = entry('layer explain');
  const filled = [
    fill(explain, 'topic', 'ZK rollup', 'zk-rollup'),
    fill(explain, 'depth', 'simple'),
    fill(explain, 'private', 'True'),
  ];
  expect(sentOptions(explain, filled)).toEqual([
    {
      name: 'explain',
      type: 1,
      options: [
        { name: 'topic', type: 3, value: 'zk-rollup' },
        { name: 'depth', type: 3, value: 'simple' },
        { name: 'private', type: 5, value: true },
      ],
    },
  ]);
});

test('the option in focus is sent as typed, empty ones not at all', () => {
  const compare = entry('layer compare');
  const filled = [
    fill(compare, 'first', 'Rollup', 'rollup'),
    fill(compare, 'second', 'si'),
    fill(compare, 'third', ''),
  ];
  expect(sentOptions(compare, filled, 'second')[0]?.options).toEqual([
    { name: 'first', type: 3, value: 'rollup' },
    { name: 'second', type: 3, value: 'si', focused: true },
  ]);
  expect(missingOption(compare, filled)).toBe(undefined);
  expect(missingOption(compare, filled.slice(0, 1))?.name).toBe('second');
});

test('a command is put as a question for the panel', () => {
  const compare = entry('layer compare');
  const filled = [fill(compare, 'first', 'Rollup — Many at once', 'rollup'), fill(compare, 'second', 'sidechain')];
  expect(questionOf(compare, filled)).toBe('Rollup vs sidechain');
  const classify = entry('layer classify');
  expect(questionOf(classify, [fill(classify, 'subject', 'Base')])).toBe('what layer is Base');
});

test('a command begins with its required options, goes on to the next empty one, and back by Backspace', () => {
  const compare = entry('layer compare');
  const begun = commandDraft(compare);
  expect([begun.focused, begun.filled.map(({ option }) => option.name)]).toEqual(['first', ['first', 'second']]);
  const first = choose(typeInto(begun, 'first', 'zk'), 'ZK rollup', 'zk-rollup');
  expect([first.focused, fieldText(first, 'first')]).toEqual(['second', 'ZK rollup']);
  expect(hindered(first)).toMatchObject({ focused: 'second', fault: expect.stringContaining('second') });
  const both = choose(first, 'Sidechain', 'sidechain');
  expect([both.focused, hindered(both)]).toEqual([MORE, undefined]);
  const third = compare.options.find(({ name }) => name === 'third');
  const added = third ? addOption(both, third) : both;
  expect(added.focused).toBe('third');
  expect(stepBack(added)).toMatchObject({ focused: 'second', filled: both.filled });
  expect(stepBack(begun)).toEqual(textDraft('/layer compare'));
});

test('what is typed over a choice is a text again', () => {
  const explain = entry('layer explain');
  const chosen = choose(commandDraft(explain), 'ZK rollup', 'zk-rollup');
  expect(typeInto(chosen, 'topic', 'ZK').filled[0]).toMatchObject({ text: 'ZK', value: undefined });
});
