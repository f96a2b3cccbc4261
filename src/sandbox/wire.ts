/** The parts of Discord's JSON objects that the sandbox stores and sends. */
import type { Component } from './validate/components.ts';
import type { Embed } from './validate/embeds.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
  readonly position: number;
  readonly color: number;
  readonly colors: { readonly primary_color: number; readonly secondary_color: null; readonly tertiary_color: null };
  readonly hoist: boolean;
  readonly managed: boolean;
  readonly mentionable: boolean;
  readonly icon: null;
  readonly unicode_emoji: null;
  readonly flags: number;
}

export interface Member {
  readonly roles: readonly string[];
  readonly joined_at: string;
  readonly nick: string | null;
  readonly avatar: null;
  readonly banner: null;
  readonly premium_since: null;
  readonly communication_disabled_until: null;
  readonly deaf: boolean;
  readonly mute: boolean;
  readonly pending: boolean;
  readonly flags: number;
}

export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
  readonly description?: string;
  readonly width?: number;
  readonly height?: number;
  readonly ephemeral?: boolean;
}

export interface Reaction {
  readonly emoji: { readonly id: string | null; readonly name: string };
  readonly count: number;
  readonly me: boolean;
}

export interface MessageReference {
  readonly type: number;
  readonly message_id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
}

export interface InteractionMetadata {
  readonly id: string;
  readonly type: number;
  readonly user: User;
  readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly command_type?: number;
  readonly original_response_message_id?: string;
  readonly interacted_message_id?: string;
  readonly target_message_id?: string;
  readonly triggering_interaction_metadata?: InteractionMetadata;
}

export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: User;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly pinned: boolean;
  readonly flags: number;
  readonly mentions: readonly User[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly attachments: readonly Attachment[];
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly reactions?: readonly Reaction[];
  readonly nonce?: string | number;
  readonly webhook_id?: string;
  readonly application_id?: string;
  readonly message_reference?: MessageReference;
  readonly referenced_message?: Message | null;
  readonly interaction_metadata?: InteractionMetadata;
  readonly position?: number;
}

/** A message as the gateway sends it: with where it stands and its author's membership. */
export interface GatewayMessage extends Message {
  readonly channel_type: number;
  readonly guild_id?: string;
  readonly member?: Member;
}
