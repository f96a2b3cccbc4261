/** A comparison as a message: one block a row, so that it reads the same on a phone as on a desktop. */

import { ButtonStyle } from 'discord.js';
import type { AnswerOf } from '../../answer/answer.ts';
import { answerRow, button, buttonRow } from './controls.ts';
import { footerOf, frame, pageRow, rows, sourceField, type View } from './frame.ts';
import { COLORS, embed, type Payload } from './payload.ts';

/** Characters of rows a page: what the other parts of an embed leave of its 6,000. */
const PAGE_LENGTH = 2400;

/** The message for a comparison; long ones come in pages. */
export function renderComparison(answer: AnswerOf<'comparison'>, view: View): Payload {
  const { say } = view.hand;
  const blocks = answer.rows.map(({ label, values }) =>
    [`**${label}**`, ...values.map((value, at) => `${mark(at)} ${answer.sides[at]?.name ?? ''}: ${value}`)].join('\n'),
  );
  const pages = paginate(blocks);
  const page = Math.min(Math.max(view.page, 0), pages.length - 1);
  const last = page === pages.length - 1;
  const verdict = answer.verdict
    .map(({ choose, when }) => `• ${say('answer.choose', { name: `**${choose}**`, when })}`)
    .join('\n');
  return {
    embeds: [
      embed(
        frame(view, {
          title: answer.title,
          color: COLORS.comparison,
          paragraphs: [page === 0 ? answer.summary : undefined, ...(pages[page] ?? [])],
          fields: [
            last && verdict !== '' ? { name: say('answer.verdict'), value: verdict } : undefined,
            last && answer.unfair ? { name: say('answer.unfair'), value: answer.unfair } : undefined,
            last ? sourceField(view, answer.sources) : undefined,
          ],
          footer: [
            pages.length > 1 ? say('answer.page', { page: page + 1, pages: pages.length }) : undefined,
            footerOf(view, answer.authored?.id ?? answer.sides.map(({ id }) => id).join('+'), answer.reviewed),
          ]
            .filter(Boolean)
            .join(' · '),
        }),
      ),
    ],
    components: rows([
      buttonRow(
        answer.sides.map(({ id, name }, at) =>
          button(view.hand, 'topic', {
            label: `${mark(at)} ${name}`,
            args: [id, 'standard'],
            style: ButtonStyle.Secondary,
          }),
        ),
      ),
      pageRow(view, page, pages.length),
      answerRow(view.hand, {
        topic: answer.authored?.id ?? answer.sides[0]?.id ?? 'comparison',
        sources: true,
        ephemeral: view.ephemeral,
      }),
    ]),
  };
}

const MARKS = ['🔹', '🔸', '▫️', '▪️'];
const mark = (side: number) => MARKS[side] ?? '•';

/** The blocks in pages, each at most PAGE_LENGTH characters long; a block is never parted. */
function paginate(blocks: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    if (length + block.length > PAGE_LENGTH && length > 0) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(block);
    length += block.length + 2;
  }
  return pages;
}
