import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, VARIABLES } from '../src/config.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB';

describe('the configuration', () => {
  it('of an empty environment runs the sandbox', () => {
    expect(readConfig({})).toEqual({
      token: undefined,
      api: undefined,
      messageContent: false,
      logLevel: 'warn',
      logQuestions: false,
      database: 'data/strata.db',
      sandboxPort: 0,
    });
  });

  it('holds every variable', () => {
    const env = {
      DISCORD_TOKEN: ` ${TOKEN} `,
      DISCORD_API: 'http://127.0.0.1:8080/api',
      MESSAGE_CONTENT: 'true',
      LOG_LEVEL: 'debug',
      LOG_QUESTIONS: 'true',
      DATABASE: '/tmp/strata.db',
      SANDBOX_PORT: '8000',
    };
    expect(Object.keys(env)).toEqual(Object.keys(VARIABLES));
    expect(readConfig(env)).toEqual({
      token: TOKEN,
      api: 'http://127.0.0.1:8080/api',
      messageContent: true,
      logLevel: 'debug',
      logQuestions: true,
      database: '/tmp/strata.db',
      sandboxPort: 8000,
    });
  });

  it('takes an empty variable as none, and says more with a token than without', () => {
    expect(readConfig(Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ' '])))).toEqual(readConfig({}));
    expect(readConfig({ DISCORD_TOKEN: TOKEN }).logLevel).toBe('info');
  });

  it('tells every problem at once', () => {
    const env = {
      DISCORD_API: 'discord.com',
      MESSAGE_CONTENT: 'yes',
      LOG_LEVEL: 'loud',
      LOG_QUESTIONS: '1',
      SANDBOX_PORT: '70000',
    };
    expect(() => readConfig(env)).toThrow(ConfigError);
    const { message } = problemsOf(env);
    expect(
      message
        .split('\n')
        .map((line) => line.split(':', 1)[0])
        .toSorted(),
    ).toEqual(Object.keys(env).toSorted());
  });

  it('never tells the token', () => {
    const { message } = problemsOf({ DISCORD_TOKEN: 'almost-a-token' });
    expect(message).toMatch(/^DISCORD_TOKEN: expected three parts joined by dots/);
    expect(message).not.toContain('almost');
  });

  it.each(['"quoted.token.value"', 'two words', "'single'"])('knows a token with something around it: %s', (token) => {
    expect(problemsOf({ DISCORD_TOKEN: token }).message).toBe(
      'DISCORD_TOKEN: expected the token alone, found spaces or quotes around it.',
    );
  });

  it('lets a test server have tokens of its own shape', () => {
    expect(readConfig({ DISCORD_TOKEN: 'sandbox', DISCORD_API: 'http://127.0.0.1:1/api' }).token).toBe('sandbox');
  });

  it.each(['-1', '1.5', '65536', 'eighty'])('knows a port that there is not: %s', (port) => {
    expect(problemsOf({ SANDBOX_PORT: port }).message).toBe('SANDBOX_PORT: expected a port from 0 to 65535.');
  });
});

function problemsOf(env: Readonly<Record<string, string>>): Error {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('there was no problem');
}

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  it('holds exactly the variables that are read, each under its sentence', () => {
    const found = [...text.matchAll(/^# (.+)\n([A-Z_]+)=/gm)].map(([, sentence, name]) => [name, sentence]);
    expect(Object.fromEntries(found)).toEqual(VARIABLES);
    expect(text.match(/^[A-Z_]+=/gm)).toHaveLength(Object.keys(VARIABLES).length);
  });

  it('can be used as it is', () => {
    const env = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    expect(readConfig(env)).toEqual({ ...readConfig({}), logLevel: 'info' });
  });
});
