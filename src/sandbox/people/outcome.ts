/** What a person saw come of an interaction. */
import type { ModalForm } from '../validate/callback.ts';
import type { Message } from '../wire.ts';

export interface Modal extends ModalForm {
  /** The id by which it is submitted. */
  readonly id: string;
  readonly channel_id: string;
}

export type Outcome =
  /** A new message, perhaps for this person alone. */
  | { readonly kind: 'message'; readonly message: Message; readonly ephemeral: boolean }
  /** The message whose component was used has changed. */
  | { readonly kind: 'update'; readonly message: Message }
  /** A form opened; `sourceId` is the message whose component opened it. */
  | { readonly kind: 'modal'; readonly modal: Modal; readonly sourceId?: string }
  /** The bot asked for time; `finished` gives what it then said, and rejects where it says nothing in time. */
  | { readonly kind: 'deferred'; readonly ephemeral: boolean; readonly finished: Promise<Message> }
  /** The server refused what the person did, or the bot did not answer in time. */
  | { readonly kind: 'failed'; readonly error: string };

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}
