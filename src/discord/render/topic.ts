/** Explanations and facets as messages. */
import { ButtonStyle } from 'discord.js';
import type { AnswerOf } from '../../answer/answer.ts';
import { formatDay } from '../../answer/format.ts';
import { answerRow, button, buttonRow } from './controls.ts';
import {
  besideText,
  compareSelect,
  footerOf,
  frame,
  fuzzyNotice,
  partRows,
  relatedSelect,
  rows,
  sourceField,
  type View,
  verdictText,
} from './frame.ts';
import { bulletField, COLORS, embed, type Payload } from './payload.ts';

/** A topic at one depth. */
export function explanation(answer: AnswerOf<'explanation'>, view: View): Payload {
  const { topic, depth, oldName } = answer;
  const { hand } = view;
  const { say } = hand;
  return {
    embeds: [
      embed(
        frame(view, {
          title: topic.name,
          color: COLORS.answer,
          paragraphs: [
            fuzzyNotice(answer, topic.name, view),
            oldName && `*${oldName.was} ${oldName.now}*`,
            topic[depth],
            ...answer.beside.map((one) => besideText(one, view)),
          ],
          fields: [bulletField(say('answer.points'), topic.points), sourceField(view, topic.sources, answer.beside)],
          footer: footerOf(view, topic.id, topic.reviewed),
        }),
      ),
    ],
    components: rows([
      buttonRow([
        depth === 'simple'
          ? undefined
          : button(hand, 'topic', {
              label: say('button.simpler'),
              args: [topic.id, depth === 'technical' ? 'standard' : 'simple'],
              style: ButtonStyle.Primary,
            }),
        depth === 'technical'
          ? undefined
          : button(hand, 'topic', {
              label: say('button.deeper'),
              args: [topic.id, depth === 'simple' ? 'standard' : 'technical'],
              style: depth === 'simple' ? ButtonStyle.Primary : ButtonStyle.Secondary,
            }),
      ]),
      relatedSelect(topic, view),
      compareSelect(topic, view),
      answerRow(hand, { topic: topic.id, sources: true, ephemeral: view.ephemeral }),
    ]),
  };
}

/** A short answer, with the way to the whole explanation. */
export function facet(answer: AnswerOf<'facet'>, view: View): Payload {
  const { owner, facet } = answer;
  const { say } = view.hand;
  return {
    embeds: [
      embed(
        frame(view, {
          title: `${owner.name}: ${facet.title}`,
          color: COLORS.answer,
          paragraphs: [
            fuzzyNotice(answer, owner.name, view),
            verdictText(facet.verdict, facet.text, view),
            facet.asOf && `*${say('answer.asof', { date: formatDay(facet.asOf) })}*`,
            ...answer.beside.map((one) => besideText(one, view)),
          ],
          fields: [sourceField(view, facet.sources, answer.beside)],
          footer: footerOf(view, `${owner.id}/${facet.id}`, owner.reviewed),
        }),
      ),
    ],
    components: partRows(owner, view),
  };
}
