/** Which clusters of unanswered questions are still open: knowledge grows, and closes gaps that were written down before. */
import type { Cluster } from '../answer/clusters.ts';
import type { Answerer } from '../answer/index.ts';
import { parseRequest } from '../answer/request.ts';
import type { Gap } from '../store/store.ts';
import { createRecent } from './recent.ts';

/** How many clusters a list shows, the largest of those that are open. */
const MAX_OPEN = 60;
/** Questions that are answered anew for one list: each takes some milliseconds, in which the bot does nothing else. */
const MAX_ASKED = 100;
/** How long, and of how many, it is kept whether they have their answer. */
const KNOWN = Object.freeze({ lifetime: 3_600_000, most: 5_000 });

/** The open ones of some clusters, in their order. */
export type OpenGaps = (clusters: readonly Cluster<Gap>[]) => readonly Cluster<Gap>[];

/**
 * Asks the newest knowledge, each question once an hour: of more than a hundred that it was not asked before, the rest is
 * looked at with the next list.
 */
export function createOpenGaps(answererOf: () => Answerer, clock: () => number): OpenGaps {
  let newest: Answerer | undefined;
  let isAnswered = createRecent<boolean>(clock, KNOWN);
  return (clusters) => {
    const answerer = answererOf();
    if (newest !== answerer) isAnswered = createRecent<boolean>(clock, KNOWN);
    newest = answerer;
    let asked = 0;
    const open: Cluster<Gap>[] = [];
    for (const cluster of clusters) {
      if (open.length === MAX_OPEN || asked === MAX_ASKED) break;
      const known = wasRefused(cluster) ? false : isAnswered.get(cluster.question);
      if (known === undefined) asked += 1;
      const answered = known ?? answers(answerer, cluster.question);
      isAnswered.set(cluster.question, answered);
      if (!answered) open.push(cluster);
    }
    return open;
  };
}

/** Whether somebody refused an answer: another answer of today does not close that. */
const wasRefused = ({ asked }: Cluster<Gap>): boolean => asked.some(({ reason }) => reason !== 'unknown');

function answers(answerer: Answerer, question: string): boolean {
  const { kind } = answerer.respond(parseRequest(question));
  return kind !== 'unknown' && kind !== 'choices';
}
