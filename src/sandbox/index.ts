/** Discord on your own machine: starts the server, its world, and the people in it. */

import type { Disconnect, PersonOptions, Sandbox, SandboxOptions } from './api.ts';
import { createCommands } from './commands.ts';
import { ALL_PERMISSIONS, Intent } from './constants.ts';
import type { Core } from './core.ts';
import { createFaults } from './faults.ts';
import { createFiles } from './files.ts';
import { createGateway } from './gateway.ts';
import { type RunningServer, startServer } from './http.ts';
import { createInteractions } from './interactions.ts';
import { channelObject, guildCreateObject, memberObject } from './objects.ts';
import { createPerson, type Person } from './people/person.ts';
import { createRequestLog } from './requests.ts';
import { createRest, type Rest } from './rest.ts';
import { applicationRoutes } from './routes/application.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactRoutes } from './routes/interact.ts';
import { messageRoutes } from './routes/messages.ts';
import { placeRoutes } from './routes/places.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { threadRoutes } from './routes/threads.ts';
import { addChannel, addGuild, addMember, addRole, type NewChannel, newUser, seedWorld } from './seed.ts';
import { serveGateway } from './socket.ts';
import { type Account, createWorld, type GuildState } from './world.ts';

export type { Disconnect, PersonOptions, Sandbox, SandboxMessage, SandboxOptions } from './api.ts';
export type { FaultRule } from './faults.ts';
export type { PageHandler } from './http.ts';
export { RefusedError } from './people/client.ts';
export type { Choice, Modal, Outcome } from './people/outcome.ts';
export type { Options, Person } from './people/person.ts';
export type { LoggedRequest, RequestLog } from './requests.ts';
export type { NewChannel } from './seed.ts';
export type { Message } from './wire.ts';

const LOOPBACK = '127.0.0.1';
const ACK_MS = 3_000;

/** Starts a Discord on this machine; rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const place = { url: '' };
  const { core, guild, channels } = createCore(options, () => place.url);
  const rest = createRest(core.world, core.bot, routesOf(core));
  const requests = createRequestLog();
  const faults = createFaults();
  const { port = 0, host = LOOPBACK, page } = options;
  const server = await startServer({ port, host, page, rest, faults, files: core.files, log: requests.add });
  place.url = addressOf(host, server.port);
  serveGateway(core, server.sockets);
  const people = createPeople(core, rest, guild);
  return {
    url: place.url,
    api: `${place.url}/api`,
    botToken: core.bot.token,
    botId: core.bot.user.id,
    applicationId: core.applicationId,
    guildId: guild.id,
    channels,
    you: people.owner,
    person: people.person,
    requests: requests.log,
    fault: faults.add,
    addChannel: (channel) => openChannel(core, guild, channel),
    addRole: (name, { permissions, mentionable } = {}) => addRole(core.world, guild, name, permissions, mentionable).id,
    addGuild: (name) => openGuild(core, name),
    removeBot: (guildId) => removeBot(core, guildId),
    disconnectBot: (how = {}) => disconnectBot(core, how),
    isBotOnline: () => core.gateway.isOnline(core.bot.user.id),
    message: (id) => core.world.messages.get(id),
    close: () => close(core, server),
  };
}

function createCore(options: SandboxOptions, address: () => string) {
  const world = createWorld(options.clock ?? Date.now);
  const gateway = createGateway(world);
  const { bot, owner, guild, channels } = seedWorld(world, options.botName ?? 'Strata');
  const ackMs = options.ackMs ?? ACK_MS;
  const core: Core = {
    world,
    gateway,
    bot,
    owner,
    applicationId: bot.user.id,
    ackMs,
    commands: createCommands(bot.user.id, world.nextId),
    interactions: createInteractions(world, gateway, ackMs),
    files: createFiles(address, world.nextId),
    privilegedIntents: options.privilegedIntents ?? true,
    address,
  };
  return { core, guild, channels };
}

/** A server that listens everywhere is reached here by the loopback. */
function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? LOOPBACK : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function routesOf(core: Core) {
  return [
    ...applicationRoutes(core),
    ...callbackRoutes(core),
    ...commandRoutes(core),
    ...interactRoutes(core),
    ...messageRoutes(core),
    ...placeRoutes(core),
    ...reactionRoutes(core),
    ...threadRoutes(core),
  ];
}

function createPeople(core: Core, rest: Rest, guild: GuildState) {
  const owner = createPerson(core, rest, core.owner);
  const people = new Map<string, Person>([[owner.name, owner]]);
  function person(name: string, details: PersonOptions = {}): Person {
    const known = people.get(name) ?? createPerson(core, rest, join(core, guild, name, details));
    people.set(name, known);
    return known;
  }
  return { owner, person };
}

function join(core: Core, guild: GuildState, name: string, details: PersonOptions): Account {
  const { world, gateway } = core;
  const account = world.addAccount(newUser(world.nextId(), name), details);
  const permissions = details.admin ? ALL_PERMISSIONS : (details.permissions ?? 0n);
  addMember(world, guild, account.user.id, permissions === 0n ? [] : [addRole(world, guild, name, permissions).id]);
  const joined = { ...memberObject(world, guild, account.user.id), guild_id: guild.id };
  gateway.publish('GUILD_MEMBER_ADD', { guildId: guild.id, intent: Intent.GuildMembers }, () => joined);
  return account;
}

function openChannel(core: Core, guild: GuildState, given: NewChannel): string {
  const channel = addChannel(core.world, guild, given);
  core.gateway.publish('CHANNEL_CREATE', { channel, intent: Intent.Guilds }, ({ account }) =>
    channelObject(core.world, channel, account.user.id),
  );
  return channel.id;
}

function openGuild(core: Core, name: string): { readonly guildId: string; readonly general: string } {
  const { world, gateway, bot, owner } = core;
  const guild = addGuild(world, name, owner.user.id);
  for (const each of [owner, bot]) addMember(world, guild, each.user.id);
  const general = addChannel(world, guild, { name: 'general' }).id;
  gateway.publish('GUILD_CREATE', { guildId: guild.id, intent: Intent.Guilds }, (session) =>
    guildCreateObject(core, guild, session),
  );
  return { guildId: guild.id, general };
}

function removeBot({ world, gateway, bot }: Core, guildId: string): void {
  const audience = { guildId, userId: bot.user.id, intent: Intent.Guilds };
  gateway.publish('GUILD_DELETE', audience, () => ({ id: guildId }));
  world.guild(guildId).members.delete(bot.user.id);
}

function disconnectBot({ gateway, bot }: Core, { code, invalidate = false }: Disconnect): void {
  for (const session of gateway.sessions.values()) {
    if (session.account !== bot || session.transport === undefined) continue;
    if (invalidate) gateway.forget(session);
    else if (code !== undefined) session.transport.close(code, 'Closed by the sandbox');
    else session.transport.send({ op: 7, d: null, s: null, t: null });
  }
}

async function close(core: Core, server: RunningServer): Promise<void> {
  core.interactions.close();
  await server.close();
}
