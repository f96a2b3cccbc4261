/** People's text made harmless where it is shown again: no markdown, no mentions, no links, no invisible marks. */
import { clip } from './limits.ts';

/** One line of somebody's text, shown as written but inert, at most `max` units. */
export function inert(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    // Stacked marks (zalgo): two a letter are enough for any language.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const escaped = clip(line, max).replace(/[\\*_~`|>#[\]()<@]/g, (mark) => (mark === '@' ? '@\u200b' : `\\${mark}`));
  return clip(unlinked(escaped), max);
}

const GAP = '\u200b';

/** The text with addresses and invitations that cannot be clicked. */
export const unlinked = (text: string): string =>
  text.replaceAll('://', `:${GAP}//`).replace(/(discord(?:\.gg|(?:app)?\.com\/invite))\//gi, `$1${GAP}/`);

/** The text as it was before `unlinked`. */
export const relinked = (text: string): string => text.replaceAll(`${GAP}/`, '/');

/** One line of somebody's text for places that render no markdown (author names, labels). */
export function oneLine(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return clip(line, max);
}
