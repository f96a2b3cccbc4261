/** The wording that gives a question's form away. Patterns run over corrected, lower-case words without punctuation. */
import type { AttributeName } from '../knowledge/vocabulary.ts';
import type { Depth } from './answer.ts';

export const HELP =
  /^(?:(?:please|strata|bot|hey|hi) )*(?:help|commands|menu|usage|start|about you|what (?:can|do) you (?:do|know|answer|explain)|what are you|who are you|how do i (?:use|ask) (?:you|this|strata|the bot)|what (?:topics|commands).*|how does this bot work|what is strata|what is this bot)(?: (?:me|please|here|about|for|you|do|know|answer))*$/;
export const GREETING =
  /^(?:hi|hello|hey|yo|gm|gn|sup|hola|good (?:morning|evening|afternoon|day|night|bye)|bye|goodbye|greetings|ping|test|what is up|how are you|are you (?:there|a bot|human|real|alive))(?: (?:there|all|bot|strata|everyone|then|guys|folks|friend|again|now|today|doing))*$/;
export const THANKS =
  /^(?:(?:ok|okay|great|cool|nice|perfect|awesome) )*(?:thanks|thank you|thank u|thx|ty|cheers|much appreciated|great answer|good bot)(?: .{0,40})?$/;

/** Wording that asks what something is. */
export const ASKS_WHAT =
  /^(?:(?:so|and|ok|hi|hey) )*(?:what (?:is|are|s|a)|whats|what do(?:es)? .{1,30} mean|explain|define|meaning)\b/;

/** Wording that asks for a list, whatever is listed. */
export const LIST_CUES =
  /^(?:(?:so|and|please|can you|could you) )*(?:list|name|show|give me|enumerate|all)\b|\bexamples? of (?:a |an |some |the |current |any )*(?:layer|rollups?|sidechains?|parachains?|validiums?|optimistic|zk|bitcoin|ethereum|appchains?)\b|\blist of\b|\b(?:list|examples?)$|\b(?:are|is) there\b|\b(?:exist|available)$|^how many\b/;

/** A class in the plural, as it was written: "l2s", "rollups". */
export const PLURAL_CLASS =
  /\b(?:l|layer[ -]?)[0-3]'?s\b|\b(?:layer (?:ones|twos|threes)|rollups|roll ups|sidechains|side chains|parachains|validiums|appchains|zkevms|chains|blockchains|networks|coins|l2 solutions|layers)\b/;

/** Words that forms themselves bring along: "what layer is it on", "would you call it", "stage 1", "name some". */
export const FORM_WORDS: ReadonlySet<string> = new Set(
  `layer coin token call count consider top mainnet isnt smth stage 0 1 2 3 list name show give enumerate run live
  born send transfer transaction fast block day days now actually`.split(/\s+/),
);

export const DEPTH_CUES: readonly (readonly [Depth, RegExp])[] = [
  [
    'simple',
    /\b(?:eli|eli5|eil|simple|simply|simpler|layman|laymans|laymen|laymens|beginner|newbie|noob|dummies|dumb|plain english|five year old|5 year old|easy|easily)\b/,
  ],
  [
    'technical',
    /\b(?:technical|technically|in depth|in detail|detailed|under the hood|advanced|deep dive|precisely)\b/,
  ],
];

export const ATTRIBUTE_CUES: readonly (readonly [AttributeName, RegExp])[] = [
  [
    'block-time',
    /\bblock times?\b|\bblock interval\b|\bhow (?:fast|often|long|quick)\b.*\bblocks?\b|\btime between blocks\b/,
  ],
  [
    'withdrawal-time',
    /\bhow long\b.*\b(?:withdraw\w*|exit|leave|bridge|get (?:my )?(?:money|funds) (?:out|off|back))\b|\bwithdraw(?:al)? (?:time|period|delay)s?\b|\btime to (?:withdraw|exit)\b/,
  ],
  [
    'finality-time',
    /\btime to final\w*\b|\bfinality time\b|\bhow (?:long|fast|quick)\b.*\bfinal\w*\b|\bfinality (?:of|on|for)\b|\bwhen (?:is|are)\b.*\bfinal\b/,
  ],
  ['throughput', /\bthroughput\b|\bhow many transactions?\b|\bhow fast is\b/],
  [
    'gas-token',
    /\b(?:gas token|token for gas|gas currency|coin for gas)\b|\b(?:what|which)\b.*\bfor gas\b|\bpay (?:for )?(?:the )?(?:gas|fees?) (?:in|with|on)\b|\bfees? (?:are )?paid in\b/,
  ],
  [
    'token',
    /\b(?:native|own|governance) (?:token|coin)\b|\b(?:what|which) (?:token|coin|cryptocurrency)\b|\bhave (?:a|its own|any) (?:token|coin)\b|\b(?:token|coin|ticker|symbol) of\b/,
  ],
  ['stage', /\b(?:what|which) stage\b|\bstage (?:of|is|0|1|2)\b|\brollup stage\b|\bstage$/],
  [
    'sequencer',
    /\bwho\b.*\b(?:sequencer|orders?|sequences?)\b|\bsequencers? (?:of|on|for|operator)\b|\bhave (?:a |its own |one |a central\w* )?sequencer\b/,
  ],
  [
    'upgrade-keys',
    /\bupgrade (?:keys?|power|rights?)\b|\bwho (?:can|could) (?:upgrade|change|update)\b|\bsecurity council\b|\badmin keys?\b|\bwho (?:holds|has|controls)\b.*\b(?:keys?|multisig|upgrades?)\b/,
  ],
  [
    'data',
    /\bwhere\b.*\bdata\b|\bdata availability (?:of|on|for|layer)\b|\b(?:what|which)\b.*\bdata availability\b|\bstores? (?:its|the|their) data\b/,
  ],
  [
    'validation',
    /\b(?:what|which|kind of|type of) proofs?\b|\bproof system\b|\bhow (?:is|are)\b.*\b(?:validated|verified|proven)\b|\bhave (?:fraud|validity|zk) proofs?\b|\buses? (?:fraud|validity|zk) proofs?\b/,
  ],
  [
    'consensus',
    /\b(?:what|which) consensus\b|\bconsensus (?:mechanism|algorithm|protocol|model|used)\b|\b(?:is|does|use)\b.*\bproof of (?:work|stake)\b/,
  ],
  [
    'vm',
    /\b(?:virtual machine|evm compatib\w*|evm equivalen\w*)\b|\b(?:run|support)s? (?:solidity|evm)\b|\bprogramming language\b|\b(?:what|which) vm\b/,
  ],
  [
    'launch',
    /\bwhen (?:was|did|is|will)\b.*\b(?:launch\w*|start\w*|born|created|released|live|founded|begin|began|go live|come out)\b|\blaunch date\b|\bhow old\b|\brelease date\b/,
  ],
  [
    'settles-on',
    /\bsettles? (?:on|to)\b|\b(?:what|which) (?:chain|network|layer 1|blockchain)\b.*\b(?:built|settle|based|run|sit)s?\b|\bbuilt on top of\b/,
  ],
  [
    'fees',
    /\bhow (?:much|high|expensive|cheap)\b.*\b(?:fees?|gas|transaction|cost)\b|\bfees? (?:on|of|for)\b|\b(?:on|what are)\b.*\bfees?\b/,
  ],
];
