/** What the page does when the bot, the connection or the whole server goes away and comes back. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { answer, goTo, hasBrowser, inBrowser, openStage, type Stage, say } from './stage.ts';

/** A door to a port that can be shut on those who are in. */
async function openDoor(port: number): Promise<{ readonly url: string; readonly shut: () => void }> {
  const inside = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const other = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      inside.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, shut: () => inside.forEach((socket) => void socket.destroy()) };
}

const portOf = (stage: Stage) => Number(new URL(stage.sandbox.url).port);

describe.skipIf(!hasBrowser)(inBrowser('a page that lives on'), () => {
  let stage: Stage;
  afterEach(() => stage?.close());

  test('a bot that ends is shown as offline, what it is asked fails in words, and its return is seen', async () => {
    stage = await openStage();
    const page = await stage.open();
    await goTo(page, 'Strata');
    const status = page.getByRole('status');
    await stage.stopBot();
    await page.getByText('Strata is offline').waitFor();
    await page.getByRole('button', { name: /^offline Strata$/ }).waitFor();
    await page.keyboard.type('/layer help');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The application did not respond').waitFor();
    await stage.startBot();
    await status.waitFor({ state: 'detached' });
    await say(page, 'what is a rollup');
    await answer(page, 'Rollup').waitFor();
    expect(stage.troubles).toEqual([]);
  }, 60_000);

  test('a connection that breaks is taken up again with all that was missed', async () => {
    stage = await openStage();
    const { you, channels } = stage.sandbox;
    const door = await openDoor(portOf(stage));
    const page = await stage.open();
    await page.goto(door.url);
    await goTo(page, 'general');
    await you.say(channels.general, 'before the break');
    await page.getByText('before the break').waitFor();
    door.shut();
    await page.getByText('Connection lost').waitFor();
    await you.say(channels.general, 'during the break');
    await page.getByText('during the break').waitFor();
    expect(await page.locator('.row').count()).toBe(2);
    await page.getByText('Connection lost').waitFor({ state: 'detached' });
  }, 60_000);

  test('a server that starts anew is entered anew', async () => {
    stage = await openStage();
    const first = stage;
    const page = await first.open();
    const port = portOf(first);
    await first.stopBot();
    await first.sandbox.close();
    await page.getByText('Connection lost').waitFor();
    stage = await openStage({ port });
    onTestFinished(() => first.close());
    await page.getByText('Connection lost').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'What is a zk rollup?' }).click();
    await answer(page, 'ZK rollup').waitFor();
  }, 60_000);

  test('five hundred messages are scrolled through without a stop', async () => {
    stage = await openStage();
    const { you, channels } = stage.sandbox;
    for (let at = 1; at <= 500; at += 1) await you.say(channels.general, `message ${at} of **five hundred**`);
    const page = await stage.open();
    await goTo(page, 'general');
    await page.getByText('message 500 of').waitFor();
    const gaps: unknown = await page.evaluate(`(async () => {
      const scroller = document.querySelector('.scroller');
      const gaps = [];
      let before = performance.now();
      while (document.querySelector('.beginning') === null || scroller.scrollTop > 0) {
        scroller.scrollTop -= 120;
        await new Promise(requestAnimationFrame);
        gaps.push(performance.now() - before);
        before = performance.now();
      }
      return gaps.sort((left, right) => left - right);
    })()`);
    expect(await page.locator('.row').count()).toBe(500);
    const frames = Array.isArray(gaps) ? gaps.map(Number) : [];
    expect(frames[Math.floor(frames.length / 2)]).toBeLessThan(34);
    expect(frames[Math.floor(frames.length * 0.99)]).toBeLessThan(250);
    expect(stage.troubles).toEqual([]);
  }, 60_000);
});
