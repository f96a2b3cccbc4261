/** The forms that the bot opens. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { CustomIds } from '../custom-id.ts';
import { clip, LIMITS } from '../limits.ts';
import type { Words } from '../words.ts';

/** The custom id of the text field of `reasonModal`. */
export const REASON_FIELD = 'reason';

/** Asks what was wrong with an answer; the text may be left empty. */
export function reasonModal(
  ids: CustomIds,
  { topic, owner }: { topic: string; owner: string },
  say: Words,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: ids.write({ action: 'reason', args: [topic], owner }),
    title: clip(say('feedback.title'), LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: REASON_FIELD,
            style: TextInputStyle.Paragraph,
            label: clip(say('feedback.reason'), 45),
            required: false,
            max_length: 500,
          },
        ],
      },
    ],
  };
}
