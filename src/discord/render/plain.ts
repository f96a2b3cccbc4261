/** Embeds as text, for channels in which the bot may not embed. */
import type { APIEmbed } from 'discord.js';
import { inert } from '../escape.ts';
import { clip, LIMITS } from '../limits.ts';
import type { Payload } from './payload.ts';

/** The same message without embeds, within Discord's limit for content; buttons and selects stay. */
export function plain({ content, embeds, components }: Payload): Payload {
  const text = [content, ...embeds.map(textOf)].filter(Boolean).join('\n\n');
  return { content: clip(text, LIMITS.content), embeds: [], components };
}

/** Room for fields and footer: the sources must not fall to a long text. */
function textOf({ author, title, description, fields = [], footer }: APIEmbed): string {
  const tail = [...fields.map(({ name, value }) => `**${name}**\n${value}`), footer && `-# ${footer.text}`];
  const end = clip(tail.filter(Boolean).join('\n\n'), LIMITS.content / 2);
  const head = [author && `*${inert(author.name, LIMITS.embedAuthor)}*`, title && `**${title}**`]
    .filter(Boolean)
    .join('\n');
  const room = Math.max(LIMITS.content - end.length - head.length - 8, 1);
  return [head, description && clip(description, room), end].filter(Boolean).join('\n\n');
}
