/** The sandbox's prompt: what is typed is done as a person in Discord, and the bot's reply is shown as it was sent. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Person } from '../people/person.ts';
import { readLine } from './line.ts';
import { showMessage } from './show.ts';

/** Where the prompt reads and writes. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly interactive: boolean;
}

/** Answers line by line until the input ends; gives how many lines there were. */
export async function runPrompt(person: Person, { input, output, interactive }: Terminal): Promise<number> {
  let count = 0;
  const lines = createInterface({ input, output, terminal: interactive, prompt: '› ' });
  if (interactive) lines.prompt();
  for await (const line of lines) {
    count += 1;
    if (/^\/?(?:quit|exit)$/.test(line.trim())) break;
    if (line.trim() !== '') output.write(`${await replyTo(person, line)}\n\n`);
    if (interactive) lines.prompt();
  }
  lines.close();
  return count;
}

/** What the bot replies to a typed line, as text. */
export async function replyTo(person: Person, line: string): Promise<string> {
  const typed = readLine(line);
  try {
    if (typed.kind === 'message') {
      const answered = person.nextMessage(
        (message) => message.author.id !== person.id && message.channel_id === person.dmChannelId,
      );
      await person.say(person.dmChannelId, typed.text);
      return showMessage(await answered);
    }
    const outcome = await person.command(person.dmChannelId, typed.path, typed.options);
    switch (outcome.kind) {
      case 'message':
      case 'update':
        return showMessage(outcome.message);
      case 'deferred':
        return showMessage(await outcome.finished);
      case 'modal':
        return `(a form opened: ${outcome.modal.title})`;
      case 'failed':
        return `(no reply: ${outcome.error})`;
      default:
        return outcome satisfies never;
    }
  } catch (error) {
    return `(not sent: ${error instanceof Error ? error.message : String(error)})`;
  }
}
