/** The form for a topic's YAML, and what became of it. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Fault } from '../../knowledge/fault.ts';
import type { CustomIds } from '../custom-id.ts';
import { clip, clipLines, LIMITS } from '../limits.ts';
import type { Words } from '../words.ts';
import type { Payload } from './payload.ts';

/** Custom ids of the form's fields: one field holds 4,000 characters, a topic up to 20,000. */
export const PREVIEW_FIELDS = ['part1', 'part2', 'part3', 'part4', 'part5'] as const;

/** Asks for a topic's YAML. */
export function previewModal(ids: CustomIds, owner: string, say: Words): APIModalInteractionResponseCallbackData {
  return {
    custom_id: ids.write({ action: 'preview', args: [], owner }),
    title: clip(say('preview.title'), LIMITS.modalTitle),
    components: PREVIEW_FIELDS.map((custom_id, at) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id,
          style: TextInputStyle.Paragraph,
          label: clip(say('preview.part', { part: at + 1 }), 45),
          required: at === 0,
          max_length: 4000,
        },
      ],
    })),
  };
}

/** Every fault with its place in the text, above the topic as it would be shown where it can be. */
export function renderPreview(faults: readonly Fault[], shown: Payload | undefined, say: Words): Payload {
  const embeds = shown?.embeds ?? [];
  if (faults.length === 0) return { content: `✅ ${say('preview.sound')}`, embeds, components: [] };
  const head = `⚠️ **${say('preview.faults', { count: faults.length })}**`;
  const lines = clipLines(faults.map(lineOf), LIMITS.content - head.length - 12);
  return { content: `${head}\n\`\`\`\n${lines}\n\`\`\``, embeds, components: [] };
}

/** The text is quoted in its faults: it must not end the block that it stands in. */
const lineOf = ({ line, column, field, message }: Fault): string =>
  `${line}:${column}: ${field === '' ? '' : `${field}: `}${message}`.replace(/`/g, "'").replace(/\s+/g, ' ');
