/** The programs of the terminal as they are shipped: built, started, read by their output and exit code. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';

const TOOLS = fileURLToPath(new URL('../../dist/tools/', import.meta.url));

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Starts a program with arguments, standard input and only the given environment; gives what it said when it ended. */
function run(tool: string, args: readonly string[], { input = '', env = {} } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${TOOLS}${tool}.js`, ...args], { env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(input);
  });
}

const linesOf = (text: string): readonly unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

beforeAll(() => {
  if (!existsSync(`${TOOLS}ask.js`)) throw new Error('run "npm run build" first: these tests start what is built');
});

// After a change of the knowledge the first of them compiles it anew.
describe('ask', { timeout: 60_000 }, () => {
  it('answers each argument in plain text', async () => {
    const { out, err, code } = await run('ask', ['what is a zk rollup']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(/^ZK rollup\n\n/);
  });

  it('--json says nothing but one object a line, for arguments', async () => {
    const { out, err, code } = await run('ask', ['--json', 'arbitrum vs optimism', 'best pizza']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const number = expect.any(Number);
    expect(linesOf(out)).toEqual([
      {
        question: 'arbitrum vs optimism',
        kind: 'comparison',
        topics: ['arbitrum-vs-optimism', 'arbitrum', 'optimism'],
        confidence: number,
        alternatives: expect.any(Array),
        text: expect.stringMatching(/^Arbitrum.* vs /),
        sources: expect.arrayContaining([{ title: expect.any(String), url: expect.stringMatching(/^https:/) }]),
        ms: number,
      },
      {
        question: 'best pizza',
        kind: 'unknown',
        topics: [],
        confidence: number,
        alternatives: expect.any(Array),
        text: expect.stringMatching(/^I don't know that one\./),
        sources: [],
        ms: number,
      },
    ]);
  });

  it('--json answers each line of standard input in order, empty ones left out', async () => {
    const questions = Array.from({ length: 300 }, (_, at) => `what is layer ${at % 4} number ${at}`);
    const { out, code } = await run('ask', ['--json'], { input: `\n${questions.join('\n\n')}` });
    expect(code).toBe(0);
    expect(linesOf(out).map((line) => (line as { question: string }).question)).toEqual(questions);
  });
});

describe('check', () => {
  it('says what there is, and what is worth adding', async () => {
    const { out, err, code } = await run('check', []);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(/^\d+ concepts, \d+ systems, \d+ comparisons and \d+ assets, with [^\n]+ No faults\.\n/);
  });

  it('says so where no file is meant, or no option known', async () => {
    expect(await run('check', ['nowhere'])).toEqual({ out: '', err: 'No knowledge file has nowhere.\n', code: 1 });
    const { err, code } = await run('check', ['--wrong']);
    expect({ lines: err.trimEnd().split('\n').length, code }).toEqual({ lines: 1, code: 1 });
  });

  it('names the dated facts that have grown old as file:line:column', async () => {
    const { out, code } = await run('check', ['--stale']);
    expect(code).toBe(0);
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^\S+\.yaml:\d+:\d+: \S+: dated \d{4}[-\d]*, more than 12 months ago$|^No dated fact/);
  });
});

describe('register', () => {
  it('registers once, and then changes nothing', async () => {
    const sandbox = await startSandbox();
    const env = { DISCORD_TOKEN: sandbox.botToken, DISCORD_API: sandbox.api };
    const first = await run('register', [], { env });
    const again = await run('register', [], { env });
    await sandbox.close();
    expect(first).toEqual({ out: 'The commands are registered everywhere.\n', err: '', code: 0 });
    expect(again).toEqual({ out: 'The commands are already registered everywhere.\n', err: '', code: 0 });
  });

  it.each<readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['without a token', [], {}, /^DISCORD_TOKEN is not set: /],
    [
      'with a server that is no id',
      ['--guild', 'mine'],
      { DISCORD_TOKEN: 'x', DISCORD_API: 'http://127.0.0.1:1' },
      /^--guild: expected/,
    ],
    ['where nobody answers', [], { DISCORD_TOKEN: 'x', DISCORD_API: 'http://127.0.0.1:1/api' }, /ECONNREFUSED/],
  ])('%s says so in one line', async (_name, args, env, line) => {
    const { out, err, code } = await run('register', args, { env });
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

it('warm says nothing and succeeds', async () => {
  expect(await run('warm', [])).toEqual({ out: '', err: '', code: 0 });
});
