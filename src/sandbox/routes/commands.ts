import type { Core } from '../core.ts';
import { refusals } from '../errors.ts';
import { type Call, done, ok, type RestReply, type Route } from '../rest.ts';
import { commandForm, commandList } from '../validate/commands.ts';
import { parseForm } from '../validate/forms.ts';

const COMMANDS_OF_A_KIND = { 1: 100, 2: 15, 3: 15 } as const;

/** Gives the routes that register commands, everywhere or in one server. */
export function commandRoutes(core: Core): readonly Route[] {
  const paths = ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'];
  return paths.flatMap((path): readonly Route[] => [
    { method: 'GET', path, handle: (call) => ok(core.commands.list(scope(core, call))) },
    { method: 'PUT', path, handle: (call) => replaceAll(core, call) },
    { method: 'POST', path, handle: (call) => createOne(core, call) },
    { method: 'GET', path: `${path}/:command`, handle: (call) => ok(current(core, call)) },
    { method: 'PATCH', path: `${path}/:command`, handle: (call) => changeOne(core, call) },
    { method: 'DELETE', path: `${path}/:command`, handle: (call) => removeOne(core, call) },
  ]);
}

function replaceAll(core: Core, call: Call): RestReply {
  const guildId = scope(core, call);
  const forms = parseForm(commandList, call.body);
  for (const [type, most] of Object.entries(COMMANDS_OF_A_KIND)) {
    if (forms.filter((each) => String(each.type) === type).length > most) throw refusals.tooManyCommands(most);
  }
  return ok(core.commands.replace(guildId, forms));
}

function createOne(core: Core, call: Call): RestReply {
  const { command, isNew } = core.commands.put(scope(core, call), parseForm(commandForm, call.body));
  return ok(command, isNew ? 201 : 200);
}

function changeOne(core: Core, call: Call): RestReply {
  const before = current(core, call);
  const given = typeof call.body === 'object' ? call.body : {};
  const form = parseForm(commandForm, { ...before, ...given, type: before.type });
  return ok(core.commands.put(scope(core, call), form, before.id).command);
}

function removeOne(core: Core, call: Call): RestReply {
  const { id } = current(core, call);
  core.commands.remove(scope(core, call), id);
  return done();
}

function current(core: Core, call: Call) {
  return core.commands.get(scope(core, call), call.param('command'));
}

/** Gives the server that the path names, if any; throws where it or the application is not the caller's. */
function scope(core: Core, call: Call): string | undefined {
  if (call.caller !== core.bot) throw refusals.unauthorized();
  if (call.param('app') !== core.applicationId) throw refusals.unknownApplication();
  const guildId = call.param('guild');
  if (guildId === '') return undefined;
  const guild = core.world.guilds.get(guildId);
  if (guild?.members.has(call.caller.user.id) !== true) throw refusals.missingAccess();
  return guild.id;
}
