/** A topic's YAML from the form → the topic as it would be shown, with every fault. */
import type { ModalSubmitInteraction } from 'discord.js';
import type { Answer, Grounds } from '../../answer/answer.ts';
import type { Catalog } from '../../answer/catalog.ts';
import { fromAuthored } from '../../answer/compare.ts';
import { previewRecord } from '../../knowledge/preview.ts';
import type { Entry } from '../../knowledge/schema.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { viewOf } from '../present.ts';
import { PREVIEW_FIELDS, renderPreview } from '../render/admin-preview.ts';
import { renderAnswer } from '../render/answer.ts';
import { reply } from '../send.ts';

/** Shows the faults of a pasted topic, and the topic itself where its fields are sound. */
export async function handlePreview(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
  const { fields, locale, user } = interaction;
  const text = PREVIEW_FIELDS.map((name) => fields.getTextInputValue(name).replace(/\r\n?/g, '\n').replace(/\n$/, ''))
    .filter((part) => part !== '')
    .join('\n');
  const { catalog } = desk.answerer();
  const { entry, faults } = previewRecord(text, catalog.knowledge);
  const answer = entry && answerFor(entry, catalog);
  const view = viewOf(desk, { locale, owner: user.id, ephemeral: true, showOrigin: false }, '');
  const shown = answer && renderAnswer(answer, view);
  await reply(interaction, renderPreview(faults, shown, wordsFor(locale)), { ephemeral: true });
}

const CERTAIN: Grounds = { confidence: 1, matches: [], corrections: [] };

/** The answer that shows a record; undefined for a comparison of records that do not exist. */
function answerFor(entry: Entry, catalog: Catalog): Answer | undefined {
  if (entry.type !== 'comparison')
    return { ...CERTAIN, kind: 'explanation', topic: entry, depth: 'standard', oldName: undefined, beside: [] };
  return entry.sides.every((id) => catalog.get(id)) ? { ...CERTAIN, ...fromAuthored(entry, catalog) } : undefined;
}
