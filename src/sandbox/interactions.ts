/** Interactions in flight: their tokens, the deadline of the first answer, and what became of it. */
import { randomBytes } from 'node:crypto';
import { TOKEN_LIFETIME_MS } from './constants.ts';
import { refusals } from './errors.ts';
import type { Gateway } from './gateway.ts';
import type { ModalForm } from './validate/callback.ts';
import type { InteractionMetadata } from './wire.ts';
import { type ChannelState, type MessageState, raise, type World } from './world.ts';

/** More than a quarter hour of a busy bot; the oldest go first. */
const INTERACTIONS_KEPT = 50_000;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly userId: string;
  readonly channel: ChannelState;
  readonly nonce: string | undefined;
  readonly createdAt: number;
  readonly metadata: InteractionMetadata;
  /** The message whose component was used. */
  readonly source: MessageState | undefined;
  readonly responseType: number;
  state: 'waiting' | 'answered' | 'failed';
  /** The message that `@original` names, once there is one. */
  originalId: string | undefined;
  deadline: NodeJS.Timeout | undefined;
}

/** A modal that stands open for a person. */
export interface OpenModal {
  readonly id: string;
  readonly userId: string;
  readonly channel: ChannelState;
  readonly source: MessageState | undefined;
  readonly metadata: InteractionMetadata;
  readonly customId: string;
  readonly form: ModalForm;
}

export type InteractionStore = ReturnType<typeof createInteractions>;

/** Gives the store of interactions; one that nobody answers within `ackMs` fails for the person. */
export function createInteractions(world: World, gateway: Gateway, ackMs: number) {
  const byId = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();
  const modals = new Map<string, OpenModal>();

  function start(given: Omit<Interaction, 'token' | 'createdAt' | 'state' | 'originalId' | 'deadline'>): Interaction {
    const secret = `interaction:${given.id}:${randomBytes(24).toString('base64url')}`;
    const interaction: Interaction = {
      ...given,
      token: Buffer.from(secret).toString('base64url'),
      createdAt: world.clock(),
      state: 'waiting',
      originalId: undefined,
      deadline: undefined,
    };
    interaction.deadline = setTimeout(() => fail(interaction), ackMs);
    interaction.deadline.unref();
    byId.set(interaction.id, interaction);
    byToken.set(interaction.token, interaction);
    forgetOldest();
    return interaction;
  }

  function forgetOldest(): void {
    const oldest = byId.size > INTERACTIONS_KEPT ? byId.values().next().value : undefined;
    if (oldest === undefined) return;
    byId.delete(oldest.id);
    byToken.delete(oldest.token);
  }

  /** Tells the person that no answer came. */
  function fail(interaction: Interaction): void {
    if (interaction.state !== 'waiting') return;
    settle(interaction, 'failed');
    tell(interaction, 'INTERACTION_FAILURE');
  }

  function settle(interaction: Interaction, state: 'answered' | 'failed'): void {
    clearTimeout(interaction.deadline);
    interaction.deadline = undefined;
    interaction.state = state;
  }

  function tell(interaction: Interaction, event: string, more: Readonly<Record<string, unknown>> = {}): void {
    const data = { id: interaction.id, nonce: interaction.nonce, ...more };
    gateway.publish(event, { userId: interaction.userId }, () => data);
  }

  /** Gives the interaction that a callback names; throws 10062 (unknown or late) or 40060 (answered before). */
  function forCallback(id: string, token: string): Interaction {
    const found = byId.get(id);
    if (found === undefined || found.token !== token || found.state === 'failed') throw refusals.unknownInteraction();
    return found.state === 'answered' ? raise(refusals.acknowledged()) : found;
  }

  /** Gives the interaction of a webhook token; throws 10015 (unknown or unanswered) or 50027 (older than 15 minutes). */
  function forWebhook(token: string): Interaction {
    const found = byToken.get(token);
    if (found === undefined || found.state !== 'answered') throw refusals.unknownWebhook();
    return world.clock() - found.createdAt > TOKEN_LIFETIME_MS ? raise(refusals.invalidWebhookToken()) : found;
  }

  function openModal(modal: OpenModal): void {
    modals.set(modal.id, modal);
    const oldest = modals.size > INTERACTIONS_KEPT ? modals.keys().next().value : undefined;
    if (oldest !== undefined) modals.delete(oldest);
  }

  function close(): void {
    for (const interaction of byId.values()) clearTimeout(interaction.deadline);
  }

  return { start, fail, settle, tell, forCallback, forWebhook, openModal, modals, close };
}
