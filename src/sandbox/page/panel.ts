/** What the page is told beside the conversation: how a question was read, and everything there is to ask about. */

/** One record that was found for a question. */
export interface RankedRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** 0..1. */
  readonly score: number;
  /** What the score is made of, each 0..1. */
  readonly features: Readonly<Record<string, number>>;
  /** Words of the question that the record has, and those that it lacks. */
  readonly matched: readonly string[];
  readonly missing: readonly string[];
}

/** What was understood of a question. */
export interface Inspection {
  readonly question: string;
  /** What the wording asks for: "compare", "define", "open" … */
  readonly form: string;
  /** What kind of answer came of it. */
  readonly answer: string;
  /** The chance that the answer is the right one, 0..1. */
  readonly confidence: number;
  /** The question as it was read: corrected, with abbreviations spelled out. */
  readonly read: string;
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  readonly records: readonly RankedRecord[];
  /** Milliseconds that reading and answering took. */
  readonly ms: number;
}

/** Reads a question the way the bot does. */
export type Inspect = (question: string) => Inspection;

/** Something that can be asked about. */
export interface MapItem {
  readonly id: string;
  readonly name: string;
  readonly short: string;
}

/** Everything there is to ask about, in groups. */
export interface MapGroup {
  readonly title: string;
  readonly kind: 'topics' | 'networks';
  readonly items: readonly MapItem[];
}

/** Who the page is: what its gateway and REST client need. */
export interface PageSession {
  readonly token: string;
  readonly userId: string;
  readonly botId: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly dmChannelId: string;
}
