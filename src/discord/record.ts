/** What an answer leaves behind: a turn of the conversation, and a gap where nothing was known. */

import type { Answer } from '../answer/answer.ts';
import type { Context } from '../answer/index.ts';
import { topicsOf } from '../answer/json.ts';
import { formatRequest, type Request } from '../answer/request.ts';
import type { GapReason } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { oneLine } from './escape.ts';

/** Where a question was asked and by whom. */
export interface Place {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly user: { readonly id: string };
}

/** What is known before a question is read: the server's depth and the turns before. */
export function contextOf(desk: Desk, { guildId, channelId, user }: Place): Context {
  const depth = guildId === null ? undefined : desk.store.settings(guildId).depth;
  const turns = desk.talks.recall(channelId ?? '', user.id);
  return { ...(depth && depth !== 'standard' ? { depth } : {}), previous: turns };
}

/** Remembers the turn, and records a gap; gives whether a gap was recorded. */
export function note(desk: Desk, { request, answer }: { request: Request; answer: Answer }, place: Place): boolean {
  const question = formatRequest(request);
  const topics = topicsOf(answer);
  if (topics.length > 0) desk.talks.remember(place.channelId ?? '', place.user.id, { question, topics });
  if (desk.logQuestions)
    desk.log.info({ question, kind: answer.kind, topics, confidence: answer.confidence }, 'answered');
  if (answer.kind !== 'unknown') return false;
  return noteGap(desk, { question, reason: 'unknown', nearest: answer.nearest.map(({ id }) => id) }, place);
}

/** Records a question that was not answered well, without its author; gives whether it was kept. */
export function noteGap(
  desk: Desk,
  gap: { question: string; reason: GapReason; nearest: readonly string[] },
  { guildId, user }: Place,
): boolean {
  if (desk.store.isOptedOut(user.id)) return false;
  const question = withoutPeople(gap.question);
  if (question === '') return false;
  desk.store.addGap({ ...gap, question, guild: guildId ?? undefined, at: desk.clock() });
  return true;
}

/** A question as it is kept: one line, without mentions, links and long numbers, which may point at a person. */
function withoutPeople(text: string): string {
  return oneLine(
    text
      .replace(/<[@#:a][^>]*>/g, ' ')
      .replace(/https?:\/\/\S+/gi, ' ')
      .replace(/\b(?:0x)?[0-9a-fA-F]{12,}\b/g, ' ')
      .replace(/\S+@\S+\.\S+/g, ' '),
    300,
  );
}
