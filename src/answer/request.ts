/**
 * What can be asked, as data: a question in free words, or one of the commands. Every request can be written as one
 * line and read back, so that an answer can be asked for again from the line shown above it.
 */
import { ATTRIBUTES, type AttributeName } from '../knowledge/vocabulary.ts';
import { DEPTHS, type Depth } from './answer.ts';

export type Request =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'explain'; readonly topic: string; readonly depth: Depth }
  | { readonly kind: 'compare'; readonly sides: readonly string[] }
  | { readonly kind: 'classify'; readonly subject: string }
  | { readonly kind: 'attribute'; readonly subject: string; readonly attribute: AttributeName }
  | { readonly kind: 'list'; readonly group: string | undefined };

const PREFIX = '/layer ';
const SIDES = ' vs ';

/** The request as one line: a question as it is, a command as it would be typed. */
export function formatRequest(request: Request): string {
  switch (request.kind) {
    case 'ask':
      return request.question;
    case 'explain':
      return `${PREFIX}explain ${request.topic} depth:${request.depth}`;
    case 'compare':
      return `${PREFIX}compare ${request.sides.join(SIDES)}`;
    case 'classify':
      return `${PREFIX}classify ${request.subject}`;
    case 'attribute':
      return `${PREFIX}attribute ${request.subject} fact:${request.attribute}`;
    case 'list':
      return `${PREFIX}list ${request.group ?? ''}`.trim();
    default:
      return request satisfies never;
  }
}

/** The request as a person would put it in free words; empty where all groups are listed. */
export function wordsOf(request: Request): string {
  switch (request.kind) {
    case 'ask':
      return request.question;
    case 'explain':
      return request.topic;
    case 'compare':
      return request.sides.join(SIDES);
    case 'classify':
      return request.subject;
    case 'attribute':
      return `${request.attribute.replaceAll('-', ' ')} ${request.subject}`;
    case 'list':
      return request.group === undefined ? '' : `list ${request.group}`;
    default:
      return request satisfies never;
  }
}

/** Reads a line that `formatRequest` wrote; anything else is a question in free words. */
export function parseRequest(line: string): Request {
  const text = line.trim();
  const [, command, rest = ''] = /^\/layer (explain|compare|classify|attribute|list)\b\s*(.*)$/s.exec(text) ?? [];
  switch (command) {
    case 'explain': {
      const [, topic = rest, word] = /^(.*?)\s+depth:(\w+)$/s.exec(rest) ?? [];
      return { kind: 'explain', topic, depth: DEPTHS.find((one) => one === word) ?? 'standard' };
    }
    case 'compare':
      return {
        kind: 'compare',
        sides: rest
          .split(SIDES)
          .map((side) => side.trim())
          .filter(Boolean),
      };
    case 'classify':
      return { kind: 'classify', subject: rest };
    case 'attribute': {
      const [, subject = rest, word] = /^(.*?)\s+fact:([\w-]+)$/s.exec(rest) ?? [];
      const attribute = (Object.keys(ATTRIBUTES) as AttributeName[]).find((one) => one === word);
      return attribute ? { kind: 'attribute', subject, attribute } : { kind: 'ask', question: rest };
    }
    case 'list':
      return { kind: 'list', group: rest === '' ? undefined : rest };
    default:
      return { kind: 'ask', question: text };
  }
}
