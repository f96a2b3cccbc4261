/** The questions that found no good answer, as a list to choose from, and the choice of a topic for one of them. */
import type { Named } from '../../answer/answer.ts';
import type { Cluster } from '../../answer/clusters.ts';
import { inert } from '../escape.ts';
import type { Words } from '../words.ts';
import { button, buttonRow, type Hand, topicSelect } from './controls.ts';
import { rows } from './frame.ts';
import { COLORS, embed, note, type Payload } from './payload.ts';

/** One cluster as moderators see it. */
export interface GapLine {
  /** Stands for the cluster in a select: a digest of its question. */
  readonly key: string;
  readonly cluster: Cluster;
  /** The topic that was picked, or that none fits; undefined while nobody picked. */
  readonly pick: { readonly topic: string | undefined } | undefined;
}

/** Gives the name of a topic by its id. */
export type NameOf = (topic: string) => string;

const PAGE = 10;

/** One page of the clusters, the largest first, each a choice away from its pick. */
export function renderGaps(
  lines: readonly GapLine[],
  { hand, page, nameOf }: { readonly hand: Hand; readonly page: number; readonly nameOf: NameOf },
): Payload {
  const { say } = hand;
  if (lines.length === 0) return note(say('gaps.title'), say('gaps.none'));
  const pages = Math.ceil(lines.length / PAGE);
  const at = Math.min(Math.max(page, 0), pages - 1);
  const shown = lines.slice(at * PAGE, (at + 1) * PAGE);
  const turn = (label: string, to: number) => button(hand, 'admin', { label, args: ['gaps', String(to)] });
  return {
    embeds: [
      embed({
        title: say('gaps.title'),
        color: COLORS.quiet,
        paragraphs: [
          shown
            .map(
              (line) =>
                `**${line.cluster.count}×** ${inert(line.cluster.question, 160)}\n-# ${stateOf(line, nameOf, say)}`,
            )
            .join('\n'),
        ],
        footer: pages > 1 ? say('answer.page', { page: at + 1, pages }) : undefined,
      }),
    ],
    components: rows([
      topicSelect(hand, 'admin', {
        options: shown.map((line) => optionOf(line, nameOf, say)),
        placeholder: say('gaps.choose'),
        args: ['gap', String(at)],
      }),
      buttonRow([
        at > 0 ? turn(say('button.previous'), at - 1) : undefined,
        at < pages - 1 ? turn(say('button.next'), at + 1) : undefined,
      ]),
    ]),
  };
}

const optionOf = (line: GapLine, nameOf: NameOf, say: Words): Named => ({
  id: line.key,
  name: line.cluster.question,
  short: `${line.cluster.count}× · ${stateOf(line, nameOf, say)}`,
});

function stateOf({ cluster, pick }: GapLine, nameOf: NameOf, say: Words): string {
  if (pick) return pick.topic === undefined ? say('gaps.dismissed') : say('gaps.picked', { topic: nameOf(pick.topic) });
  return cluster.nearest.length > 0
    ? say('gaps.nearest', { topics: cluster.nearest.slice(0, 3).map(nameOf).join(', ') })
    : '–';
}

/** One cluster with its wordings, and the topics that may answer it. */
export function renderGap(
  line: GapLine,
  {
    hand,
    page,
    topics,
    nameOf,
  }: { readonly hand: Hand; readonly page: number; readonly topics: readonly Named[]; readonly nameOf: NameOf },
): Payload {
  const { say } = hand;
  const { cluster } = line;
  return {
    embeds: [
      embed({
        title: say('gaps.pick'),
        color: COLORS.quiet,
        paragraphs: [
          cluster.wordings
            .slice(0, 12)
            .map((wording) => `> ${inert(wording, 200)}`)
            .join('\n'),
          `**${cluster.count}×** · ${stateOf(line, nameOf, say)}`,
        ],
      }),
    ],
    components: rows([
      topicSelect(hand, 'admin', {
        options: topics,
        placeholder: say('gaps.pick'),
        args: ['pick', line.key, String(page)],
      }),
      buttonRow([
        button(hand, 'admin', { label: say('gaps.dismiss'), args: ['dismiss', line.key, String(page)] }),
        button(hand, 'admin', { label: say('gaps.back'), args: ['gaps', String(page)] }),
      ]),
    ]),
  };
}
