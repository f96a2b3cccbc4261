/** Discord's markdown → a tree. Nothing of the text is ever markup of the page: the tree is all that is shown. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: Emphasis; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'time'; readonly unix: number; readonly style: string };

export type Emphasis = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'subtext'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'codeblock'; readonly text: string };

const DEEPEST = 6;

/** Gives the blocks of a message. */
export function parseMarkdown(text: string, depth = 0): readonly Block[] {
  const blocks: Block[] = [];
  const fence = /```(?:[a-z0-9_+.-]*\n)?([\s\S]+?)\n?```\n?/gi;
  let from = 0;
  for (const match of text.matchAll(fence)) {
    blocks.push(...parseLines(text.slice(from, match.index), depth));
    blocks.push({ kind: 'codeblock', text: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  return [...blocks, ...parseLines(text.slice(from), depth)];
}

function parseLines(text: string, depth: number): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const found = depth < DEEPEST ? specialBlock(lines, at, depth) : undefined;
    if (found === undefined) {
      plain.push(lines[at] ?? '');
      at += 1;
      continue;
    }
    flush();
    blocks.push(found.block);
    at += found.used;
  }
  flush();
  return blocks;
}

interface Found {
  readonly block: Block;
  readonly used: number;
}

function specialBlock(lines: readonly string[], at: number, depth: number): Found | undefined {
  const line = lines[at] ?? '';
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
    return { block: { kind: 'heading', level, children: parseInline(heading[2] ?? '') }, used: 1 };
  }
  const subtext = /^-# +(.+)$/.exec(line);
  if (subtext) return { block: { kind: 'subtext', children: parseInline(subtext[1] ?? '') }, used: 1 };
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    return { block: { kind: 'quote', children: parseMarkdown(rest, depth + 1) }, used: lines.length - at };
  }
  if (line.startsWith('> ')) {
    const quoted = takeWhile(lines, at, (each) => each.startsWith('> '));
    const inner = quoted.map((each) => each.slice(2)).join('\n');
    return { block: { kind: 'quote', children: parseMarkdown(inner, depth + 1) }, used: quoted.length };
  }
  return listBlock(lines, at);
}

function listBlock(lines: readonly string[], at: number): Found | undefined {
  const bullet = /^ *[-*] +(.+)$/;
  const number = /^ *(\d{1,9})\. +(.+)$/;
  const first = lines[at] ?? '';
  const ordered = number.exec(first);
  if (!ordered && !bullet.test(first)) return undefined;
  const pattern = ordered ? number : bullet;
  const taken = takeWhile(lines, at, (each) => pattern.test(each));
  const items = taken.map((each) => parseInline(pattern.exec(each)?.at(-1) ?? ''));
  const start = ordered ? Number(ordered[1]) : undefined;
  return { block: { kind: 'list', start, items }, used: taken.length };
}

function takeWhile(lines: readonly string[], from: number, fits: (line: string) => boolean): readonly string[] {
  const end = lines.findIndex((line, at) => at >= from && !fits(line));
  return lines.slice(from, end < 0 ? undefined : end);
}

type Rule = readonly [pattern: RegExp, make: (match: RegExpExecArray, depth: number) => Inline | undefined];

const emphasis =
  (kind: Emphasis) =>
  (match: RegExpExecArray, depth: number): Inline => ({ kind, children: parseInline(match[1] ?? '', depth + 1) });

/** Sticky patterns, tried in this order at every place where one may begin. */
const RULES: readonly Rule[] = [
  [/\\([^\sa-zA-Z0-9])/y, ([, text = '']) => ({ kind: 'text', text })],
  [/``([\s\S]+?)``(?!`)/y, ([, text = '']) => ({ kind: 'code', text })],
  [/`([^`]+?)`(?!`)/y, ([, text = '']) => ({ kind: 'code', text })],
  [/\[((?:[^[\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)/y, linkRule],
  [/<(https?:\/\/[^\s<>]+)>/y, ([, href = '']) => link(href, href)],
  [/https?:\/\/[^\s<\]]*[^\s<.,:;"')\]*_~|]/y, ([href]) => link(href, href)],
  [/<@!?(\d{1,20})>/y, ([, id = '']) => ({ kind: 'user', id })],
  [/<@&(\d{1,20})>/y, ([, id = '']) => ({ kind: 'role', id })],
  [/<#(\d{1,20})>/y, ([, id = '']) => ({ kind: 'channel', id })],
  [/<\/([\w -]{1,100}):\d{1,20}>/y, ([, name = '']) => ({ kind: 'command', name })],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, ([, unix, style = 'f']) => ({ kind: 'time', unix: Number(unix), style })],
  [/<a?:(\w{2,32}):\d{1,20}>/y, ([, name]) => ({ kind: 'text', text: `:${name}:` })],
  [/@(?:everyone|here)\b/y, ([text]) => ({ kind: 'everyone', text })],
  [/\*\*((?:[^*]|\*(?!\*))+?)\*\*(?!\*)/y, emphasis('bold')],
  [/__((?:[^_]|_(?!_))+?)__(?!_)/y, emphasis('underline')],
  [/\*(?=\S)((?:\*\*[^*]+\*\*|[^*])+?)(?<=\S)\*(?!\*)/y, emphasis('italic')],
  [/_((?:__[^_]+__|[^_])+?)_(?![a-zA-Z0-9_])/y, emphasis('italic')],
  [/~~((?:[^~]|~(?!~))+?)~~/y, emphasis('strike')],
  [/\|\|((?:[^|]|\|(?!\|))+?)\|\|/y, emphasis('spoiler')],
];

/** Where a rule may begin; an underscore inside a word begins nothing. */
const BEGINNING = /[\\`[<@*~|]|https?:\/\/|(?<![a-zA-Z0-9])_/g;

/** Gives the inline parts of a text. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const say = (to: number) => {
    if (to > from) addText(parts, text.slice(from, to));
  };
  for (const at of depth < DEEPEST ? beginnings(text) : []) {
    if (at < from) continue;
    const found = ruleAt(text, at, depth);
    if (found === undefined) continue;
    say(at);
    if (found.part.kind === 'text') addText(parts, found.part.text);
    else parts.push(found.part);
    from = at + found.length;
  }
  say(text.length);
  return parts;
}

const beginnings = (text: string): readonly number[] => [...text.matchAll(BEGINNING)].map(({ index }) => index);

function ruleAt(text: string, at: number, depth: number): { part: Inline; length: number } | undefined {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const part = match === null ? undefined : make(match, depth);
    if (match !== null && part !== undefined) return { part, length: match[0].length };
  }
  return undefined;
}

function addText(parts: Inline[], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text };
  else parts.push({ kind: 'text', text });
}

function linkRule([, label = '', href = '']: RegExpExecArray, depth: number): Inline | undefined {
  // A label that is itself an address could pretend to lead elsewhere.
  if (/^https?:\/\//.test(label)) return undefined;
  return safe(href) ? { kind: 'link', href, children: parseInline(label, depth + 1) } : undefined;
}

function link(href: string, label: string): Inline | undefined {
  return safe(href) ? { kind: 'link', href, children: [{ kind: 'text', text: label }] } : undefined;
}

/** Only addresses of the web are links. */
const safe = (href: string): boolean => /^https?:\/\//i.test(href) && URL.canParse(href);
