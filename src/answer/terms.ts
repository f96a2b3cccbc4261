/** The terms of the field in somebody's message, and the answer to the question it may hold. */
import type { Answer, Named } from './answer.ts';
import { namedOf } from './catalog.ts';
import type { Answerer } from './index.ts';

/** What was found in a text. */
export interface Terms {
  readonly terms: readonly Named[];
  /** The answer, where the text holds a question that the base answers. */
  readonly answer: Answer | undefined;
}

const MAX_TERMS = 12;

/** Every topic and system that a text names, each once, in order; and the answer to its question. */
export function termsIn({ search, catalog, answer }: Answerer, text: string): Terms {
  const { mentions } = search.analyser.question(text);
  const ids = new Set(mentions.filter(({ weak }) => !weak).map(({ id }) => id));
  const terms = [...ids]
    .flatMap((id) => catalog.get(id) ?? [])
    .filter(({ type }) => type !== 'comparison')
    .slice(0, MAX_TERMS)
    .map(namedOf);
  const said = text.includes('?') ? answer(text) : undefined;
  const spoken = said && !['unknown', 'choices', 'out-of-scope', 'help'].includes(said.kind);
  return { terms, answer: spoken ? said : undefined };
}
