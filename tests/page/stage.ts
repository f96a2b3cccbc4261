/** The real bot in the sandbox with its page, and a browser to look at it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../scripts/build-page.mjs';
import { type RunningBot, startBot } from '../../src/bot.ts';
import { loadAnswerer } from '../../src/compiled.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { inspectQuestion, layerMapOf } from '../../src/inspect.ts';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import { createLog } from '../../src/log.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { openSandboxPage } from '../../src/sandbox/page/open.ts';

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Whether there is a browser to test in. */
export const hasBrowser = CHROMIUM !== undefined;

/** A suite's name that says why it is skipped, where it is. */
export const inBrowser = (name: string): string =>
  hasBrowser ? name : `${name} (SKIPPED: no Chromium; install it or set CHROMIUM to its path)`;

const PATIENCE_MS = 8_000;

export interface Stage {
  readonly sandbox: Sandbox;
  /** Opens the page in a fresh browser profile. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in any page: errors on the console, failures, and requests to anywhere but the sandbox. */
  readonly troubles: string[];
  /** Ends the bot, as if its process were killed. */
  stopBot(): Promise<void>;
  startBot(): Promise<void>;
  close(): Promise<void>;
}

/** Starts everything; the suite ends it with `close`. */
export async function openStage({ port = 0 }: { readonly port?: number } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-page-'));
  await buildPage(folder);
  const answerer = await loadAnswerer(SHIPPED_KNOWLEDGE);
  const parts = {
    folder,
    inspect: (question: string) => inspectQuestion(answerer, question),
    map: () => layerMapOf(answerer),
  };
  const sandbox = await openSandboxPage({ port }, parts);
  await registerCommands({ token: sandbox.botToken, api: sandbox.api });
  let bot: RunningBot | undefined = await logIn(sandbox);
  const browser = hasBrowser ? await launch() : undefined;
  const troubles: string[] = [];
  return {
    sandbox,
    troubles,
    async open(options = {}) {
      if (browser === undefined) throw new Error('No browser');
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      watch(page, sandbox.url, troubles);
      await page.goto(sandbox.url);
      await page.locator('.chips button').first().waitFor();
      return page;
    },
    async stopBot() {
      await bot?.stop();
      bot = undefined;
    },
    async startBot() {
      bot = await logIn(sandbox);
    },
    async close() {
      await browser?.close();
      await bot?.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function logIn({ botToken, api }: Sandbox): Promise<RunningBot> {
  const config = {
    token: botToken,
    api,
    messageContent: false,
    logLevel: 'silent',
    logQuestions: false,
    database: ':memory:',
    sandboxPort: 0,
  } as const;
  return startBot({ config, log: createLog(config), token: botToken, api });
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function watch(page: Page, url: string, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      troubles.push(`to ${request.url()}`);
  });
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Gives what axe-core finds wrong with the page as it stands: rule, and where. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource());
  const found: unknown = await page.evaluate('axe.run(document).then(({ violations }) => violations)');
  return Array.isArray(found) ? found.map(faultLine) : ['axe gave nothing'];
}

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(AXE, 'utf8');
}

function faultLine({ id, nodes }: { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }) {
  return `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(' ')}`;
}

/** Goes to a place by its name in the list of channels. */
export async function goTo(page: Page, name: string): Promise<void> {
  // The bot's presence and what is unread are part of a place's name.
  const label = new RegExp(`^(?:(?:on|off)line )?${name}(?: unread)?$`);
  await page.getByRole('navigation').getByRole('button', { name: label }).click();
}

/** Types a message and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.fill(text);
  await box.press('Escape');
  await box.press('Enter');
}

/** Gives the last message of the bot, once its embed shows the text. */
export function answer(page: Page, title: string | RegExp) {
  return page.locator('.row', { has: page.locator('discord-embed', { hasText: title }) }).last();
}
