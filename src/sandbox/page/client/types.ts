/** The parts of Discord's JSON that the page reads, beside those that the server shares. */
import type { GatewayMessage, Message, Role, User } from '../../wire.ts';

export type { GatewayMessage, Message, User };

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  readonly topic?: string | null;
  readonly parent_id?: string | null;
  readonly position?: number;
  readonly last_message_id?: string | null;
  readonly message_count?: number;
  readonly recipients?: readonly User[];
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly Channel[];
  readonly threads: readonly Channel[];
  readonly members: readonly { readonly user: User; readonly nick: string | null }[];
  readonly roles: readonly Role[];
  readonly presences: readonly Presence[];
}

export interface Presence {
  readonly user: { readonly id: string };
  readonly status: string;
}

export interface Ready {
  readonly user: User;
  readonly session_id: string;
  readonly guilds: readonly Guild[];
  readonly private_channels: readonly Channel[];
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly description?: string | null;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?: readonly Choice[] | null;
  readonly options?: readonly CommandOption[] | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
}

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly version: string;
  readonly description: string;
  readonly options?: readonly CommandOption[] | null;
}

export interface ModalInput {
  readonly type: number;
  readonly custom_id: string;
  readonly style?: number;
  readonly label?: string | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly required?: boolean | null;
  readonly value?: string | null;
  readonly placeholder?: string | null;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

/** A row holds inputs, a label one input; a text display says something. */
export interface ModalPart {
  readonly type: number;
  readonly label?: string;
  readonly description?: string | null;
  readonly content?: string;
  readonly components?: readonly ModalInput[];
  readonly component?: ModalInput;
}

export interface Modal {
  readonly id: string;
  readonly channel_id: string;
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly ModalPart[];
}
