/** The whole bot in the sandbox, on a small knowledge base and a store in memory. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type RunningBot, startBot } from '../../src/bot.ts';
import type { Config } from '../../src/config.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import { createLog, type Log } from '../../src/log.ts';
import {
  type Message,
  type Outcome,
  type Person,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { openFolder, openKnowledge } from './knowledge.ts';

/** How a bot is put into a sandbox. */
export interface BotOptions {
  readonly messageContent?: boolean;
  /** The database file; in memory unless told. */
  readonly database?: string;
  /** The knowledge folder; the small base unless told. */
  readonly knowledge?: string;
  /** Milliseconds since the epoch; the machine's clock unless told. */
  readonly clock?: () => number;
  readonly logQuestions?: boolean;
  /** Where the log goes; nowhere unless told. */
  readonly log?: Log;
}

export interface TestBotOptions extends BotOptions {
  readonly sandbox?: SandboxOptions;
  /** Called with the sandbox before the bot logs in. */
  readonly prepare?: (sandbox: Sandbox) => void;
}

/** Starts the sandbox with the registered and ready bot; both end when the test does. */
export async function startTestBot(options: TestBotOptions = {}): Promise<Sandbox> {
  const sandbox = await openRegistered(options.sandbox);
  options.prepare?.(sandbox);
  await joinBot(sandbox, options);
  return sandbox;
}

/** Starts a sandbox in which the commands are registered and no bot is logged in; it ends when the test does. */
export async function openRegistered(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  await registerCommands({ token: sandbox.botToken, api: sandbox.api });
  return sandbox;
}

/** Logs the bot in to a sandbox; it ends when the test does, or before. */
export async function joinBot(sandbox: Sandbox, options: BotOptions = {}): Promise<RunningBot> {
  const { database = ':memory:', messageContent = false, knowledge = openKnowledge(), logQuestions = false } = options;
  const token = sandbox.botToken;
  const { api } = sandbox;
  const config: Config = { token, api, messageContent, logLevel: 'silent', logQuestions, database, sandboxPort: 0 };
  const { log = createLog(config), clock } = options;
  // The shipped base takes long to compile: it is kept where the program keeps it.
  const kept = knowledge === SHIPPED_KNOWLEDGE ? {} : { cache: join(openFolder(), 'cache') };
  const bot = await startBot({ config, log, token, api, knowledge, ...kept, ...(clock ? { clock } : {}) });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= bot.stop();
    return stopping;
  };
  onTestFinished(stop);
  return { ...bot, stop };
}

/** Whether a message is the bot's answer to another. */
export const answers =
  ({ botId }: Sandbox, question: { readonly id: string }) =>
  ({ author, message_reference }: Message): boolean =>
    author.id === botId && message_reference?.message_id === question.id;

/** Says something in a channel and gives what the bot replies to it. */
export async function hear(sandbox: Sandbox, who: Person, channel: string, text: string): Promise<Message> {
  const question = await who.say(channel, text);
  return who.nextMessage(answers(sandbox, question));
}

/** Mentions the bot and gives its reply. */
export const ask = (
  sandbox: Sandbox,
  question: string,
  who: Person = sandbox.you,
  channel = sandbox.channels.general,
) => hear(sandbox, who, channel, `<@${sandbox.botId}> ${question}`);

/** What a person sees of a message: texts, and of the controls what stands on them. */
export function shown(message: Message) {
  const embeds = message.embeds.map(({ author, title, description, fields, footer }) => ({
    ...(author ? { author: author.name } : {}),
    title,
    description,
    ...Object.fromEntries((fields ?? []).map(({ name, value }) => [name, value])),
    ...(footer ? { footer: footer.text } : {}),
  }));
  return { content: message.content, embeds, controls: controlsOn(message) };
}

/** What stands on the controls of a message, a list a row. */
export const controlsOn = ({ components }: Message): readonly (readonly string[])[] =>
  components.flatMap((row) =>
    'components' in row ? [row.components.map((one) => saysOf(one).filter(Boolean).join(' '))] : [],
  );

/** Presses a button by what stands on it. */
export const press = (who: Person, message: Message, label: string) =>
  who.press(message.id, control(message, label).custom_id);

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
