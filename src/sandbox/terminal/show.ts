/** A message as Discord shows it → lines for a terminal. */
import type { Embed } from '../validate/embeds.ts';
import type { Message } from '../wire.ts';

/** The message as text: content, embeds, buttons and selects. */
export function showMessage({
  content,
  embeds,
  components,
}: Pick<Message, 'content' | 'embeds' | 'components'>): string {
  const parts = [content, ...embeds.map(showEmbed), ...components.map(showRow)];
  return parts.filter(Boolean).join('\n');
}

function showEmbed(embed: Embed): string {
  const fields = (embed.fields ?? []).map(({ name, value }) => `${name}\n${value}`);
  return [embed.author?.name, embed.title && `━━ ${embed.title} ━━`, embed.description, ...fields, embed.footer?.text]
    .filter(Boolean)
    .join('\n\n');
}

interface Control {
  readonly label?: string;
  readonly emoji?: { readonly name?: string | null };
  readonly placeholder?: string;
}

function showRow(row: unknown): string {
  const controls = (row as { readonly components?: readonly Control[] }).components ?? [];
  return controls
    .map(({ label, emoji, placeholder }) =>
      placeholder ? `[${placeholder} ▾]` : `[${[emoji?.name, label].filter(Boolean).join(' ')}]`,
    )
    .join(' ');
}
