/** Why an answer was given, and all the sources behind it: shown to one person alone. */
import type { Answer } from '../../answer/answer.ts';
import type { Catalog } from '../../answer/catalog.ts';
import { formatDay } from '../../answer/format.ts';
import type { Answerer } from '../../answer/index.ts';
import { topicsOf } from '../../answer/json.ts';
import type { Request } from '../../answer/request.ts';
import type { Source } from '../../knowledge/schema.ts';
import { inert } from '../escape.ts';
import { clipLines, LIMITS } from '../limits.ts';
import type { Words } from '../words.ts';
import { bulletField, COLORS, embed, note, type Payload } from './payload.ts';

/** Every source of a record, with the date it was read. */
export function allSources(catalog: Catalog, id: string, say: Words): Payload {
  const record = catalog.get(id) ?? catalog.asset(id);
  if (!record) return note(say('answer.sources'), say('notice.nothing'));
  const lines = record.sources.map(
    ({ title, url, read, published }: Source) =>
      `• [${title.replace(/[[\]]/g, '')}](${url}) (${[published && formatDay(published), `read ${formatDay(read)}`].filter(Boolean).join(', ')})`,
  );
  return {
    embeds: [
      embed({
        title: `${say('answer.sources')}: ${record.name}`,
        color: COLORS.quiet,
        paragraphs: [clipLines(lines, LIMITS.embedDescription)],
        footer: say('answer.reviewed', { date: formatDay(record.reviewed) }),
      }),
    ],
    components: [],
  };
}

/** The matched words, the score and the runners-up of an answer. */
export function why(
  { search, catalog }: Answerer,
  { request, answer }: { request: Request; answer: Answer },
  say: Words,
): Payload {
  const version = say('why.version', { version: catalog.knowledge.version });
  if (request.kind !== 'ask') return note(say('why.title'), `${say('why.named')}\n\n${version}`);
  const analysis = search.analyser.question(request.question);
  const first = catalog.get(topicsOf(answer)[0] ?? '') ?? answer.matches[0]?.record;
  const reasons = first ? search.why(analysis, first) : { terms: [], missing: analysis.words };
  const list = (words: readonly string[]) =>
    [...new Set(words.map((word) => word.replace(/^@/, '')))]
      .slice(0, 20)
      .map((word) => `\`${inert(word, 40)}\``)
      .join(' ');
  return {
    embeds: [
      embed({
        title: say('why.title'),
        color: COLORS.quiet,
        paragraphs: [first && `**${first.name}**`, `${say('why.score')}: ${answer.confidence.toFixed(2)}`],
        fields: [
          { name: say('why.words'), value: list(reasons.terms) },
          { name: say('why.missing'), value: list(reasons.missing) },
          bulletField(
            say('why.corrected'),
            answer.corrections.map(({ from, to }) => `${inert(from, 40)} → ${to}`),
          ),
          bulletField(
            say('why.runners'),
            answer.matches
              .filter(({ record }) => record !== first)
              .slice(0, 4)
              .map(({ record, score }) => `${record.name} (${score.toFixed(2)})`),
          ),
        ],
        footer: version,
      }),
    ],
    components: [],
  };
}
