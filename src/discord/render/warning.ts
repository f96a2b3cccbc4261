/** Which questions draw people who ask for seed phrases: those about stuck funds, lost coins and keys. */

const KEYS =
  /\b(?:(?:seed|recovery|secret|backup) (?:phrases?|words?)|mnemonics?|private keys?|(?:my|lost|forgot\w*) (?:keys?|wallet|password))\b/;
const WORTH =
  /\b(?:funds?|money|coins?|tokens?|crypto|assets?|balance|eth|ether|btc|bitcoins?|sats|usdc|usdt|transactions?|tx|txs|withdraw\w*|deposits?|transfers?|payments?)\b/;
const STUCK = /\b(?:stuck|trapped|frozen|froze)\b/;
const GONE =
  /\b(?:lost|lose|missing|gone|locked|disappeared|vanished|stolen|hacked|scammed|drained|(?:not|never|hasnt|havent|didnt|did not) (?:yet )?(?:arrive|show|receive|come|land)\w*)\b/;
const OWN = /\b(?:i|im|ive|my|mine|me|we|our|us)\b/;

/** Whether an answer to this question must say that nobody honest asks for a seed phrase. */
export function drawsScammers(question: string): boolean {
  const line = question
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (KEYS.test(line)) return true;
  return WORTH.test(line) && (STUCK.test(line) || (GONE.test(line) && OWN.test(line)));
}
