/** What the views are drawn from, and what they can do. */
import type { Inspection, MapGroup } from '../panel.ts';
import type { Entry, Filled } from './commands.ts';
import type { Status } from './connection.ts';
import type { SentOption, UsedControl } from './interactions.ts';
import type { Preferences } from './prefs.ts';
import type { Choice, Command, Message, Modal } from './types.ts';
import type { World } from './world.ts';

/** Where the person is: the guide, or a channel by its id. */
export type Place = 'guide' | (string & {});

/** The last question, what was understood of it and what came back. */
export interface Asked {
  readonly question: string;
  readonly inspection: Inspection | undefined;
  /** What the bot sent last. */
  readonly payload: Message | undefined;
  /** Milliseconds from the press of the key to the answer, and of the last control that was used. */
  readonly ms: number | undefined;
  readonly controlMs: number | undefined;
  readonly askedAt: number;
}

export interface OpenMenu {
  readonly message: Message;
  readonly x: number;
  readonly y: number;
}

/** The state of the page beside the conversation. */
export interface Ui {
  readonly place: Place;
  readonly status: Status;
  readonly preferences: Preferences;
  readonly drawer: boolean;
  /** Whether the panel lies over a conversation that is too narrow to stand beside it. */
  readonly panelOver: boolean;
  readonly replyTo: Message | undefined;
  readonly editing: string | undefined;
  readonly menu: OpenMenu | undefined;
  readonly modal: Modal | undefined;
  readonly deleting: Message | undefined;
  readonly asked: Asked | undefined;
  readonly map: readonly MapGroup[] | undefined;
  /** Controls that wait for the bot, by message, and why the last use of one failed. */
  readonly busy: Readonly<Record<string, string>>;
  readonly failures: Readonly<Record<string, string>>;
  /** A command that was sent and not yet answered, by channel. */
  readonly sending: Readonly<Record<string, string>>;
  readonly notices: Readonly<Record<string, string>>;
  readonly commands: readonly Command[];
}

export interface Page {
  readonly world: World;
  readonly ui: Ui;
  /** Changes the state and draws anew. */
  set(change: Partial<Ui>): void;
  go(place: Place): void;
  loadOlder(channelId: string): Promise<void>;
  say(channelId: string, text: string): Promise<boolean>;
  edit(message: Message, text: string): Promise<void>;
  remove(message: Message): Promise<void>;
  /** Asks in the direct messages with the bot and goes there. */
  ask(question: string): Promise<void>;
  /** Has a topic explained in the direct messages and goes there. */
  explain(id: string, name: string): Promise<void>;
  post(forumId: string, title: string, text: string): Promise<boolean>;
  command(channelId: string, entry: Entry, filled: readonly Filled[]): Promise<void>;
  complete(channelId: string, command: Command, options: readonly SentOption[]): Promise<readonly Choice[] | undefined>;
  menu(message: Message, command: Command): Promise<void>;
  use(message: Message, control: UsedControl): Promise<void>;
  submit(modal: Modal, components: readonly unknown[]): Promise<void>;
}
