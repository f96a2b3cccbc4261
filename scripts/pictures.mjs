/**
 * Takes the README's pictures from the sandbox's page, with the built bot in it: `npm run build && node scripts/pictures.mjs`.
 * Needs Chromium (CHROMIUM names another than /usr/bin/chromium), a sans-serif and an emoji font.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startBot } from '../dist/bot.js';
import { loadAnswerer } from '../dist/compiled.js';
import { registerCommands } from '../dist/discord/register.js';
import { inspectQuestion, layerMapOf } from '../dist/inspect.js';
import { SHIPPED_KNOWLEDGE } from '../dist/knowledge/files.js';
import { createLog } from '../dist/log.js';
import { openSandboxPage } from '../dist/sandbox/page/open.js';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

const answerer = await loadAnswerer(SHIPPED_KNOWLEDGE);
const sandbox = await openSandboxPage(
  {},
  { inspect: (question) => inspectQuestion(answerer, question), map: () => layerMapOf(answerer) },
);
await registerCommands({ token: sandbox.botToken, api: sandbox.api });
const config = { logLevel: 'silent', database: ':memory:', messageContent: false, logQuestions: false };
const bot = await startBot({ config, log: createLog(config), token: sandbox.botToken, api: sandbox.api });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
await mkdir(FOLDER, { recursive: true });

await picture('phone', { width: 390, height: 844 }, async (page) => {
  await page.getByRole('button', { name: 'Light theme' }).click();
  await page.getByRole('button', { name: 'Why does it take a week to withdraw?' }).click();
  await page.locator('discord-embed').last().waitFor();
});
await picture('comparison', { width: 1280, height: 800 }, async (page) => {
  await page.getByRole('button', { name: 'Arbitrum vs Optimism' }).click();
  await page.locator('discord-embed', { hasText: 'Arbitrum vs' }).waitFor();
  await page.getByText('On screen after').waitFor();
  await page
    .locator('.row')
    .last()
    .evaluate((row) => row.scrollIntoView());
});
await picture('autocomplete', { width: 1280, height: 800 }, async (page) => {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /layer-help/ })
    .click();
  await page.keyboard.type('@Strata is Polygon a layer 2?');
  await page.keyboard.press('Enter');
  await page.locator('discord-embed').waitFor();
  await page.keyboard.type('/layer compare');
  await page.keyboard.press('Enter');
  await page.keyboard.type('zk');
  await page.getByRole('option').first().waitFor();
});

await browser.close();
await bot.stop();
await sandbox.close();

async function picture(name, viewport, act) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1.25 });
  await page.goto(sandbox.url);
  await page.locator('.chips button').first().waitFor();
  await act(page);
  await settle(page);
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
  await page.close();
}

/** Waits until the page has drawn what it knows. */
async function settle(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestIdleCallback(done))));
}
