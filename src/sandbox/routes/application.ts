import type { Core } from '../core.ts';
import { refusals } from '../errors.ts';
import { type Call, ok, type RestReply, type Route } from '../rest.ts';

/** Application flags that say the message content and member intents may be used without review. */
const LIMITED_INTENTS = (1 << 15) | (1 << 19);

/** Gives the routes of the application itself and of where its gateway is. */
export function applicationRoutes(core: Core): readonly Route[] {
  const url = () => `${core.address().replace('http', 'ws')}/gateway`;
  const limits = { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };
  return [
    { method: 'GET', path: '/gateway', open: true, handle: () => ok({ url: url() }) },
    { method: 'GET', path: '/gateway/bot', handle: () => ok({ url: url(), shards: 1, session_start_limit: limits }) },
    { method: 'GET', path: '/applications/@me', handle: (call) => show(core, call) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: (call) => show(core, call) },
  ];
}

function show(core: Core, call: Call): RestReply {
  if (call.caller !== core.bot) throw refusals.unauthorized();
  return ok(applicationObject(core));
}

/** Gives the application's object. */
export function applicationObject(core: Core) {
  return {
    id: core.applicationId,
    name: core.bot.user.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: core.privilegedIntents ? LIMITED_INTENTS : 0,
    tags: [],
    owner: core.owner.user,
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    bot: core.bot.user,
    approximate_guild_count: core.world.guilds.size,
    integration_types_config: { 0: {}, 1: {} },
  };
}
