/** From a request to the reply: answer, render, send. Shared by commands, menus and components. */
import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import type { Answer } from '../answer/answer.ts';
import { formatRequest, type Request } from '../answer/request.ts';
import type { Desk } from './desk.ts';
import { wordsFor } from './locales/index.ts';
import { renderAnswer } from './render/answer.ts';
import type { View } from './render/frame.ts';
import type { Payload } from './render/payload.ts';
import { drawsScammers } from './render/warning.ts';

/** For whom and where a request is rendered. */
export interface Setting {
  /** Discord's locale code of the reader. */
  readonly locale: string | null;
  /** The id of the person whose answer it is. */
  readonly owner: string;
  readonly ephemeral: boolean;
  /** Whether the question must be shown above the answer. */
  readonly showOrigin: boolean;
  readonly page?: number;
  /** Whether an unanswered question is recorded. */
  readonly records?: boolean;
  /** Whether nobody called the bot. */
  readonly unasked?: boolean;
}

/** The message for a request that has been answered. */
export function present(
  desk: Desk,
  { request, answer }: { request: Request; answer: Answer },
  setting: Setting,
): Payload {
  return renderAnswer(answer, viewOf(desk, setting, formatRequest(request)));
}

/** What renders need, for one reader. */
export function viewOf(
  desk: Desk,
  { locale, owner, ephemeral, showOrigin, page = 0, records = false, unasked = false }: Setting,
  origin: string,
): View {
  return {
    hand: { ids: desk.ids, say: wordsFor(locale), owner, unasked },
    catalog: desk.answerer().catalog,
    origin: showOrigin ? origin : undefined,
    ephemeral,
    page,
    records,
    warns: drawsScammers(origin),
  };
}

/** Whether a message was shown to one person alone. */
export const isEphemeral = ({ message }: MessageComponentInteraction): boolean =>
  message.flags.has(MessageFlags.Ephemeral);
