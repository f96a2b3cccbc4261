/** Lists, choices and honest not-knowing as messages. */
import type { AnswerOf } from '../../answer/answer.ts';
import { answerRow, button, buttonRow, endButton, topicSelect } from './controls.ts';
import { frame, pageRow, rows, type View } from './frame.ts';
import { COLORS, embed, type Payload } from './payload.ts';

/** Items a page of a list. */
const PAGE = 15;

/** One page of a list, each item a choice away. */
export function list(answer: AnswerOf<'list'>, view: View): Payload {
  const { say } = view.hand;
  const pages = Math.max(1, Math.ceil(answer.items.length / PAGE));
  const page = Math.min(Math.max(view.page, 0), pages - 1);
  const items = answer.items.slice(page * PAGE, (page + 1) * PAGE);
  return {
    embeds: [
      embed(
        frame(view, {
          title: answer.title,
          color: COLORS.comparison,
          paragraphs: [items.map(({ name, short }) => `**${name}**: ${short}`).join('\n')],
          footer: [
            say('answer.list', { count: answer.items.length }),
            pages > 1 ? say('answer.page', { page: page + 1, pages }) : undefined,
            say('answer.disclaimer'),
          ]
            .filter(Boolean)
            .join(' · '),
        }),
      ),
    ],
    components: rows([
      topicSelect(view.hand, 'choose', { options: items, placeholder: say('select.choose'), extra: noneOf(view) }),
      pageRow(view, page, pages),
      answerRow(view.hand, { topic: 'list', sources: false, ephemeral: view.ephemeral }),
    ]),
  };
}

/** The value of the choice that none of those offered is meant. */
export const NONE = 'none-of-these';

const noneOf = ({ hand: { say } }: View) => ({
  value: NONE,
  label: say('select.none'),
  description: say('select.none.description'),
});

/** The nearest topics to choose from, with a way to say that none is meant. */
export function choices(answer: AnswerOf<'choices'>, view: View): Payload {
  const { say } = view.hand;
  return {
    embeds: [
      embed(
        frame(view, {
          title: say('answer.choices'),
          color: COLORS.quiet,
          paragraphs: [answer.candidates.map(({ name, short }) => `**${name}**: ${short}`).join('\n')],
        }),
      ),
    ],
    components: rows([
      topicSelect(view.hand, 'choose', {
        options: answer.candidates,
        placeholder: say('select.choose'),
        extra: noneOf(view),
      }),
      buttonRow([
        button(view.hand, 'why', { label: say('button.why'), args: ['choices'] }),
        endButton(view.hand, view.ephemeral),
      ]),
    ]),
  };
}

/** An honest "I do not know", with the nearest topics. */
export function unknown(answer: AnswerOf<'unknown'>, view: View): Payload {
  const { say } = view.hand;
  return {
    embeds: [
      embed(
        frame(view, {
          title: say('answer.unknown'),
          color: COLORS.quiet,
          paragraphs: [
            answer.nearest.length > 0
              ? `${say('answer.nearest')}\n${answer.nearest.map(({ name, short }) => `**${name}**: ${short}`).join('\n')}`
              : undefined,
            view.records ? `*${say('answer.recorded')}*` : undefined,
          ],
        }),
      ),
    ],
    components: rows([
      topicSelect(view.hand, 'choose', {
        options: answer.nearest,
        placeholder: say('select.choose'),
        extra: noneOf(view),
      }),
      buttonRow([
        button(view.hand, 'why', { label: say('button.why'), args: ['unknown'] }),
        endButton(view.hand, view.ephemeral),
      ]),
    ]),
  };
}
