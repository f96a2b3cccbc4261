/** What is said where nothing is answered: outside the field, and how to ask. */
import type { AnswerOf } from '../../answer/answer.ts';
import { namedOf } from '../../answer/catalog.ts';
import { buttonRow, endButton, topicSelect } from './controls.ts';
import { frame, rows, type View } from './frame.ts';
import { bulletField, COLORS, embed, type Payload } from './payload.ts';

/** What the bot is for, and a warning where keys are at stake. */
export function outside(answer: AnswerOf<'out-of-scope'>, view: View): Payload {
  const { say } = view.hand;
  return {
    embeds: [
      embed(
        // What is said about keys warns already.
        frame(
          { ...view, warns: view.warns && answer.reason !== 'keys' },
          {
            title: say('about.title'),
            color: answer.reason === 'keys' ? COLORS.warning : COLORS.quiet,
            paragraphs: [say(`answer.outside.${answer.reason}`)],
          },
        ),
      ),
    ],
    components: rows([buttonRow([endButton(view.hand, view.ephemeral)])]),
  };
}

const EXAMPLES = [
  'what is a zk rollup',
  'arbitrum vs optimism',
  'why does it take a week to withdraw',
  'is polygon a layer 2',
  'block time of base',
];
const STARTERS = [
  'layer-1-vs-layer-2',
  'rollup',
  'lightning-network',
  'sidechain',
  'finality',
  'data-availability',
  'bridge',
  'optimistic-vs-zk',
];

/** How to ask, with a few topics to start from. */
export function help({ reason }: Pick<AnswerOf<'help'>, 'reason'>, view: View): Payload {
  const { say } = view.hand;
  const lead = reason === 'thanks' ? say('answer.thanks') : reason === 'greeting' ? say('answer.hello') : undefined;
  const starters = STARTERS.flatMap((id) => view.catalog.get(id) ?? []).map(namedOf);
  return {
    embeds: [
      embed({
        title: say('help.title'),
        color: COLORS.quiet,
        paragraphs: [lead, say('help.text')],
        fields: [
          bulletField(
            say('help.examples'),
            EXAMPLES.map((line) => `*${line}*`),
          ),
        ],
        footer: say('answer.disclaimer'),
      }),
    ],
    components: rows([
      topicSelect(view.hand, 'choose', { options: starters, placeholder: say('select.choose') }),
      // How to ask is worth no post of its own.
      view.ephemeral ? undefined : buttonRow([endButton(view.hand, false)]),
    ]),
  };
}
