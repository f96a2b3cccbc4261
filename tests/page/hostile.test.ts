/** Whatever a conversation holds, the page shows it as text and asks nobody else for anything. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, goTo, hasBrowser, inBrowser, openStage, type Stage } from './stage.ts';

const MARKUP = '<img src="/x" onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
const ELSEWHERE = 'https://elsewhere.example/picture.png';
const ROWS = [
  { type: 1, components: [{ type: 2, style: 1, custom_id: 'one', label: MARKUP.slice(0, 80) }] },
  { type: 1, components: [{ type: 2, style: 5, url: 'https://elsewhere.example', label: 'A link' }] },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'two',
        placeholder: MARKUP,
        options: [{ label: MARKUP.slice(0, 99), value: 'x', description: MARKUP.slice(0, 99) }],
      },
    ],
  },
];

describe.skipIf(!hasBrowser)(inBrowser('hostile text'), () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.open();
    await goTo(page, 'general');
  }, 60_000);
  afterAll(() => stage?.close());

  async function sendAsBot(body: object): Promise<void> {
    const { api, channels, botToken } = stage.sandbox;
    const response = await fetch(`${api}/v10/channels/${channels.general}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  }

  async function expectUnharmed(): Promise<void> {
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(stage.troubles).toEqual([]);
  }

  test('markup in a message is shown as it was typed', async () => {
    await stage.sandbox.you.say(stage.sandbox.channels.general, `${MARKUP} **${MARKUP}** \`${MARKUP}\``);
    const body = page.locator('.row').last().locator('.markup');
    await expect.poll(() => body.textContent()).toBe(`${MARKUP} ${MARKUP} ${MARKUP}`);
    expect(await body.locator('img, script').count()).toBe(0);
    await expectUnharmed();
  });

  test('only addresses of the web become links, and none that says it leads elsewhere', async () => {
    const { you, channels } = stage.sandbox;
    await you.say(
      channels.general,
      '[a](javascript:globalThis.hacked=1) [b](data:text/html,x) [https://bank.example](https://elsewhere.example) [c](https://example.org/c)',
    );
    const body = page.locator('.row').last().locator('.markup');
    await body.waitFor();
    const links = await body.locator('a').all();
    expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toEqual([
      'https://bank.example',
      'https://elsewhere.example',
      'https://example.org/c',
    ]);
    expect(await Promise.all(links.map((link) => link.getAttribute('rel')))).toEqual(
      Array(3).fill('noreferrer noopener'),
    );
    await expectUnharmed();
  });

  test('embeds and controls are as inert, and pictures elsewhere are not fetched', async () => {
    await sendAsBot({
      content: '@everyone',
      embeds: [
        {
          title: `${MARKUP} 123456789012345678901`,
          description: MARKUP,
          author: { name: MARKUP, icon_url: ELSEWHERE },
          image: { url: ELSEWHERE },
          thumbnail: { url: ELSEWHERE },
          footer: { text: MARKUP, icon_url: ELSEWHERE },
          fields: [{ name: `${MARKUP} 123456789012345678901`, value: MARKUP, inline: true }],
        },
      ],
      components: ROWS,
    });
    const row = page.locator('.row').last();
    await row
      .getByRole('button', { name: /script/ })
      .first()
      .waitFor();
    expect(await row.locator('discord-embed img, discord-embed script').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await expectUnharmed();
  });

  test('the policy lets no script in, even where one is put into the page', async () => {
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.hacked=1">')`,
    );
    await expect.poll(() => stage.troubles.splice(0).join()).toMatch(/Content Security Policy/);
    await expectUnharmed();
  });
});
