import { Intent } from './constants.ts';
import type { Core } from './core.ts';
import type { Session } from './gateway.ts';
import { channelObject, guildCreateObject } from './objects.ts';
import { applicationObject } from './routes/application.ts';

/** Sends READY: to a bot its servers follow one by one, to a person they are in it. */
export function welcome(core: Core, session: Session): void {
  const { world, gateway } = core;
  const { user, locale } = session.account;
  const guilds = [...world.guilds.values()].filter((each) => each.members.has(user.id));
  const objects = guilds.map((each) => guildCreateObject(core, each, session));
  const dms = [...world.channels.values()].filter((each) => each.recipientIds.includes(user.id));
  const base = {
    v: 10,
    user: session.isBot ? user : { ...user, locale },
    session_id: session.id,
    resume_gateway_url: `${core.address().replace('http', 'ws')}/gateway`,
    shard: session.shard,
    _trace: [],
  };
  if (!session.isBot) {
    const private_channels = dms.map((each) => channelObject(world, each, user.id));
    gateway.dispatch(session, 'READY', { ...base, guilds: objects, private_channels });
    return;
  }
  const { id, flags } = applicationObject(core);
  const unavailable = guilds.map((each) => ({ id: each.id, unavailable: true }));
  gateway.dispatch(session, 'READY', {
    ...base,
    guilds: unavailable,
    private_channels: [],
    application: { id, flags },
  });
  if ((session.intents & Intent.Guilds) !== 0)
    for (const each of objects) gateway.dispatch(session, 'GUILD_CREATE', each);
}
