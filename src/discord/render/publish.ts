/** A private answer as a post for all: exactly what was shown, whatever has been asked or changed since. */
import { type APIEmbed, ComponentType, type Message } from 'discord.js';
import type { CustomIds } from '../custom-id.ts';
import { endButton, type Hand } from './controls.ts';
import type { Payload, Row } from './payload.ts';

/** The message again, with a delete button where "post publicly" was. */
export function republish({ embeds, components }: Pick<Message, 'embeds' | 'components'>, hand: Hand): Payload {
  return {
    embeds: embeds.map((embed) => written(embed.toJSON())),
    components: components.flatMap((row) => {
      const json = row.toJSON();
      return json.type === ComponentType.ActionRow ? [{ type: json.type, components: json.components.map(swap) }] : [];
    }),
  };

  function swap(one: Row['components'][number]): Row['components'][number] {
    return 'custom_id' in one && isPublish(one.custom_id, hand.ids) ? endButton(hand, false) : one;
  }
}

const isPublish = (customId: string, ids: CustomIds): boolean => ids.read(customId)?.action === 'publish';

/** What a bot writes of an embed; Discord adds more to those that it hands out. */
function written({ title, color, author, description, fields, footer }: APIEmbed): APIEmbed {
  return {
    ...(title === undefined ? {} : { title }),
    ...(color === undefined ? {} : { color }),
    ...(author ? { author: { name: author.name } } : {}),
    ...(description === undefined ? {} : { description }),
    ...(fields ? { fields: fields.map(({ name, value }) => ({ name, value })) } : {}),
    ...(footer ? { footer: { text: footer.text } } : {}),
  };
}
