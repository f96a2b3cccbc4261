/** What the context menus of a message show. */
import type { APIEmbed } from 'discord.js';
import type { CheckedClaim, Ruling } from '../../answer/claims.ts';
import type { Terms } from '../../answer/terms.ts';
import { inert } from '../escape.ts';
import { clip, LIMITS } from '../limits.ts';
import type { StringKey } from '../locales/en.ts';
import type { Words } from '../words.ts';
import { renderAnswer } from './answer.ts';
import { button, buttonRow, endButton, topicSelect } from './controls.ts';
import { frame, rows, type View } from './frame.ts';
import { bulletField, COLORS, embed, note, type Payload } from './payload.ts';

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
    components: rows([
      topicSelect(view.hand, 'choose', { options: terms, placeholder: say('select.choose') }),
      buttonRow([endButton(view.hand, view.ephemeral)]),
    ]),
  };
}

const RULINGS: Readonly<Record<Ruling, { readonly key: StringKey; readonly mark: string; readonly color: number }>> = {
  supported: { key: 'claim.supported', mark: '✅', color: 0x1f9d8a },
  disputed: { key: 'claim.disputed', mark: '⚖️', color: 0xd97706 },
  wrong: { key: 'claim.wrong', mark: '❌', color: 0xc2414b },
};
/** As many as have room for what the authorities say. */
const MAX_SHOWN = 3;
/** The longest source of all has room. */
const SOURCES_LENGTH = 440;

/** The claims of a message with their rulings, and a way to show them to all. */
export function renderClaims(claims: readonly CheckedClaim[], view: View, say: Words): Payload {
  const shown = claims.slice(0, MAX_SHOWN);
  if (shown.length === 0) return note(say('claim.title'), say('claim.none'));
  const room = Math.floor(LIMITS.embedsTotal / shown.length);
  const buttons = shown.map(({ topic }) =>
    button(view.hand, 'topic', { label: topic.name, args: [topic.id, 'standard'] }),
  );
  return {
    embeds: shown.map((claim) => claimEmbed(claim, view, room)),
    components: rows([
      buttonRow(buttons.filter((one, at, all) => all.findIndex(({ custom_id }) => custom_id === one.custom_id) === at)),
      buttonRow([endButton(view.hand, view.ephemeral)]),
    ]),
  };
}

function claimEmbed({ ruling, claim, why, views, sources }: CheckedClaim, view: View, room: number): APIEmbed {
  const { key, mark, color } = RULINGS[ruling];
  const { say } = view.hand;
  // Each claim quotes its own sentence of the message.
  const parts = frame(
    { ...view, origin: undefined },
    {
      title: `${mark} ${say(key)}`,
      color,
      paragraphs: [`> ${inert(claim, 300)}`, clip(why, room / 2)],
      fields: [
        bulletField(say('answer.views'), views, room / 4),
        bulletField(say('answer.sources'), sources.map(linkTo), Math.max(room / 4, SOURCES_LENGTH)),
      ],
      footer: say('answer.disclaimer'),
    },
  );
  return embed({ ...parts, room });
}

const linkTo = ({ title, url }: CheckedClaim['sources'][number]): string => `[${title.replace(/[[\]]/g, '')}](${url})`;
