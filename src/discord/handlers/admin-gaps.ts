/** `/layer-admin gaps`: the clusters of open questions, and the topic that a moderator picks for one. */
import { createHash } from 'node:crypto';
import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { namedOf } from '../../answer/catalog.ts';
import { type Cluster, clusterQuestions } from '../../answer/clusters.ts';
import type { Answerer } from '../../answer/index.ts';
import type { Desk } from '../desk.ts';
import { wordsFor } from '../locales/index.ts';
import { type GapLine, type NameOf, renderGap, renderGaps } from '../render/admin-gaps.ts';
import type { Hand } from '../render/controls.ts';
import { sentence } from '../render/payload.ts';
import { reply, update } from '../send.ts';

/** Gaps that are looked at, the newest first. */
const MAX_GAPS = 2_000;
const MAX_TOPICS = 20;

type Anyone = ChatInputCommandInteraction<'cached'> | MessageComponentInteraction<'cached'>;

/** Shows the first page of a server's open questions. */
export async function showGaps(desk: Desk, interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
  const payload = renderGaps(linesOf(desk, interaction.guildId), { ...viewOf(desk, interaction), page: 0 });
  await reply(interaction, payload, { ephemeral: true });
}

/** Turns a page (gaps), opens a cluster (gap), or keeps the topic that was picked for one, or that none fits (pick, dismiss). */
export async function handleGapChoice(
  desk: Desk,
  interaction: MessageComponentInteraction<'cached'>,
  { what, args }: { readonly what: string | undefined; readonly args: readonly string[] },
): Promise<void> {
  const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
  const view = { ...viewOf(desk, interaction), page: Number(args.at(-1) ?? 0) };
  const lines = linesOf(desk, interaction.guildId);
  if (what === 'gaps') return update(interaction, renderGaps(lines, view));
  const line = lines.find(({ key }) => key === (what === 'gap' ? chosen : args[0]));
  if (!line) return reply(interaction, sentence(view.hand.say('notice.expired')), { ephemeral: true });
  if (what === 'gap')
    return update(interaction, renderGap(line, { ...view, topics: topicsFor(desk.answerer(), line.cluster) }));
  const topic = what === 'pick' ? chosen : undefined;
  desk.store.addPick({ guild: interaction.guildId, question: line.cluster.question, topic, at: desk.clock() });
  return update(interaction, renderGaps(linesOf(desk, interaction.guildId), view));
}

function viewOf(desk: Desk, { locale, user }: Anyone): { readonly hand: Hand; readonly nameOf: NameOf } {
  const { catalog } = desk.answerer();
  return {
    hand: { ids: desk.ids, say: wordsFor(locale), owner: user.id },
    nameOf: (topic) => catalog.get(topic)?.name ?? topic,
  };
}

/** The open clusters of a server with what was picked for them. */
function linesOf(desk: Desk, guild: string): readonly GapLine[] {
  const picks = desk.store.picks({ guild, limit: MAX_GAPS });
  const clusters = clusterQuestions(desk.store.gaps({ guild, limit: MAX_GAPS }), desk.answerer().search.analyser);
  return desk.openGaps(clusters).map((cluster) => ({
    key: createHash('sha256').update(cluster.question).digest('hex').slice(0, 12),
    cluster,
    pick: picks.find(({ question }) => cluster.wordings.includes(question)),
  }));
}

/** The topics that may answer a cluster: those that were nearest when it was asked, then those that search finds now. */
function topicsFor({ search, catalog }: Answerer, { nearest, wordings }: Cluster) {
  const found = wordings
    .slice(0, 5)
    .flatMap((wording) => search.match(search.analyser.question(wording), MAX_TOPICS).map(({ record }) => record.id));
  return [...new Set([...nearest, ...found])]
    .flatMap((id) => catalog.get(id) ?? [])
    .slice(0, MAX_TOPICS)
    .map(namedOf);
}
