import type { AnswerOf } from '../../answer/answer.ts';
import { formatDay } from '../../answer/format.ts';
import { answerRow } from './controls.ts';
import { footerOf, frame, fuzzyNotice, partRows, rows, sourceField, type View, verdictText } from './frame.ts';
import { bulletField, COLORS, embed, type Payload } from './payload.ts';

/** Which layer something is, and who says what. */
export function classification(answer: AnswerOf<'classification'>, view: View): Payload {
  const { say } = view.hand;
  const url = (id: string) => answer.sources.find((source) => source.id === id)?.url;
  const views = answer.views.map(({ who, says, as_of, source }) => {
    const address = url(source);
    const name = address ? `[${who}](${address})` : who;
    return `**${name}** (${formatDay(as_of)}): ${says}`;
  });
  const record = view.catalog.get(answer.subject.id);
  return {
    embeds: [
      embed(
        frame(view, {
          title: answer.subject.name,
          color: COLORS.verdict,
          paragraphs: [
            fuzzyNotice(answer, answer.subject.name, view),
            verdictText(answer.verdict, answer.statement, view),
          ],
          fields: [
            answer.criterion ? { name: say('answer.criterion'), value: answer.criterion } : undefined,
            bulletField(say('answer.views'), views),
            sourceField(view, answer.sources),
          ],
          footer: footerOf(view, answer.subject.id, answer.reviewed),
        }),
      ),
    ],
    components: record
      ? partRows(record, view)
      : rows([answerRow(view.hand, { topic: answer.subject.id, sources: true, ephemeral: view.ephemeral })]),
  };
}

/** One attribute of a system, with its date and source. */
export function attribute(answer: AnswerOf<'attribute'>, view: View): Payload {
  const { say } = view.hand;
  const { subject } = answer;
  return {
    embeds: [
      embed(
        frame(view, {
          title: `${subject.name}: ${answer.label}`,
          color: COLORS.verdict,
          paragraphs: [
            fuzzyNotice(answer, subject.name, view),
            verdictText(answer.verdict, `**${answer.value}**`, view),
            answer.note,
            answer.asOf && `*${say('answer.asof', { date: answer.asOf })}*`,
          ],
          fields: [sourceField(view, answer.sources)],
          footer: footerOf(view, subject.id, subject.reviewed),
        }),
      ),
    ],
    components: partRows(subject, view),
  };
}
