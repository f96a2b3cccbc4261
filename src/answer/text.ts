/** Answers → plain text, for the terminal and for `ask --json`. Every word of the content comes from the knowledge. */
import type { Answer, Excerpt, Named, ShortAnswer, Verdict } from './answer.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = { yes: 'Yes.', no: 'No.', depends: 'It depends.' };

/** The answer as plain text, paragraphs parted by blank lines. */
export function answerText(answer: Answer): string {
  return paragraphs(answer)
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

function paragraphs(answer: Answer): readonly (string | undefined)[] {
  switch (answer.kind) {
    case 'explanation':
      return [
        answer.topic.name,
        answer.oldName && `${answer.oldName.was} ${answer.oldName.now}`,
        answer.topic[answer.depth],
        bullets(answer.topic.points),
        ...answer.beside.flatMap(excerpt),
      ];
    case 'facet':
      return [
        titleOf(answer.owner, answer.facet),
        withVerdict(answer.facet.verdict, answer.facet.text),
        ...answer.beside.flatMap(excerpt),
      ];
    case 'comparison':
      return [
        answer.title,
        answer.summary,
        ...answer.rows.map(({ label, values }) =>
          [label, ...values.map((value, at) => `  ${answer.sides[at]?.name ?? ''}: ${value}`)].join('\n'),
        ),
        ...answer.verdict.map(({ choose, when }) => `Choose ${choose} when ${when}.`),
        answer.unfair,
      ];
    case 'classification':
      return [
        answer.subject.name,
        withVerdict(answer.verdict, answer.statement),
        answer.criterion,
        bullets(answer.views.map(({ who, says, as_of }) => `${who} (${as_of}): ${says}`)),
      ];
    case 'attribute':
      return [
        `${answer.subject.name}: ${answer.label}`,
        withVerdict(
          answer.verdict,
          [answer.value, answer.note, answer.asOf && `as of ${answer.asOf}`].filter(Boolean).join('; '),
        ),
      ];
    case 'list':
      return [answer.title, bullets(answer.items.map(label))];
    case 'choices':
      return ['Which of these do you mean?', bullets(answer.candidates.map(label))];
    case 'unknown':
      return [
        "I don't know that one.",
        answer.nearest.length > 0 ? `The nearest topics I have:\n${bullets(answer.nearest.map(label))}` : undefined,
      ];
    case 'out-of-scope':
      return [OUTSIDE[answer.reason]];
    case 'help':
      return [HELP_TEXT];
    default:
      return answer satisfies never;
  }
}

const OUTSIDE = {
  money: 'I explain how blockchain layers work. Prices, buying, taxes and investment advice are not for me.',
  keys: 'I explain how blockchain layers work and cannot help with wallets. Never give your seed phrase or private key to anybody: nobody honest asks for it.',
  account: 'I explain how blockchain layers work. For an account or a product, ask its own support, on its own site.',
  code: 'I explain how blockchain layers work. For errors in code, ask where that tool is supported.',
  other: 'I explain how blockchain layers work; that question is outside what I know.',
} as const;

const HELP_TEXT =
  'I explain blockchain layering: layer 1, layer 2, rollups, Lightning, sidechains, state channels, parachains, data availability, bridges and finality. Ask me something like "what is a zk rollup", "arbitrum vs optimism" or "why does it take a week to withdraw".';

/** "Sequencer: What happens if it goes down"; the name alone for a record as a whole. */
export const titleOf = ({ id, name }: Named, short: ShortAnswer): string =>
  short.id === id ? name : `${name}: ${short.title}`;

const excerpt = ({ owner, short }: Excerpt): readonly string[] => [
  `See also: ${titleOf(owner, short)}`,
  withVerdict(short.verdict, short.text),
];

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const label = ({ name, short }: Named) => `${name}: ${short}`;
const withVerdict = (verdict: Verdict | undefined, text: string) => (verdict ? `${VERDICTS[verdict]} ${text}` : text);
