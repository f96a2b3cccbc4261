/** Free questions: by mention, in direct messages, and unasked in help channels that opted in. */
import { type Message, MessageType } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import type { Request } from '../../answer/request.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { withoutMention } from '../origin.ts';
import { mayWrite } from '../permissions.ts';
import { present } from '../present.ts';
import { contextOf, note, type Place } from '../record.ts';
import { sentence } from '../render/payload.ts';
import { answerMessage, missingFor, reviseMessage } from '../send.ts';
import { isOverheardWelcome, modeOf } from './overheard.ts';
import type { Replies } from './replies.ts';

/** Answers a message that is meant for the bot, or that it may answer unasked; leaves every other alone. */
export async function handleMessage(desk: Desk, replies: Replies, message: Message): Promise<void> {
  if (!isPersons(message) || !replies.claim(message.id)) return;
  const called = isCalled(message);
  const welcome = called ? modeOf(desk, message) !== 'off' : isOverheardWelcome(desk, replies, message);
  if (!welcome || !mayWrite(missingFor(message))) return;
  const arrived = desk.clock();
  const request: Request = { kind: 'ask', question: withoutMention(message.content, message.client.user.id) };
  const place = placeOf(message);
  const wait = desk.limiter(message.author.id, message.guildId);
  if (wait > 0) {
    if (called)
      await answerMessage(message, sentence(wordsFor(localeOf(desk, message))('notice.slow', { seconds: wait })));
    return;
  }
  const answer = desk.answerer().respond(request, contextOf(desk, place));
  if (!called && !isSure(desk, answer, message)) return;
  const records = called && note(desk, { request, answer }, place);
  const sent = await answerMessage(message, present(desk, { request, answer }, settingOf(desk, message, records)));
  desk.health.noteAnswer(desk.clock() - arrived);
  replies.remember(message.id, sent);
  if (!called) replies.rememberUnasked(message);
}

/** A question that was edited within a minute gets its answer changed. */
export async function handleEdit(desk: Desk, replies: Replies, message: Message): Promise<void> {
  const sent = replies.answerTo(message.id);
  if (!sent || !isPersons(message)) return;
  const request: Request = { kind: 'ask', question: withoutMention(message.content, message.client.user.id) };
  const answer = desk.answerer().respond(request, contextOf(desk, placeOf(message)));
  await reviseMessage(sent, present(desk, { request, answer }, settingOf(desk, message, false)));
}

const isPersons = ({ author, type, system, webhookId }: Message) =>
  !author.bot && !system && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

/** In a direct message everything is meant for the bot; in a server what mentions it, or replies to it with a ping. */
const isCalled = (message: Message): boolean =>
  !message.inGuild() || message.mentions.users.has(message.client.user.id);

function isSure(desk: Desk, answer: Answer, { guildId }: Message): boolean {
  const floor = guildId === null ? 1 : desk.store.settings(guildId).floor;
  const spoken = !['unknown', 'choices', 'out-of-scope', 'help', 'list'].includes(answer.kind);
  return spoken && answer.confidence >= floor;
}

const placeOf = ({ guildId, channelId, author }: Message): Place => ({ guildId, channelId, user: author });

const localeOf = (desk: Desk, { guildId, guild }: Message): string | null =>
  (guildId === null ? undefined : desk.store.settings(guildId).language) ?? guild?.preferredLocale ?? null;

const settingOf = (desk: Desk, message: Message, records: boolean) => ({
  locale: localeOf(desk, message),
  owner: message.author.id,
  ephemeral: false,
  // The reply points at the question.
  showOrigin: false,
  records,
});
