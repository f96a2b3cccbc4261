import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

export const plainIntents = [Guilds, GuildMessages, DirectMessages];
export const allIntents = [...plainIntents, MessageContent];

/** Gives a sandbox that closes when the test ends. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Gives an untouched discord.js client that is not yet logged in and is destroyed when the test ends. */
export function newClient(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client<true> {
  const client = new Client<true>({
    intents: plainIntents,
    partials: [Partials.Channel],
    ...options,
    rest: { api: sandbox.api, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** Gives a client that is ready. */
export async function login(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = newClient(sandbox, options);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.botToken);
  await ready;
  return client;
}
