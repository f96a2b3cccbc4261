/** What the bot is, and what it keeps. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Words } from '../words.ts';
import { COLORS, note, type Payload } from './payload.ts';

/** What the bot is and how much it knows. */
export function about({ concepts, systems, comparisons, assets, version }: Knowledge, say: Words): Payload {
  const counts = {
    concepts: concepts.length,
    systems: systems.length,
    comparisons: comparisons.length,
    assets: assets.length,
    version,
  };
  return note(say('about.title'), say('about.text', counts), COLORS.answer);
}

/** What is kept about a person, and whether they are opted out. */
export function privacy(
  { optedOut, days, minutes }: { optedOut: boolean; days: number; minutes: number },
  say: Words,
): Payload {
  return note(
    say('privacy.title'),
    `${say('privacy.text', { days, minutes })}\n\n**${say(optedOut ? 'privacy.out' : 'privacy.in')}**`,
  );
}
