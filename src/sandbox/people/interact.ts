/** Follows one interaction through a person's events to what came of it. */

import { MessageFlag } from '../constants.ts';
import type { Core } from '../core.ts';
import type { Message } from '../wire.ts';
import { isMessage, type PersonClient, RefusedError } from './client.ts';
import type { FeedEvent } from './feed.ts';
import type { Choice, Modal, Outcome } from './outcome.ts';

/** How much longer than the bot's deadline a person waits before something is wrong with the sandbox itself. */
const GRACE_MS = 2_000;
const FINISH_MS = 30_000;

/** The request of an interaction, but for the application and the nonce. */
export interface InteractionBody {
  readonly type: number;
  readonly channel_id: string;
  readonly data: unknown;
  readonly message_id?: string;
}

/** Sends an interaction and gives what came of it; `sourceId` is the message whose component was used. */
export async function interact(
  core: Core,
  client: PersonClient,
  body: InteractionBody,
  sourceId?: string,
): Promise<Outcome> {
  const nonce = core.world.nextId();
  const follow = createFollower(client, nonce, sourceId);
  const outcome = client.watch(follow, core.ackMs + GRACE_MS, 'Nothing came of the interaction');
  const refusal = send(core, client, body, nonce);
  if (refusal === undefined) return outcome.found;
  outcome.stop();
  return { kind: 'failed', error: refusal.message };
}

/** Sends an autocomplete interaction and gives the choices; throws where the server refuses or nothing comes. */
export async function complete(core: Core, client: PersonClient, body: InteractionBody): Promise<readonly Choice[]> {
  const nonce = core.world.nextId();
  const answer = client.watch((event) => choicesIn(event, nonce), core.ackMs + GRACE_MS, 'No choices');
  const refusal = send(core, client, body, nonce);
  if (refusal === undefined) {
    const choices = await answer.found;
    if (choices === 'failed') throw new Error('The application did not respond');
    return choices;
  }
  answer.stop();
  throw refusal;
}

function send(core: Core, client: PersonClient, body: InteractionBody, nonce: string): RefusedError | undefined {
  const whole = { ...body, application_id: core.applicationId, session_id: client.sessionId, nonce };
  try {
    client.request('POST', '/interactions', whole);
    return undefined;
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

function createFollower(client: PersonClient, nonce: string, sourceId: string | undefined) {
  let id: unknown;
  return ({ name, data }: FeedEvent, previous: FeedEvent | undefined): Outcome | undefined => {
    if (data.nonce !== nonce) return undefined;
    if (name === 'INTERACTION_CREATE') id = data.id;
    if (name === 'INTERACTION_FAILURE') return { kind: 'failed', error: 'The application did not respond' };
    if (name === 'INTERACTION_MODAL_CREATE' && isModal(data)) return { kind: 'modal', modal: data, ...from(sourceId) };
    if (name === 'MESSAGE_CREATE' && isMessage(data)) return answered(client, data);
    if (name !== 'INTERACTION_SUCCESS') return undefined;
    // The server tells of an update right before it tells of the success.
    const update = previous?.name === 'MESSAGE_UPDATE' && previous.data.id === sourceId ? previous.data : undefined;
    if (isMessage(update)) return { kind: 'update', message: update };
    return { kind: 'deferred', ephemeral: false, finished: finishedUpdate(client, sourceId, id) };
  };
}

function from(sourceId: string | undefined) {
  return sourceId === undefined ? {} : { sourceId };
}

function answered(client: PersonClient, message: Message): Outcome {
  const ephemeral = (message.flags & MessageFlag.Ephemeral) !== 0;
  if ((message.flags & MessageFlag.Loading) === 0) return { kind: 'message', message, ephemeral };
  return { kind: 'deferred', ephemeral, finished: finishedMessage(client, message.id) };
}

function finishedMessage(client: PersonClient, id: string): Promise<Message> {
  return finished(client, ({ name, data }) => name === 'MESSAGE_UPDATE' && data.id === id, id);
}

function finishedUpdate(client: PersonClient, sourceId: string | undefined, interactionId: unknown): Promise<Message> {
  const ends = ({ name, data }: FeedEvent) =>
    (name === 'MESSAGE_UPDATE' && data.id === sourceId) ||
    (name === 'MESSAGE_CREATE' && isMessage(data) && data.interaction_metadata?.id === interactionId);
  return finished(client, ends, sourceId);
}

function finished(client: PersonClient, ends: (event: FeedEvent) => boolean, id: string | undefined): Promise<Message> {
  const watch = client.watch(
    (event) => {
      if (event.name === 'MESSAGE_DELETE' && event.data.id === id) return 'deleted' as const;
      return ends(event) && isMessage(event.data) ? event.data : undefined;
    },
    FINISH_MS,
    'The deferred answer did not come',
  );
  const message = watch.found.then((found) => {
    if (found === 'deleted') throw new Error('The deferred answer was deleted');
    return found;
  });
  // Nobody has to wait for a deferred answer.
  message.catch(() => undefined);
  return message;
}

function choicesIn({ name, data }: FeedEvent, nonce: string): readonly Choice[] | 'failed' | undefined {
  if (data.nonce !== nonce) return undefined;
  if (name === 'INTERACTION_FAILURE') return 'failed';
  const { choices } = data;
  return name === 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE' && isChoices(choices) ? choices : undefined;
}

function isChoices(value: unknown): value is readonly Choice[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && 'name' in each && 'value' in each);
}

function isModal(data: object): data is Modal {
  return 'components' in data && 'title' in data && 'custom_id' in data && 'id' in data;
}
