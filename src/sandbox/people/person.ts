/** A person with an account: what tests and the terminal prompt use to talk to the bot. */

import type { Command } from '../commands.ts';
import { CommandType, InteractionType } from '../constants.ts';
import type { Core } from '../core.ts';
import type { OptionValue } from '../options.ts';
import type { Rest } from '../rest.ts';
import { controlsOf } from '../validate/layout.ts';
import type { Message } from '../wire.ts';
import { type Account, type MessageState, raise } from '../world.ts';
import { createPersonClient, isMessage } from './client.ts';
import { type Focus, resolveCommand } from './command-line.ts';
import { complete, type InteractionBody, interact } from './interact.ts';
import { fillModal, type ModalFields } from './modal-form.ts';
import type { Choice, Outcome } from './outcome.ts';

const NEXT_MESSAGE_MS = 5_000;

export type Options = Readonly<Record<string, OptionValue>>;

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The token of the account, for a client of its own. */
  readonly token: string;
  /** The direct messages with the bot. */
  readonly dmChannelId: string;
  /** Sends a message; throws RefusedError. */
  say(channelId: string, content: string, options?: { readonly replyTo?: string }): Promise<Message>;
  edit(message: { readonly id: string; readonly channel_id: string }, content: string): Promise<Message>;
  remove(message: { readonly id: string; readonly channel_id: string }): Promise<void>;
  /** Opens a forum post; gives its first message, whose channel is the post. */
  post(forumId: string, title: string, content: string): Promise<Message>;
  /** Uses a slash command, such as 'layer explain'; throws where no such command is registered. */
  command(channelId: string, path: string, options?: Options): Promise<Outcome>;
  /** Gives what autocomplete offers for a text typed into an option. */
  complete(channelId: string, path: string, option: string, text: string, others?: Options): Promise<readonly Choice[]>;
  /** Uses a command of a message's context menu. */
  menu(messageId: string, commandName: string): Promise<Outcome>;
  press(messageId: string, customId: string): Promise<Outcome>;
  select(messageId: string, customId: string, values: readonly string[]): Promise<Outcome>;
  /** Submits the modal of an outcome. */
  submit(opened: Extract<Outcome, { kind: 'modal' }>, fields: ModalFields): Promise<Outcome>;
  /** Gives the next message that this person sees and the predicate accepts, from now on. */
  nextMessage(predicate?: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** Gives the next event of that name, from now on. */
  nextEvent(name: string, timeoutMs?: number): Promise<Readonly<Record<string, unknown>>>;
  /** Gives the latest messages of a channel that this person sees, newest first. */
  history(channelId: string, limit?: number): Promise<readonly Message[]>;
}

/** Gives a person for an account, connected. */
export function createPerson(core: Core, rest: Rest, account: Account): Person {
  const client = createPersonClient(core, rest, account);
  const use = (body: InteractionBody, sourceId?: string) => interact(core, client, body, sourceId);

  function commandsOf(channelId: string): readonly Command[] {
    const index = client.request('GET', `/channels/${channelId}/application-command-index`);
    return isIndex(index) ? index.application_commands : [];
  }

  function chatCommand(type: number, channelId: string, path: string, values: Options, focus?: Focus): InteractionBody {
    const { command, options } = resolveCommand(commandsOf(channelId), path, values, focus);
    const { id, name, version } = command;
    return { type, channel_id: channelId, data: { id, name, version, type: CommandType.ChatInput, options } };
  }

  async function menu(messageId: string, commandName: string): Promise<Outcome> {
    const { channel } = stateOf(messageId);
    const known = commandsOf(channel.id).filter((each) => each.type === CommandType.Message);
    const command = known.find((each) => each.name === commandName);
    if (command === undefined) throw new Error(`No message command "${commandName}"`);
    const data = { id: command.id, name: command.name, type: CommandType.Message, target_id: messageId };
    return use({ type: InteractionType.Command, channel_id: channel.id, data });
  }

  async function useControl(messageId: string, customId: string, values: readonly string[]): Promise<Outcome> {
    const { message } = stateOf(messageId);
    const control = controlsOf(message.components).find((each) => each.custom_id === customId);
    if (control === undefined) throw new Error(`No component "${customId}" on that message`);
    const data = { component_type: control.type, custom_id: customId, values };
    const place = { channel_id: message.channel_id, message_id: messageId };
    return use({ type: InteractionType.Component, ...place, data }, messageId);
  }

  function stateOf(messageId: string): MessageState {
    return core.world.messages.get(messageId) ?? raise(new Error(`No message ${messageId}`));
  }

  return {
    id: account.user.id,
    name: account.user.global_name ?? account.user.username,
    token: account.token,
    dmChannelId: core.world.dmBetween(account.user.id, core.bot.user.id).id,
    say: async (channelId, content, options = {}) => {
      const reference = options.replyTo === undefined ? {} : { message_reference: { message_id: options.replyTo } };
      return client.requestMessage('POST', `/channels/${channelId}/messages`, { content, ...reference });
    },
    edit: async ({ id, channel_id }, content) =>
      client.requestMessage('PATCH', `/channels/${channel_id}/messages/${id}`, { content }),
    remove: async ({ id, channel_id }) => void client.request('DELETE', `/channels/${channel_id}/messages/${id}`),
    post: async (forumId, title, content) => {
      const thread = client.request('POST', `/channels/${forumId}/threads`, { name: title, message: { content } });
      if (hasMessage(thread)) return thread.message;
      throw new TypeError('The post has no message');
    },
    command: async (channelId, path, options = {}) =>
      use(chatCommand(InteractionType.Command, channelId, path, options)),
    complete: async (channelId, path, option, text, others = {}) =>
      complete(
        core,
        client,
        chatCommand(InteractionType.Autocomplete, channelId, path, others, { name: option, text }),
      ),
    menu,
    press: (messageId, customId) => useControl(messageId, customId, []),
    select: useControl,
    submit: async ({ modal, sourceId }, fields) => {
      const data = { id: modal.id, custom_id: modal.custom_id, components: fillModal(modal, fields) };
      return use({ type: InteractionType.ModalSubmit, channel_id: modal.channel_id, data }, sourceId);
    },
    nextMessage: (accepts = () => true, timeoutMs = NEXT_MESSAGE_MS) =>
      client.watch(
        ({ name, data }) => (name === 'MESSAGE_CREATE' && isMessage(data) && accepts(data) ? data : undefined),
        timeoutMs,
        'No such message',
      ).found,
    nextEvent: (wanted, timeoutMs = NEXT_MESSAGE_MS) =>
      client.watch(({ name, data }) => (name === wanted ? data : undefined), timeoutMs, `No ${wanted}`).found,
    history: async (channelId, limit = 50) => {
      const found = client.request('GET', `/channels/${channelId}/messages?limit=${limit}`);
      return Array.isArray(found) ? found.filter(isMessage) : [];
    },
  };
}

function hasMessage(thread: unknown): thread is { readonly message: Message } {
  return typeof thread === 'object' && thread !== null && 'message' in thread && isMessage(thread.message);
}

function isIndex(reply: unknown): reply is { readonly application_commands: readonly Command[] } {
  return typeof reply === 'object' && reply !== null && 'application_commands' in reply;
}
