/** The bot as a person in a browser has it: every way of asking, pressing, choosing and filling. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { accessibilityFaults, answer, goTo, hasBrowser, inBrowser, openStage, type Stage, say } from './stage.ts';

/** One transparent point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(!hasBrowser)(inBrowser('the page in a browser'), () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
  }, 60_000);
  afterAll(() => stage?.close());
  beforeEach(async () => {
    page = await stage.open();
  });
  afterEach(async () => {
    await page.context().close();
    expect(stage.troubles).toEqual([]);
  });

  test('the first screen has starters, the map of everything and four steps', async () => {
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Sandbox',
      'Ask Strata how blockchain layers fit together',
      'Try one',
      'The layer map',
      'Put Strata in your server',
      'What was understood',
    ]);
    expect(await page.locator('.steps li').count()).toBe(4);
    await page.getByRole('button', { name: 'Validium', exact: true }).click();
    await answer(page, 'Validium').waitFor();
  });

  test('a starter is a click, and the panel tells what was understood', async () => {
    await page.getByRole('button', { name: 'optmistic rolup' }).click();
    await answer(page, 'Optimistic rollup').waitFor();
    const panel = page.getByRole('complementary', { name: 'What was understood' });
    await expect.poll(() => panel.textContent()).toContain('optmistic → optimistic, rolup → rollup');
    await panel.getByText('Optimistic rollup').first().waitFor();
    await expect.poll(() => panel.textContent()).toMatch(/On screen after\s*\d+ ms/);
    await panel.getByText('The message that was sent').click();
    const payload: unknown = JSON.parse((await panel.locator('pre').textContent()) ?? '');
    expect(payload).toMatchObject({ content: '', embeds: [{ title: 'Optimistic rollup' }], attachments: [] });
  });

  test('a mention in a channel is answered by a reply', async () => {
    await goTo(page, 'general');
    await say(page, '@Strata Arbitrum vs Optimism');
    const reply = answer(page, 'Arbitrum');
    await reply.waitFor();
    await reply.locator('discord-reply', { hasText: 'Arbitrum vs Optimism' }).waitFor();
  });

  test('a command is chosen and filled by keyboard alone, its choices live from the bot', async () => {
    await goTo(page, 'layer-help');
    await page.keyboard.type('/comp');
    await page.getByRole('option', { name: /\/layer compare/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('zk rol');
    await page.getByRole('option', { name: /^ZK rollup/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('validi');
    await page.getByRole('option', { name: /^Validium/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'Add an option' }).waitFor();
    await page.keyboard.press('Enter');
    const row = answer(page, 'ZK rollup');
    await row.locator('discord-command', { hasText: 'layer compare' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a command that lacks an option says which, and Escape leaves it', async () => {
    await goTo(page, 'general');
    await page.keyboard.type('/layer ask');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('question: this option is required').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
  });

  test('buttons, selects and the form work, by mouse and by keyboard', async () => {
    await goTo(page, 'Strata');
    await say(page, 'what is a zk rollup');
    await answer(page, 'ZK rollup').waitFor();
    const last = page.locator('.row').last();
    await last.getByRole('button', { name: 'Simpler' }).click();
    await last.getByText('(edited)').waitFor();
    await last.getByRole('button', { name: 'Compare with…' }).press('ArrowDown');
    await page.getByRole('option', { name: /^Validium/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type('v');
    await page.keyboard.press('Enter');
    await answer(page, /ZK rollup vs Validium/).waitFor();
    await page.locator('.row').last().getByRole('button', { name: '👎' }).click();
    const form = page.getByRole('dialog', { name: 'What was wrong?' });
    await form.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type('a row on fees');
    await form.getByRole('button', { name: 'Submit' }).click();
    const thanks = page.locator('.row', { hasText: 'Thank you' });
    await thanks.getByText('Only you can see this').waitFor();
    await thanks.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await thanks.waitFor({ state: 'detached' });
  });

  test('the menu of a message offers the commands of the bot; own messages can be changed and deleted', async () => {
    await goTo(page, 'general');
    await say(page, 'Arbitrum is a layer 1.');
    const own = page.locator('.row', { hasText: 'Arbitrum is a layer 1.' }).last();
    await own.click({ button: 'right' });
    const menu = page.getByRole('menu');
    await menu.getByRole('menuitem', { name: 'Check this claim' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('.row', { hasText: 'Only you can see this' }).getByText('Wrong').first().waitFor();
    await page.getByRole('textbox', { name: 'Message #general' }).press('ArrowUp');
    await page.getByRole('textbox', { name: 'Edit the message' }).fill('Arbitrum is a layer 2.');
    await page.keyboard.press('Enter');
    const changed = page.locator('.row', { hasText: 'Arbitrum is a layer 2.' });
    await changed.getByText('(edited)').waitFor();
    await changed.getByRole('button', { name: /^More/ }).click();
    await menu.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await changed.waitFor({ state: 'detached' });
  });

  test('a forum post is written, listed and answered', async () => {
    await goTo(page, 'help-forum');
    await page.getByRole('textbox', { name: 'Title of the post' }).fill('What is finality?');
    await page.getByRole('textbox', { name: 'Text of the post' }).fill('@Strata what is finality');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await answer(page, 'Finality').waitFor();
    await goTo(page, 'help-forum');
    await page.getByRole('button', { name: /What is finality\?\s*2 messages/ }).waitFor();
  });

  test('typing, pictures, files and deletions of the bot show at once', async () => {
    const { api, botToken, channels } = stage.sandbox;
    const path = `${api}/v10/channels/${channels.general}`;
    const headers = { authorization: `Bot ${botToken}` };
    await goTo(page, 'general');
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
    await fetch(`${path}/typing`, { method: 'POST', headers });
    await page.getByText('Strata is typing…').waitFor();
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'two files' }));
    form.set('files[0]', new File([PICTURE], 'dot.png', { type: 'image/png' }));
    form.set('files[1]', new File(['text'], 'notes.txt', { type: 'text/plain' }));
    const sent = await fetch(`${path}/messages`, { method: 'POST', headers, body: form });
    const { id } = z.object({ id: z.string() }).parse(await sent.json());
    const row = page.locator('.row', { hasText: 'two files' });
    await row.getByRole('img', { name: 'dot.png' }).waitFor();
    await row.getByRole('link', { name: 'notes.txt' }).waitFor();
    await page.getByText('Strata is typing…').waitFor({ state: 'detached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await fetch(`${path}/messages/${id}`, { method: 'DELETE', headers });
    await row.waitFor({ state: 'detached' });
  });

  test('on a phone the channels are a drawer, the panel lies above, and everything is accessible', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Channels' }).click();
    await goTo(page, 'general');
    await say(page, '@Strata what is a sidechain');
    await answer(page, 'Sidechain').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'What was understood' }).click();
    await page.getByRole('complementary', { name: 'What was understood' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('the looks are switched and remembered, and accessible in both themes', async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Phone width' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
    await page.getByRole('button', { name: 'Desktop width' }).waitFor();
    expect(await page.locator('.frame').boundingBox()).toMatchObject({ width: 390 });
  });
});
