/** Free questions: by mention, in direct messages, and unasked in help channels that opted in. */
import { type Message, MessageType } from 'discord.js';
import type { Context } from '../../answer/index.ts';
import type { Request } from '../../answer/request.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { withoutMention } from '../origin.ts';
import { mayWrite } from '../permissions.ts';
import { present, type Setting } from '../present.ts';
import { type Answered, contextOfMessage, note, placeOf, remember } from '../record.ts';
import { sentence } from '../render/payload.ts';
import { answerMessage, missingFor, reviseMessage } from '../send.ts';
import type { Manners } from './manners.ts';
import { isListening, isOverheardWelcome, modeOf, sureAnswer } from './overheard.ts';
import type { Replies } from './replies.ts';

/** What the handlers of messages remember of the last minutes. */
export interface Memory {
  readonly replies: Replies;
  readonly manners: Manners;
}

/** Answers a message that is meant for the bot, or that it may answer unasked; leaves every other alone. */
export async function handleMessage(desk: Desk, memory: Memory, message: Message): Promise<void> {
  if (!isPersons(message)) return;
  const arrived = desk.clock();
  const { replies, manners } = memory;
  const called = isCalled(message);
  const welcome = called ? modeOf(desk, message) !== 'off' : isOverheardWelcome(desk, manners, message);
  if (isListening(desk, message)) manners.hear(message);
  if (!welcome || !mayWrite(missingFor(message)) || !replies.claim(message.id)) return;
  if (called) return answerCall(desk, memory, { message, arrived });
  const context = contextOfMessage(desk, message);
  const answered = sureAnswer(desk, message, context);
  if (!answered || desk.limiter(message.author.id, message.guildId) > 0) return;
  manners.rememberUnasked(message);
  await send(desk, memory, message, { answered, context, arrived, unasked: true, records: false });
}

/** A message that calls the bot. */
interface Call {
  readonly message: Message;
  readonly arrived: number;
}

async function answerCall(desk: Desk, memory: Memory, { message, arrived }: Call): Promise<void> {
  const wait = desk.limiter(message.author.id, message.guildId);
  if (wait > 0) {
    if (!memory.manners.mayComplain(message.author.id)) return;
    const say = wordsFor(localeOf(desk, message));
    return void (await answerMessage(message, sentence(say('notice.slow', { seconds: wait }))));
  }
  const context = contextOfMessage(desk, message);
  const answered = answerTo(desk, message, context);
  const records = note(desk, answered, placeOf(message));
  await send(desk, memory, message, { answered, context, arrived, unasked: false, records });
}

interface Outgoing {
  readonly answered: Answered;
  readonly context: Context;
  /** When the message came. */
  readonly arrived: number;
  readonly unasked: boolean;
  readonly records: boolean;
}

async function send(desk: Desk, { replies }: Memory, message: Message, outgoing: Outgoing): Promise<void> {
  const { answered, context, arrived, unasked, records } = outgoing;
  const sent = answerMessage(
    message,
    present(desk, answered, settingOf(desk, message, answered, { unasked, records })),
  );
  // Before it is sent: an edit may come while the answer is on its way.
  replies.remember(message.id, { sent, context, unasked });
  await sent;
  desk.health.noteAnswer(desk.clock() - arrived);
}

/** A question that was edited within a minute gets its answer changed; where the bot is no longer sure, unasked, none. */
export async function handleEdit(desk: Desk, { replies }: Memory, message: Message): Promise<void> {
  const given = replies.answerTo(message.id);
  // Without a new text only Discord itself has changed something, such as the preview of a link.
  if (!given || !isPersons(message) || message.editedTimestamp === null || message.content === '') return;
  if (desk.limiter(message.author.id, message.guildId) > 0) return;
  const { context, unasked } = given;
  const answered = unasked ? sureAnswer(desk, message, context) : answerTo(desk, message, context);
  const sent = await given.sent.catch(() => undefined);
  if (!sent) return;
  if (!answered) {
    replies.forget(message.id);
    return void (await sent.delete());
  }
  remember(desk, answered, placeOf(message));
  await reviseMessage(sent, present(desk, answered, settingOf(desk, message, answered, { unasked, records: false })));
}

/** Says that something went wrong, to who called the bot. Nothing that may be broken is asked for it. */
export async function apologizeFor(message: Message): Promise<void> {
  if (!isPersons(message) || !isCalled(message) || !mayWrite(missingFor(message))) return;
  await answerMessage(message, sentence(wordsFor(message.guild?.preferredLocale)('notice.error')));
}

const isPersons = ({ author, type, system, webhookId }: Message) =>
  !author.bot && !system && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

/** In a direct message everything is meant for the bot; in a server what mentions it, or replies to it with a ping. */
const isCalled = (message: Message): boolean =>
  !message.inGuild() || message.mentions.users.has(message.client.user.id);

function answerTo(desk: Desk, message: Message, context: Context): Answered {
  const request: Request = { kind: 'ask', question: withoutMention(message.content, message.client.user.id) };
  return { request, answer: desk.answerer().respond(request, context) };
}

const localeOf = (desk: Desk, { guildId, guild }: Message): string | null =>
  (guildId === null ? undefined : desk.store.settings(guildId).language) ?? guild?.preferredLocale ?? null;

function settingOf(
  desk: Desk,
  message: Message,
  { request }: Answered,
  how: Pick<Setting, 'unasked' | 'records'>,
): Setting {
  const question = withoutMention(message.content, message.client.user.id);
  const pointsAtIt = !missingFor(message).includes('ReadMessageHistory');
  return {
    ...how,
    locale: localeOf(desk, message),
    owner: message.author.id,
    ephemeral: false,
    // A reply points at the question, unless it may not, or the question is the title of a post.
    showOrigin: !pointsAtIt || (request.kind === 'ask' && request.question !== question),
  };
}
