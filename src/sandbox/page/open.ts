import type { Sandbox, SandboxOptions } from '../api.ts';
import { startSandbox } from '../index.ts';
import { createPage, type PageParts } from './handler.ts';

/** Starts a sandbox whose address shows the page, with its owner as the person on it; rejects where the port is taken. */
export async function openSandboxPage(
  options: SandboxOptions,
  parts: Pick<PageParts, 'inspect' | 'map' | 'folder'>,
): Promise<Sandbox> {
  const sandbox: Sandbox = await startSandbox({ ...options, page: createPage({ ...parts, session: sessionOf }) });
  function sessionOf() {
    const { you, botId, applicationId, guildId } = sandbox;
    return { token: you.token, userId: you.id, botId, applicationId, guildId, dmChannelId: you.dmChannelId };
  }
  return sandbox;
}
