/** What the context menus of a message show. */
import type { CheckedClaim, Ruling } from '../../answer/claims.ts';
import type { Terms } from '../../answer/terms.ts';
import { inert } from '../escape.ts';
import type { StringKey } from '../locales/en.ts';
import type { Words } from '../words.ts';
import { renderAnswer } from './answer.ts';
import { button, buttonRow, topicSelect } from './controls.ts';
import { frame, rows, type View } from './frame.ts';
import { COLORS, embed, note, type Payload } from './payload.ts';

/** The terms of a message, and the answer to its question where it holds one. */
export function renderTerms({ terms, answer }: Terms, view: View, say: Words): Payload {
  if (answer) return renderAnswer(answer, view);
  if (terms.length === 0) return note(say('terms.title'), say('terms.none'));
  return {
    embeds: [
      embed(
        frame(view, {
          title: say('terms.title'),
          color: COLORS.answer,
          paragraphs: [terms.map(({ name, short }) => `**${name}**: ${short}`).join('\n')],
          footer: say('answer.disclaimer'),
        }),
      ),
    ],
    components: rows([topicSelect(view.hand, 'choose', { options: terms, placeholder: say('select.choose') })]),
  };
}

const RULINGS: Readonly<Record<Ruling, { readonly key: StringKey; readonly mark: string; readonly color: number }>> = {
  supported: { key: 'claim.supported', mark: '✅', color: 0x1f9d8a },
  disputed: { key: 'claim.disputed', mark: '⚖️', color: 0xd97706 },
  wrong: { key: 'claim.wrong', mark: '❌', color: 0xc2414b },
};
const MAX_SHOWN = 4;

/** The claims of a message with their rulings, and a way to show them to all. */
export function renderClaims(claims: readonly CheckedClaim[], view: View, say: Words): Payload {
  const shown = claims.slice(0, MAX_SHOWN);
  if (shown.length === 0) return note(say('claim.title'), say('claim.none'));
  return {
    embeds: shown.map((claim, at) => {
      const { key, mark, color } = RULINGS[claim.ruling];
      return embed({
        title: `${mark} ${say(key)}`,
        color,
        author: at === 0 ? view.origin?.slice(0, 250) : undefined,
        paragraphs: [
          `> ${inert(claim.claim, 300)}`,
          claim.why,
          claim.views.length > 0 ? claim.views.map((line) => `• ${line}`).join('\n') : undefined,
          claim.sources.map(({ title, url }) => `[${title.replace(/[[\]]/g, '')}](${url})`).join(' · '),
        ].map((text) => text?.slice(0, 1100)),
        footer: say('answer.disclaimer'),
      });
    }),
    components: rows([
      buttonRow(
        shown
          .map(({ topic }) => button(view.hand, 'topic', { label: topic.name, args: [topic.id, 'standard'] }))
          .filter((one, at, all) => all.findIndex(({ custom_id }) => custom_id === one.custom_id) === at),
      ),
    ]),
  };
}
