/** One attribute of one system: "block time of base", "who runs the sequencer on linea". */
import type { System } from '../knowledge/schema.ts';
import { ATTRIBUTES, type AttributeName } from '../knowledge/vocabulary.ts';
import type { AnswerOf, Grounds } from './answer.ts';
import { formatDay, formatValue } from './format.ts';

/** The attribute in words; undefined where the base does not know it. `line` is the question, if it is a yes/no question. */
export function attributeOf(
  subject: System,
  attribute: AttributeName,
  { line, ...grounds }: Grounds & { readonly line?: string | undefined },
): AnswerOf<'attribute'> | undefined {
  const value = subject.attributes[attribute];
  if (!value) return undefined;
  const notes = [
    'is' in value && 'text' in value ? value.text : undefined,
    'note' in value ? value.note : undefined,
  ].filter((note) => note !== undefined);
  return {
    ...grounds,
    kind: 'attribute',
    subject,
    attribute,
    label: ATTRIBUTES[attribute].label,
    verdict: 'evm' in value && line !== undefined && EVM.test(line) ? value.evm : undefined,
    value: formatValue(value),
    note: notes.length > 0 ? notes.join('; ') : undefined,
    asOf: 'as_of' in value ? formatDay(value.as_of) : undefined,
    sources: subject.sources.filter(({ id }) => id === value.source),
  };
}

/** What is asked of a virtual machine by yes or no; Solidity is compiled for Ethereum's. */
const EVM = /\b(?:evm|solidity)\b/;
