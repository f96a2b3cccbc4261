/** Faults on order: the next matching requests of the bot get another answer, or none. */

export interface FaultRule {
  readonly method?: string;
  /** The path below /api/v10: whole as text, or a pattern. */
  readonly path?: string | RegExp;
  /** How many requests it meets; one unless told. */
  readonly times?: number;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds to wait: answers 429 as Discord does, body and headers. */
  readonly retryAfter?: number;
  /** Breaks the connection instead of answering. */
  readonly drop?: boolean;
}

export interface FaultAnswer {
  readonly drop: boolean;
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gives a list of rules to add to, and the look-up that uses them up. */
export function createFaults() {
  const rules: { readonly rule: FaultRule; left: number }[] = [];

  function take(method: string, path: string): FaultAnswer | undefined {
    const found = rules.find(({ rule, left }) => left > 0 && matches(rule, method, path));
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left === 0) rules.splice(rules.indexOf(found), 1);
    return answerOf(found.rule);
  }

  return { add: (rule: FaultRule): void => void rules.push({ rule, left: rule.times ?? 1 }), take };
}

function matches(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  return rule.path === undefined || (typeof rule.path === 'string' ? rule.path === path : rule.path.test(path));
}

function answerOf(rule: FaultRule): FaultAnswer {
  const { drop = false, retryAfter, headers = {} } = rule;
  if (retryAfter === undefined) {
    const status = rule.status ?? 500;
    return { drop, status, headers, body: rule.body ?? { message: `${status}: Sandbox fault`, code: 0 } };
  }
  const limited = {
    'retry-after': String(Math.ceil(retryAfter)),
    'x-ratelimit-limit': '1',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(retryAfter),
    'x-ratelimit-bucket': 'sandbox',
    'x-ratelimit-scope': 'user',
  };
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global: false };
  return { drop, status: 429, headers: { ...limited, ...headers }, body: rule.body ?? body };
}
