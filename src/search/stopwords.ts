/** Words that carry no topic. They are dropped from the terms, though the reading of intents still sees them. */

const FUNCTION_WORDS = `
a about above after again against all also am an and any anyone anything are aren as at be because been before being
below both but by can cannot could did do does doing don done down during each eli eli5 else ever every few for from further
get gets getting give given go goes going gone got had has have having he hello help her here hers hi him his how
however i if im in into is isn it its itself just kind know let lets like ll lot made make makes many may maybe me mean
means might more most much must my need needs no nor not now of off ok okay on once one only or other our ours out over
own please pls plz quite rather re really right same say says see seem she should so some somebody someone something
still such sure take than thank thanks that the their theirs them then there these they thing things think this those
though through to too u understand up ur us use used uses using ve very want wants was wasn way we well were what whats when where
whether which while who whole whom whose why will with within without won would wouldn yes yet you your yours
actually basically exactly simply simple terms term word words explain explained explanation tell question asking ask
newbie noob newb guys folks someone anybody hey dear wondering wonder curious understanding heard read reading
s t d m n
`;

const STOP: ReadonlySet<string> = new Set(FUNCTION_WORDS.split(/\s+/).filter((word) => word !== ''));

/** Whether a lower-case word carries no topic. */
export const isStopWord = (word: string): boolean => STOP.has(word);

/** All stop words: known words that a typo may be corrected to. */
export const stopWords = (): Iterable<string> => STOP;
