/** The whole bot in the sandbox, on a small knowledge base and a store in memory. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startBot } from '../../src/bot.ts';
import type { Config } from '../../src/config.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { createLog } from '../../src/log.ts';
import {
  type Message,
  type Outcome,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { openFolder, openKnowledge } from './knowledge.ts';

export interface TestBotOptions {
  readonly sandbox?: SandboxOptions;
  readonly messageContent?: boolean;
  /** The database file; in memory unless told. */
  readonly database?: string;
  /** The knowledge folder; the small base unless told. */
  readonly knowledge?: string;
  /** Called with the sandbox before the bot logs in. */
  readonly prepare?: (sandbox: Sandbox) => void;
}

/** Starts the sandbox with the registered and ready bot; both end when the test does. */
export async function startTestBot(options: TestBotOptions = {}): Promise<Sandbox> {
  const { database = ':memory:', messageContent = false, knowledge = openKnowledge() } = options;
  const sandbox = await startSandbox(options.sandbox);
  onTestFinished(() => sandbox.close());
  options.prepare?.(sandbox);
  await registerCommands({ token: sandbox.botToken, api: sandbox.api });
  const config: Config = {
    token: sandbox.botToken,
    api: sandbox.api,
    messageContent,
    logLevel: 'silent',
    logQuestions: false,
    database,
    sandboxPort: 0,
  };
  const bot = await startBot({
    config,
    log: createLog(config),
    token: sandbox.botToken,
    api: sandbox.api,
    knowledge,
    cache: join(openFolder(), 'cache'),
  });
  onTestFinished(() => bot.stop());
  return sandbox;
}

/** The message that came of an interaction; throws where something else did. */
export function messageOf(outcome: Outcome): Message {
  if (outcome.kind === 'message' || outcome.kind === 'update') return outcome.message;
  throw new Error(`No message but ${outcome.kind}: ${'error' in outcome ? outcome.error : ''}`);
}

/** All that a message says: content, titles, texts, fields and footers, a line each. */
export function textOf({ content, embeds }: Message): string {
  const parts = embeds.flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...parts].filter(Boolean).join('\n');
}

/** A button or select of a message by its label, emoji or placeholder; throws where there is none. */
export function control({ components }: Message, label: string): Control {
  for (const row of components) {
    if (!('components' in row)) continue;
    for (const one of row.components) {
      if (!('custom_id' in one) || typeof one.custom_id !== 'string' || !saysOf(one).includes(label)) continue;
      return { custom_id: one.custom_id, values: 'options' in one ? one.options.map(({ value }) => value) : [] };
    }
  }
  throw new Error(`No control "${label}"`);
}

export interface Control {
  readonly custom_id: string;
  /** What a select offers. */
  readonly values: readonly string[];
}

const saysOf = (one: object): readonly unknown[] => [
  'label' in one ? one.label : undefined,
  'placeholder' in one ? one.placeholder : undefined,
  'emoji' in one && typeof one.emoji === 'object' && one.emoji && 'name' in one.emoji ? one.emoji.name : undefined,
];
