/** Answers → messages. Returns plain JSON and sends nothing. */
import type { Answer } from '../../answer/answer.ts';
import { renderComparison } from './comparison.ts';
import type { View } from './frame.ts';
import { choices, list, unknown } from './listing.ts';
import { help, outside } from './notices.ts';
import type { Payload } from './payload.ts';
import { explanation, facet } from './topic.ts';
import { attribute, classification } from './verdict.ts';

/** The message for an answer. */
export function renderAnswer(answer: Answer, view: View): Payload {
  switch (answer.kind) {
    case 'explanation':
      return explanation(answer, view);
    case 'facet':
      return facet(answer, view);
    case 'comparison':
      return renderComparison(answer, view);
    case 'classification':
      return classification(answer, view);
    case 'attribute':
      return attribute(answer, view);
    case 'list':
      return list(answer, view);
    case 'choices':
      return choices(answer, view);
    case 'unknown':
      return unknown(answer, view);
    case 'out-of-scope':
      return outside(answer, view);
    case 'help':
      return help(answer, view);
    default:
      return answer satisfies never;
  }
}
