import { html, nothing, type TemplateResult } from 'lit';
import type { Embed } from '../../../validate/embeds.ts';
import { type Scene, showLine, showMarkdown } from '../markdown/show.ts';
import { messageTime } from '../time.ts';

type Field = NonNullable<Embed['fields']>[number];

/** Draws an embed. */
export function embedView(embed: Embed, names: Scene['names']): TemplateResult {
  const scene: Scene = { names, isEmbed: true };
  const color = embed.color === undefined || embed.color === null ? undefined : hex(embed.color);
  return html`<discord-embed
    slot="embeds"
    color=${color ?? nothing}
    .authorName=${embed.author?.name ? html`<span>${embed.author.name}</span>` : undefined}
    .embedTitle=${embed.title ? showLine(embed.title, scene) : undefined}
    url=${webAddress(embed.url) ?? nothing}
    image=${ownPath(embed.image?.url) ?? nothing}
    thumbnail=${ownPath(embed.thumbnail?.url) ?? nothing}
    >${
      embed.description
        ? html`<discord-embed-description slot="description"
            ><div class="markup">${showMarkdown(embed.description, scene)}</div></discord-embed-description
          >`
        : nothing
    }${embed.fields?.length ? fieldsView(embed.fields, scene) : nothing}${
      embed.footer || embed.timestamp
        ? html`<discord-embed-footer slot="footer"
            ><span>${footerText(embed)}</span></discord-embed-footer
          >`
        : nothing
    }</discord-embed
  >`;
}

const hex = (color: number) => `#${color.toString(16).padStart(6, '0')}`;

const footerText = ({ footer, timestamp }: Embed) =>
  [footer?.text, timestamp ? messageTime(timestamp) : undefined].filter(Boolean).join(' • ');

function fieldsView(fields: readonly Field[], scene: Scene): TemplateResult {
  const columns = columnsOf(fields);
  return html`<discord-embed-fields slot="fields"
    >${fields.map(
      (field, at) =>
        html`<discord-embed-field
          ?inline=${field.inline ?? false}
          inline-index=${columns[at] ?? nothing}
          .fieldTitle=${showLine(field.name, scene)}
          ><div class="markup">${showMarkdown(field.value, scene)}</div></discord-embed-field
        >`,
    )}</discord-embed-fields
  >`;
}

/** Inline fields stand three a row; each gets its column. */
function columnsOf(fields: readonly Field[]): readonly (number | undefined)[] {
  let column = 0;
  return fields.map(({ inline }) => {
    column = inline ? (column % 3) + 1 : 0;
    return inline ? column : undefined;
  });
}

const webAddress = (url: string | null | undefined) => (url && /^https?:\/\//i.test(url) ? url : undefined);

/** Pictures come from this server's uploads alone; their path is enough, whatever name the server goes by. */
export function ownPath(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { pathname } = new URL(url);
  return pathname.startsWith('/attachments/') ? pathname : undefined;
}
