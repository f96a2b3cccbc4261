/** What administrators are shown: settings, status, feedback. */
import type { Knowledge } from '../../knowledge/load.ts';
import type { Feedback, Settings } from '../../store/store.ts';
import { languageName } from '../admin-commands.ts';
import { inert } from '../escape.ts';
import type { FaultyKnowledge } from '../health.ts';
import { clipLines, LIMITS } from '../limits.ts';
import type { NeededPermission } from '../permissions.ts';
import type { Words } from '../words.ts';
import { bulletField, COLORS, embed, type Payload, sentence } from './payload.ts';

/** That something was saved, and what hinders it from working. */
export function saved(notices: readonly (string | undefined)[], say: Words): Payload {
  return sentence([say('admin.saved'), ...notices.map((line) => line && `⚠️ ${line}`)].filter(Boolean).join('\n\n'));
}

/** Which permissions the bot lacks in a channel; undefined where it lacks none. */
export function missingNotice(channel: string, missing: readonly NeededPermission[], say: Words): string | undefined {
  if (missing.length === 0) return undefined;
  const permissions = missing.map((name) => `**${say(`permission.${name}`)}**`).join(', ');
  return say('admin.missing', { channel: `<#${channel}>`, permissions });
}

/** A server's settings as lines. */
export function settingLines(settings: Settings, say: Words): readonly string[] {
  const language = settings.language === undefined ? say('language.server') : languageName(settings.language);
  return [
    `${say('admin.settings.visibility')}: ${say(settings.private ? 'admin.settings.private' : 'admin.settings.public')}`,
    `${say('admin.settings.depth')}: ${say(`depth.${settings.depth}`)}`,
    `${say('admin.settings.floor')}: ${settings.floor}`,
    `${say('admin.settings.language')}: ${language ?? settings.language}`,
  ];
}

/** The settings of a server as a message. */
export const renderSettings = (settings: Settings, say: Words): Payload => ({
  embeds: [
    embed({
      title: say('admin.settings'),
      color: COLORS.quiet,
      paragraphs: [settingLines(settings, say).join('\n')],
    }),
  ],
  components: [],
});

/** What `status` tells. */
export interface Status {
  readonly knowledge: Knowledge;
  readonly faulty: FaultyKnowledge | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds; undefined where not measured yet. */
  readonly gateway: number | undefined;
  readonly answer: number | undefined;
  readonly intents: readonly string[];
  readonly messageContent: boolean;
  readonly settings: Settings;
}

/** How the bot is doing, and what does not work and why. */
export function renderStatus(status: Status, say: Words): Payload {
  const { faulty, settings, knowledge } = status;
  const channels = Object.entries(settings.channels).map(([id, mode]) => `<#${id}>: ${say(`mode.${mode}`)}`);
  const ms = (value: number | undefined) => (value === undefined ? '–' : Math.round(value));
  const faults =
    faulty && `⚠️ **${say('status.faulty', { since: timestamp(faulty.since, 'f'), count: faulty.faults.length })}**`;
  return {
    embeds: [
      embed({
        title: say('status.title'),
        color: faulty ? COLORS.warning : COLORS.answer,
        paragraphs: [faults, status.messageContent ? undefined : `⚠️ ${say('admin.intent')}`],
        fields: [
          { name: say('status.knowledge'), value: say('status.counts', countsOf(knowledge)) },
          { name: say('status.running'), value: timestamp(status.startedAt, 'R') },
          {
            name: say('status.latency'),
            value: say('status.latencies', { gateway: ms(status.gateway), answer: ms(status.answer) }),
          },
          { name: say('status.intents'), value: status.intents.join(', ') },
          { name: say('admin.settings'), value: settingLines(settings, say).join('\n') },
          {
            name: say('admin.settings.channels'),
            value: channels.length > 0 ? clipLines(channels, LIMITS.fieldValue) : say('admin.settings.nochannels'),
          },
        ],
      }),
    ],
    components: [],
  };
}

/** A moment as each reader's Discord shows it. */
const timestamp = (at: number, style: 'f' | 'R') => `<t:${Math.floor(at / 1000)}:${style}>`;

const countsOf = ({ version, concepts, systems, comparisons, assets }: Knowledge) => ({
  version,
  concepts: concepts.length,
  systems: systems.length,
  comparisons: comparisons.length,
  assets: assets.length,
});

const MAX_TOPICS = 20;
const MAX_REASONS = 10;

/** The thumbs of each topic, those with most thumbs down first, and the latest reasons. */
export function renderFeedback(feedback: readonly Feedback[], nameOf: (topic: string) => string, say: Words): Payload {
  const sums = new Map<string, { good: number; bad: number }>();
  for (const { topic, good } of feedback) {
    const sum = sums.get(topic) ?? { good: 0, bad: 0 };
    sums.set(topic, good ? { ...sum, good: sum.good + 1 } : { ...sum, bad: sum.bad + 1 });
  }
  const lines = [...sums]
    .sort(([a, one], [b, other]) => other.bad - one.bad || other.good - one.good || (a < b ? -1 : 1))
    .slice(0, MAX_TOPICS)
    .map(([topic, { good, bad }]) => `**${inert(nameOf(topic), 80)}**: 👍 ${good} 👎 ${bad}`);
  const reasons = feedback
    .flatMap(({ topic, reason }) => (reason ? [`${inert(nameOf(topic), 80)}: ${inert(reason, 150)}`] : []))
    .slice(0, MAX_REASONS);
  return {
    embeds: [
      embed({
        title: say('feedback.summary'),
        color: COLORS.quiet,
        paragraphs: [lines.length > 0 ? lines.join('\n') : say('notice.nothing')],
        fields: [bulletField(say('feedback.reasons'), reasons)],
      }),
    ],
    components: [],
  };
}
