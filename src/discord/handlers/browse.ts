/** From one answer to the next: another topic, another depth, a comparison, a further page. */
import type { MessageComponentInteraction } from 'discord.js';
import type { Context } from '../../answer/index.ts';
import { parseRequest, type Request } from '../../answer/request.ts';
import { recordIn } from '../../search/passage-texts.ts';
import type { ComponentState } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { originOf } from '../origin.ts';
import { isEphemeral, present } from '../present.ts';
import { contextBefore, contextOf, remember, usualDepth } from '../record.ts';
import { inTime, reply, update } from '../send.ts';
import { askedBy, originIn, say } from './component-origin.ts';

/** What a control shows: a request, and for a further page what was known when it was asked. */
interface Wanted {
  readonly request: Request;
  readonly page?: number;
  readonly context?: Context;
}

/** Shows another answer: in place for the person it belongs to, privately for anybody else. */
export async function show(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { owner }: ComponentState,
  { request, page = 0, context }: Wanted,
): Promise<void> {
  const { locale, user } = interaction;
  const answer = desk.answerer().respond(request, context ?? contextOf(desk, interaction));
  if (!context) remember(desk, { request, answer }, interaction);
  const own = owner === user.id;
  const ephemeral = own ? isEphemeral(interaction) : true;
  const payload = present(desk, { request, answer }, { locale, owner: user.id, ephemeral, showOrigin: true, page });
  if (own) await update(interaction, payload);
  else await reply(interaction, payload, { ephemeral });
}

/** Shows what was chosen from a select: a topic, a part of it by its name, or the list of a group. */
export function choose(
  desk: Desk,
  interaction: MessageComponentInteraction,
  state: ComponentState,
  chosen: string,
): Promise<void> {
  const request: Request = desk.answerer().catalog.get(recordIn(chosen))
    ? { kind: 'explain', topic: chosen, depth: usualDepth(desk, interaction) }
    : { kind: 'list', group: chosen };
  return show(desk, interaction, state, { request });
}

/** Shows another page of the answer to the same question. */
export async function turnPage(
  desk: Desk,
  interaction: MessageComponentInteraction,
  state: ComponentState,
): Promise<void> {
  const own = state.owner === interaction.user.id;
  const origin = own
    ? await inTime(originOf(interaction.message), () => interaction.deferUpdate())
    : await originIn(interaction);
  if (origin === undefined) return say(interaction, 'notice.expired');
  const context = contextBefore(desk, askedBy(interaction, state), origin);
  return show(desk, interaction, state, {
    request: parseRequest(origin.question),
    page: Number(state.args[0] ?? 0),
    context,
  });
}
