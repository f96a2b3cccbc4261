/**
 * Passages against each of the questions they were written for, by words and by meaning: that one question is near in
 * both says more than that one shares the words and another the meaning.
 */
import { AT } from './features.ts';
import type { Against, Scored } from './judge.ts';
import { cosineAt } from './meaning.ts';
import type { Index } from './workspace.ts';

/** From here on a question begins to be the very one that a passage was written for. */
const SAME_FROM = 0.7;

/** The three highest values of one passage, highest first. */
const said = new Float64Array(3);
const joint = new Float64Array(3);

/** Completes the measures and the scores of some passages. The weights of the question's terms stand in the workspace. */
export function hearAll(index: Index, some: readonly Scored[], against: Against): void {
  const { best } = index.space;
  for (const one of some) {
    hear(index, one, against);
    best[one.record] = Math.max(best[one.record] as number, one.values[AT.question] as number);
  }
  for (const one of some) {
    one.values[AT.nearest] = best[one.record] as number;
    one.score = against.scoreOf(one.values);
    one.isHeard = true;
  }
  for (const { record } of some) best[record] = 0;
}

function hear(
  { compiled: { phrasings, spoken }, space: { weights: asked } }: Index,
  { passage, rest: restLength, values }: Scored,
  { asked: { squares }, voice }: Against,
): void {
  const { first, starts, terms, weights, own, norms, restNorms } = phrasings;
  const length = Math.sqrt(squares);
  const last = first[passage + 1] as number;
  let question = 0;
  let rest = 0;
  said.fill(0);
  joint.fill(0);
  for (let phrasing = first[passage] as number; phrasing < last; phrasing += 1) {
    let all = 0;
    let nameless = 0;
    const end = starts[phrasing + 1] as number;
    for (let at = starts[phrasing] as number; at < end; at += 1) {
      const weight = asked[terms[at] as number] as number;
      if (weight === 0) continue;
      const product = weight * (weights[at] as number);
      all += product;
      if (own[at] === 0) nameless += product;
    }
    const words = all === 0 ? 0 : all / (length * (norms[phrasing] as number));
    if (words > question) question = words;
    // Names are left out by people and wordings alike: what is left is compared by itself.
    const without = nameless === 0 || restLength === 0 ? 0 : nameless / (restLength * (restNorms[phrasing] as number));
    if (without > rest) rest = without;
    const cosine = cosineAt(voice, spoken, phrasing * voice.length);
    insert(said, cosine);
    insert(joint, (words + cosine) / 2);
  }
  values[AT.question] = question;
  values[AT.rest] = Math.min(1, rest);
  values[AT.same] = Math.max(0, (question - SAME_FROM) / (1 - SAME_FROM));
  values[AT.said] = said[0] as number;
  values[AT.saidOften] = meanOf(said);
  values[AT.joint] = joint[0] as number;
  values[AT.jointOften] = meanOf(joint);
}

function insert(best: Float64Array, value: number): void {
  if (value <= (best[2] as number)) return;
  let at = 2;
  while (at > 0 && (best[at - 1] as number) < value) {
    best[at] = best[at - 1] as number;
    at -= 1;
  }
  best[at] = value;
}

const meanOf = (best: Float64Array): number => ((best[0] as number) + (best[1] as number) + (best[2] as number)) / 3;
