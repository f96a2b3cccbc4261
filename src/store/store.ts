/** What the bot keeps. A small interface, so that a shared server can take the place of the file. */

/** When a help channel is answered: never, when the bot is mentioned, or unasked where it is sure. */
export const CHANNEL_MODES = ['off', 'mention', 'when-confident'] as const;
export type ChannelMode = (typeof CHANNEL_MODES)[number];

/** The settings of one server. */
export interface Settings {
  /** Channels (or forums) with a mode of their own; every other channel answers mentions. */
  readonly channels: Readonly<Record<string, ChannelMode>>;
  /** Whether commands answer privately unless asked otherwise. */
  readonly private: boolean;
  readonly depth: 'simple' | 'standard' | 'technical';
  /** The least confidence for an unasked answer, 0..1. */
  readonly floor: number;
  /** Discord's locale code for replies to messages; undefined: the server's own. */
  readonly language?: string | undefined;
}

export const DEFAULT_SETTINGS: Settings = Object.freeze({
  channels: Object.freeze({}),
  private: false,
  depth: 'standard',
  floor: 0.8,
});

/** Why a question counts as a gap. */
export const GAP_REASONS = ['unknown', 'none-of-these', 'not-helpful'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** A question that the knowledge did not answer. Never with an author. */
export interface Gap {
  /** The server, or undefined in direct messages. */
  readonly guild: string | undefined;
  readonly question: string;
  readonly reason: GapReason;
  /** Ids of the nearest records. */
  readonly nearest: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A thumb up or down. Never with an author. */
export interface Feedback {
  readonly guild: string | undefined;
  readonly topic: string;
  readonly good: boolean;
  readonly reason: string | undefined;
  readonly at: number;
}

/** A moderator's ruling on a question that the knowledge did not answer. Never with the moderator's name. */
export interface GapPick {
  readonly guild: string;
  readonly question: string;
  /** The topic that should answer it; undefined: it is not for this knowledge base. */
  readonly topic: string | undefined;
  readonly at: number;
}

/** Everything the bot keeps. All calls are synchronous and take some microseconds. */
export interface Store {
  settings(guild: string): Settings;
  saveSettings(guild: string, settings: Settings): void;
  addGap(gap: Gap): void;
  /** Newest first, at most `limit`; of one server, or of all. */
  gaps(filter: { readonly guild?: string; readonly limit: number }): readonly Gap[];
  addFeedback(feedback: Feedback): void;
  feedback(filter: { readonly guild?: string; readonly limit: number }): readonly Feedback[];
  /** Keeps a pick in the place of the server's earlier one for the same question. */
  addPick(pick: GapPick): void;
  /** Newest first, at most `limit`; of one server, or of all. */
  picks(filter: { readonly guild?: string; readonly limit: number }): readonly GapPick[];
  isOptedOut(user: string): boolean;
  setOptedOut(user: string, out: boolean): void;
  /** Erases all that is kept of a server. */
  forgetServer(guild: string): void;
  /** Erases gaps, feedback and picks from before a time; gives how many. */
  sweep(before: number): number;
  close(): void;
}

/** Days that gaps, feedback and picks are kept. */
export const RETENTION_DAYS = 90;
