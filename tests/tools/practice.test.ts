import { describe, expect, it } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { recordsOf } from '../../src/search/compile.ts';
import { passageName, passagesOf } from '../../src/search/passage-texts.ts';
import { wordsOf } from '../../src/search/text.ts';
import { readPractice } from '../../src/tools/learn/practice.ts';
import { GOLDEN_SETS, readGolden } from '../golden.ts';

const practice = readPractice(SHIPPED_KNOWLEDGE);
const lineOf = (question: string) => wordsOf(question).join(' ');

describe('the questions to practise on', () => {
  it('lead to passages that there are, each named once', () => {
    const passages = new Set(
      recordsOf(loadKnowledge(SHIPPED_KNOWLEDGE)).flatMap((record) =>
        passagesOf(record).map((passage) => passageName(record, passage)),
      ),
    );
    expect(practice.map(({ of }) => of).filter((name) => !passages.has(name))).toEqual([]);
    expect(new Set(practice.map(({ of }) => of)).size).toBe(practice.length);
  });

  it('are asked once for a passage, and never what a golden question asks', () => {
    const golden = new Set(GOLDEN_SETS.flatMap(readGolden).map(({ q }) => lineOf(q)));
    const lines = practice.map(({ of, asked }) => ({ of, asked: asked.map(lineOf) }));
    expect(lines.filter(({ asked }) => new Set(asked).size < asked.length).map(({ of }) => of)).toEqual([]);
    expect(lines.flatMap(({ asked }) => asked).filter((line) => golden.has(line))).toEqual([]);
  });
});
