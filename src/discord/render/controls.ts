/** The buttons and selects under an answer. */
import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import type { Named } from '../../answer/answer.ts';
import type { Action, CustomIds } from '../custom-id.ts';
import { oneLine } from '../escape.ts';
import { clip, LIMITS } from '../limits.ts';
import type { Words } from '../words.ts';
import type { Row } from './payload.ts';

/** What controls are written with: the signer, the language and the person the answer belongs to. */
export interface Hand {
  readonly ids: CustomIds;
  readonly say: Words;
  readonly owner: string;
  /** Whether nobody called the bot: its owner then dismisses the answer rather than deleting it. */
  readonly unasked?: boolean;
}

type Button = APIButtonComponentWithCustomId;

/** A button; its style is quiet unless said. */
export function button(
  { ids, owner }: Hand,
  action: Action,
  {
    label,
    args = [],
    style = ButtonStyle.Secondary,
    emoji,
  }: { label?: string; args?: readonly string[]; style?: Button['style']; emoji?: string },
): Button {
  return {
    type: ComponentType.Button,
    style,
    custom_id: ids.write({ action, args, owner }),
    ...(label === undefined ? {} : { label: clip(label, LIMITS.buttonLabel) }),
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
  };
}

/** One row of buttons; undefined where there are none. */
export const buttonRow = (buttons: readonly (Button | undefined)[]): Row | undefined => {
  const kept = buttons.filter((one) => one !== undefined).slice(0, LIMITS.buttonsPerRow);
  return kept.length > 0 ? { type: ComponentType.ActionRow, components: kept } : undefined;
};

/** A select over topics; undefined where there are none. `extra` stands last, such as "none of these". */
export function topicSelect(
  hand: Hand,
  action: Action,
  {
    options,
    placeholder,
    args = [],
    extra,
  }: {
    options: readonly Named[];
    placeholder: string;
    args?: readonly string[];
    extra?: { value: string; label: string; description: string };
  },
): Row | undefined {
  const room = LIMITS.selectOptions - (extra ? 1 : 0);
  const listed = options.slice(0, room).map(({ id, name, short }) => ({
    value: clip(id, LIMITS.selectText),
    label: oneLine(name, LIMITS.selectText),
    description: oneLine(short, LIMITS.selectText),
  }));
  if (listed.length === 0) return undefined;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: hand.ids.write({ action, args, owner: hand.owner }),
        placeholder: clip(placeholder, LIMITS.placeholder),
        min_values: 1,
        max_values: 1,
        options: extra ? [...listed, extra] : listed,
      },
    ],
  };
}

/** The row that stands under every answer: sources, why, feedback, delete. */
export function answerRow(
  hand: Hand,
  { topic, sources, ephemeral }: { topic: string; sources: boolean; ephemeral: boolean },
): Row | undefined {
  const { say } = hand;
  return buttonRow([
    sources ? button(hand, 'sources', { label: say('button.sources'), args: [topic] }) : undefined,
    button(hand, 'why', { label: say('button.why'), args: [topic] }),
    button(hand, 'good', { emoji: '👍', args: [topic] }),
    button(hand, 'bad', { emoji: '👎', args: [topic] }),
    endButton(hand, ephemeral),
  ]);
}

/** The last button of an answer: a private one can be shown to all, any other taken away. */
export function endButton(hand: Hand, ephemeral: boolean): Button {
  if (ephemeral) return button(hand, 'publish', { label: hand.say('button.publish') });
  return hand.unasked
    ? button(hand, 'delete', { label: hand.say('button.dismiss') })
    : button(hand, 'delete', { emoji: '🗑️' });
}
