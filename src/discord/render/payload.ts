/** What a reply is made of: plain message JSON, inside Discord's limits by construction. */
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed, APIEmbedField } from 'discord.js';
import { clip, clipLines, LIMITS } from '../limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message without its addressee. Mentions are off unless the sender switches one on. */
export interface Payload {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
}

/** The colors of the bot's embeds, by what they say. */
export const COLORS = Object.freeze({
  answer: 0x4f6bed,
  comparison: 0x7a5af5,
  verdict: 0x1f9d8a,
  quiet: 0x8a8f98,
  warning: 0xd97706,
});

/** What an embed is made from; empty parts are left out. */
export interface EmbedParts {
  readonly title: string;
  readonly color: number;
  readonly author?: string | undefined;
  readonly paragraphs: readonly (string | undefined)[];
  readonly fields?: readonly (APIEmbedField | undefined)[];
  readonly footer?: string | undefined;
  /** How many characters it may have in all, where it shares a message with others. */
  readonly room?: number;
}

/** An embed within Discord's limits: each part is cut to its own limit, the description to what the others leave. */
export function embed(parts: EmbedParts): APIEmbed {
  const { title, color, author, paragraphs, fields = [], footer, room: whole = LIMITS.embedsTotal } = parts;
  const kept = fields
    .filter((field) => field !== undefined)
    .filter(({ value }) => value !== '')
    .slice(0, LIMITS.embedFields)
    .map(({ name, value }) => ({ name: clip(name, LIMITS.fieldName), value: clip(value, LIMITS.fieldValue) }));
  const head = clip(title, LIMITS.embedTitle);
  const foot = footer === undefined ? undefined : clip(footer, 300);
  const by = author === undefined ? undefined : clip(author, LIMITS.embedAuthor);
  const used = kept.reduce(
    (sum, { name, value }) => sum + name.length + value.length,
    head.length + (foot?.length ?? 0) + (by?.length ?? 0),
  );
  const room = Math.min(LIMITS.embedDescription, whole - used);
  const description = clip(paragraphs.filter(Boolean).join('\n\n'), Math.max(room, 1));
  return {
    title: head,
    color,
    ...(by ? { author: { name: by } } : {}),
    ...(description ? { description } : {}),
    ...(kept.length > 0 ? { fields: kept } : {}),
    ...(foot ? { footer: { text: foot } } : {}),
  };
}

/** A field of bullet points, whole lines only. */
export const bulletField = (
  name: string,
  lines: readonly string[],
  max: number = LIMITS.fieldValue,
): APIEmbedField | undefined => {
  const bullets = lines.map((line) => `• ${line}`);
  return bullets.length > 0 ? { name, value: clipLines(bullets, Math.min(max, LIMITS.fieldValue)) } : undefined;
};

/** A message of a title and some text, without buttons. */
export const note = (title: string, text: string, color: number = COLORS.quiet): Payload => ({
  embeds: [embed({ title, color, paragraphs: [text] })],
  components: [],
});

/** A message of one sentence. */
export const sentence = (content: string): Payload => ({
  content: clip(content, LIMITS.content),
  embeds: [],
  components: [],
});
