import type { Sandbox } from '../api.ts';

/** Opens a post in the help forum, with a question that the bot answers: what a newcomer finds there. */
export async function openFirstPost({ you, channels, botId }: Sandbox): Promise<void> {
  await you.post(
    channels.forum,
    'Why does a withdrawal take a week?',
    `<@${botId}> why does it take a week to withdraw from an optimistic rollup?`,
  );
}
