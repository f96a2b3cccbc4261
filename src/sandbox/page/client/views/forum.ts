import { html, type TemplateResult } from 'lit';
import type { Page } from '../page.ts';
import type { Channel } from '../types.ts';
import { threadsOf } from '../world.ts';

/** Draws a forum: a form for a new post, and the posts. */
export function forumView(page: Page, channel: Channel): TemplateResult {
  const posts = threadsOf(page.world, channel.id);
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const wasSent = await page.post(channel.id, String(data.get('title')), String(data.get('text')));
    if (wasSent) form.reset();
  };
  return html`<div class="scroller forum" tabindex="0" role="region" aria-label="Posts">
    <form class="new-post" @submit=${submit}>
      <input name="title" required maxlength="100" placeholder="Title" aria-label="Title of the post" autocomplete="off" />
      <textarea name="text" required maxlength="2000" rows="2" placeholder="Your question. Mention @Strata to have it answered." aria-label="Text of the post"></textarea>
      <button type="submit" class="primary">Post</button>
    </form>
    ${posts.length === 0 ? html`<p class="empty">No posts yet.</p>` : ''}
    <ul class="posts">
      ${posts.map(
        ({ id, name, message_count }) => html`<li>
          <button type="button" class="post" @click=${() => page.go(id)}>
            <strong>${name}</strong><span>${message_count ?? 0} ${message_count === 1 ? 'message' : 'messages'}</span>
          </button>
        </li>`,
      )}
    </ul>
  </div>`;
}
