/** What the person does to the bot, and what becomes of it: each interaction is followed by its nonce. */
import { CommandType, InteractionType, MessageFlag } from '../../constants.ts';
import type { PageSession } from '../panel.ts';
import { RefusedError, type Request } from './rest.ts';
import type { Choice, Command, Message, Modal } from './types.ts';

/** How long an answer may take beyond the server's own deadline. */
const PATIENCE_MS = 15_000;

export type Outcome =
  | { readonly kind: 'done'; readonly ms: number; readonly message?: Message }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** An option as it travels. */
export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

export interface Interactions {
  command(channelId: string, command: Command, options: readonly SentOption[]): Promise<Outcome>;
  complete(channelId: string, command: Command, options: readonly SentOption[]): Promise<Outcome>;
  menu(message: Message, command: Command): Promise<Outcome>;
  component(message: Message, control: UsedControl): Promise<Outcome>;
  submit(modal: Modal, components: readonly unknown[]): Promise<Outcome>;
  /** Takes in an event of the gateway. */
  hear(name: string, data: unknown): void;
}

export interface UsedControl {
  readonly type: number;
  readonly customId: string;
  readonly values: readonly string[];
}

interface Pending {
  readonly started: number;
  readonly settle: (outcome: Outcome) => void;
  /** The message that changed last, as an update comes right before the success. */
  updated: Message | undefined;
}

/** Gives the interactions of a person. */
export function createInteractions(session: PageSession, request: Request): Interactions {
  const pending = new Map<string, Pending>();

  async function run(body: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const nonce = newNonce();
    const { promise, settle } = deferred();
    pending.set(nonce, { started: performance.now(), settle, updated: undefined });
    const timer = setTimeout(() => settle(failed('The application did not respond')), PATIENCE_MS);
    const whole = { ...body, application_id: session.applicationId, guild_id: session.guildId, nonce };
    request('POST', '/interactions', whole).catch((error: unknown) => settle(failed(reasonOf(error))));
    const outcome = await promise;
    clearTimeout(timer);
    pending.delete(nonce);
    return outcome;
  }

  const chat = (type: number, channelId: string, { id, name, version }: Command, options: readonly SentOption[]) =>
    run({ type, channel_id: channelId, data: { id, name, version, type: CommandType.ChatInput, options } });

  function hear(name: string, data: unknown): void {
    const event = data as { readonly nonce?: unknown };
    if (name === 'MESSAGE_UPDATE') {
      for (const each of pending.values()) each.updated = data as Message;
      return;
    }
    const found = typeof event.nonce === 'string' ? pending.get(event.nonce) : undefined;
    const outcome = found && outcomeOf(name, data, found);
    if (outcome) found.settle(outcome);
  }

  return {
    command: (channelId, command, options) => chat(InteractionType.Command, channelId, command, options),
    complete: (channelId, command, options) => chat(InteractionType.Autocomplete, channelId, command, options),
    menu: (message, { id, name, version }) =>
      run({
        type: InteractionType.Command,
        channel_id: message.channel_id,
        data: { id, name, version, type: CommandType.Message, target_id: message.id },
      }),
    component: (message, { type, customId, values }) =>
      run({
        type: InteractionType.Component,
        channel_id: message.channel_id,
        message_id: message.id,
        data: { component_type: type, custom_id: customId, values },
      }),
    submit: ({ id, custom_id, channel_id }, components) =>
      run({ type: InteractionType.ModalSubmit, channel_id, data: { id, custom_id, components } }),
    hear,
  };
}

function outcomeOf(name: string, data: unknown, { started, updated }: Pending): Outcome | undefined {
  const ms = performance.now() - started;
  switch (name) {
    case 'MESSAGE_CREATE': {
      const message = data as Message;
      return (message.flags & MessageFlag.Loading) === 0 ? { kind: 'done', ms, message } : { kind: 'done', ms };
    }
    case 'INTERACTION_SUCCESS':
      return { kind: 'done', ms, ...(updated === undefined ? {} : { message: updated }) };
    case 'INTERACTION_FAILURE':
      return failed('The application did not respond');
    case 'INTERACTION_MODAL_CREATE':
      return { kind: 'modal', modal: data as Modal };
    case 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE':
      return { kind: 'choices', choices: (data as { readonly choices: readonly Choice[] }).choices };
    default:
      return undefined;
  }
}

const failed = (reason: string): Outcome => ({ kind: 'failed', reason });
const reasonOf = (error: unknown) => (error instanceof RefusedError ? error.message : 'The server is away.');

function deferred(): { readonly promise: Promise<Outcome>; readonly settle: (outcome: Outcome) => void } {
  let settle: (outcome: Outcome) => void = () => undefined;
  const promise = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

let issued = 0;

function newNonce(): string {
  issued += 1;
  return `${Date.now()}${String(issued).padStart(5, '0')}`;
}
