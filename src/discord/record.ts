/** What an answer leaves behind: a turn of the conversation, and a gap where nothing was known. */

import type { Message } from 'discord.js';
import type { Answer } from '../answer/answer.ts';
import type { Turn } from '../answer/followup.ts';
import type { Context } from '../answer/index.ts';
import { topicsOf } from '../answer/json.ts';
import { formatRequest, parseRequest, type Request, wordsOf } from '../answer/request.ts';
import { recordIn } from '../search/passage-texts.ts';
import type { GapReason } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { oneLine } from './escape.ts';
import { turnsBefore } from './follow.ts';
import type { Origin } from './origin.ts';

/** Where a question was asked and by whom. */
export interface Place {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly user: { readonly id: string };
}

/** A request with its answer. */
export interface Answered {
  readonly request: Request;
  readonly answer: Answer;
}

/** The depth that a server wants where nothing else is said. */
export const usualDepth = (desk: Desk, { guildId }: Pick<Place, 'guildId'>) =>
  guildId === null ? 'standard' : desk.store.settings(guildId).depth;

/** What is known before a question is read: the server's depth and the turns before. */
export function contextOf(desk: Desk, place: Place, previous: readonly Turn[] = recall(desk, place)): Context {
  const depth = usualDepth(desk, place);
  return { ...(depth === 'standard' ? {} : { depth }), previous };
}

/** What was known when a message was written: also the answer that it replies to. */
export const contextOfMessage = (desk: Desk, message: Message): Context => {
  const place = placeOf(message);
  return contextOf(desk, place, turnsBefore(desk, message, recall(desk, place)));
};

/** What was known when the question was asked that a button comes back to: the turns before that question. */
export function contextBefore(desk: Desk, place: Place, { question, asked }: Origin): Context {
  const before = desk.talks.recallBefore(place.channelId ?? '', place.user.id, question);
  return contextOf(desk, place, asked ? turnsBefore(desk, asked, before) : before);
}

/** Where and by whom a message was written. */
export const placeOf = ({ guildId, channelId, author }: Message): Place => ({ guildId, channelId, user: author });

const recall = (desk: Desk, { channelId, user }: Place): readonly Turn[] => desk.talks.recall(channelId ?? '', user.id);

/** Remembers the turn; nothing of those who opted out. */
export function remember(desk: Desk, { request, answer }: Answered, { channelId, user }: Place): void {
  if (desk.store.isOptedOut(user.id)) return;
  const question = formatRequest(request);
  const topics = topicsOf(answer);
  desk.talks.remember(channelId ?? '', user.id, { question, topics });
  if (desk.logQuestions)
    desk.log.info({ question, kind: answer.kind, topics, confidence: answer.confidence }, 'answered');
}

/** Remembers the turn, and records a gap; gives whether a gap was recorded. */
export function note(desk: Desk, { request, answer }: Answered, place: Place): boolean {
  remember(desk, { request, answer }, place);
  if (answer.kind !== 'unknown') return false;
  const nearest = answer.nearest.map(({ id }) => id);
  return noteGap(desk, { question: formatRequest(request), reason: 'unknown', nearest }, place);
}

/**
 * Records a question that was not answered well, without its author; gives whether it was kept. Nothing is kept for or
 * of somebody who opted out: neither for who says that it was not answered, nor of who asked.
 */
export function noteGap(
  desk: Desk,
  gap: { question: string; reason: GapReason; nearest: readonly string[] },
  { guildId, user }: Pick<Place, 'guildId' | 'user'>,
  asker: string = user.id,
): boolean {
  if (desk.store.isOptedOut(user.id) || desk.store.isOptedOut(asker)) return false;
  const question = withoutPeople(wordsOf(parseRequest(gap.question)));
  if (question === '') return false;
  const nearest = [...new Set(gap.nearest.map(recordIn))];
  desk.store.addGap({ ...gap, question, nearest, guild: guildId ?? undefined, at: desk.clock() });
  return true;
}

/** A question as it is kept: one line, without mentions, links and long numbers, which may point at a person. */
function withoutPeople(text: string): string {
  return oneLine(
    text
      .replace(/<[@#:a][^>]*>/g, ' ')
      .replace(/https?:\/\/\S+/gi, ' ')
      .replace(/\b(?:0x)?[0-9a-fA-F]{12,}\b/g, ' ')
      // Bounded, as what may be anything before and after a sign is looked for from every place.
      .replace(/[^\s@]{1,64}@[^\s@]{1,255}/g, ' '),
    300,
  );
}
