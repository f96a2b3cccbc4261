/** What a person does on the page, and what the page then shows of it. */
import { ChannelType } from '../../constants.ts';
import { type Entry, entriesOf, questionOf, sentOptions } from './commands.ts';
import type { Interactions, Outcome } from './interactions.ts';
import type { Asked, Page } from './page.ts';
import { inspect, RefusedError, type Request } from './rest.ts';
import type { Message } from './types.ts';
import { goToEnd } from './views/scroll.ts';

const PAGE = 100;

export interface ActionParts {
  readonly page: () => Page;
  readonly request: Request;
  readonly interactions: Interactions;
}

export type Actions = Omit<Page, 'world' | 'ui' | 'set' | 'go'> & {
  /** Takes in a message of the bot that may be the answer to the last question. */
  answered(message: Message): void;
};

/** Gives the actions of the page. */
export function createActions({ page, request, interactions }: ActionParts): Actions {
  const world = () => page().world;
  /** The channel in which the answer to the last question is awaited. */
  let awaited: string | undefined;
  const loading = new Set<string>();

  function asking(question: string): void {
    const asked: Asked = {
      question,
      inspection: undefined,
      payload: undefined,
      ms: undefined,
      controlMs: undefined,
      askedAt: performance.now(),
    };
    page().set({ asked });
    inspect(question)
      .then((inspection) => change(asked, { inspection }))
      .catch(() => undefined);
  }

  /** Adds to the last question, unless a later one was asked meanwhile. */
  function change({ askedAt }: Asked, more: Partial<Asked>): void {
    const { asked } = page().ui;
    if (asked?.askedAt === askedAt) page().set({ asked: { ...asked, ...more } });
  }

  function answered(message: Message): void {
    const { asked } = page().ui;
    if (!asked || awaited !== message.channel_id || message.author.id !== world().session.botId) return;
    awaited = undefined;
    change(asked, { payload: message, ms: performance.now() - asked.askedAt });
  }

  function isForBot(channelId: string, text: string): boolean {
    const { session, channels } = world();
    return channels.get(channelId)?.type === ChannelType.Dm || text.includes(`<@${session.botId}>`);
  }

  async function attempt(channelId: string, act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      notify(channelId, error instanceof RefusedError ? error.message : 'The server is away.');
      return false;
    }
  }

  function notify(channelId: string, text: string): void {
    page().set({ notices: { ...page().ui.notices, [channelId]: text } });
  }

  async function say(channelId: string, typed: string): Promise<boolean> {
    const { replyTo } = page().ui;
    const content = withMentions(page(), typed);
    const reference = replyTo?.channel_id === channelId ? { message_reference: { message_id: replyTo.id } } : {};
    const answers = replyTo?.author.id === world().session.botId;
    page().set({ replyTo: undefined });
    goToEnd();
    if (isForBot(channelId, content) || answers) {
      asking(typed.replace(/@Strata\b/g, '').trim());
      awaited = channelId;
    }
    return attempt(channelId, () => request('POST', `/channels/${channelId}/messages`, { content, ...reference }));
  }

  async function use(message: Message, act: () => Promise<Outcome>, control = ''): Promise<void> {
    const { [message.id]: _, ...failures } = page().ui.failures;
    page().set({ busy: { ...page().ui.busy, [message.id]: control }, failures });
    const outcome = await act();
    const { [message.id]: __, ...busy } = page().ui.busy;
    page().set({ busy });
    if (outcome.kind === 'failed')
      page().set({ failures: { ...page().ui.failures, [message.id]: 'This interaction failed' } });
    take(outcome, 'controlMs');
  }

  function take(outcome: Outcome, time: 'ms' | 'controlMs'): void {
    if (outcome.kind === 'modal') page().set({ modal: outcome.modal });
    if (outcome.kind !== 'done' || outcome.message === undefined) return;
    const { asked } = page().ui;
    if (asked !== undefined) change(asked, { payload: outcome.message, [time]: outcome.ms });
  }

  async function command(channelId: string, entry: Entry, filled: Parameters<Page['command']>[2]): Promise<void> {
    const question = questionOf(entry, filled);
    if (question !== '') asking(question);
    goToEnd();
    page().set({ sending: { ...page().ui.sending, [channelId]: `/${entry.path}` } });
    const outcome = await interactions.command(channelId, entry.command, sentOptions(entry, filled));
    const { [channelId]: _, ...sending } = page().ui.sending;
    page().set({ sending });
    if (outcome.kind === 'failed') notify(channelId, outcome.reason);
    take(outcome, 'ms');
  }

  return {
    answered,
    say,
    command,
    async loadOlder(channelId) {
      if (loading.has(channelId)) return;
      loading.add(channelId);
      const first = world().messages(channelId)?.[0];
      const before = first === undefined ? '' : `&before=${first.id}`;
      const path = `/channels/${channelId}/messages?limit=${PAGE}${before}`;
      const found = (await request('GET', path).finally(() => loading.delete(channelId))) as Message[];
      world().add(channelId, found, found.length < PAGE);
      page().set({});
    },
    async edit(message, text) {
      page().set({ editing: undefined });
      const path = `/channels/${message.channel_id}/messages/${message.id}`;
      await attempt(message.channel_id, () => request('PATCH', path, { content: withMentions(page(), text) }));
    },
    async remove({ id, channel_id }) {
      await attempt(channel_id, () => request('DELETE', `/channels/${channel_id}/messages/${id}`));
    },
    async ask(question) {
      const { dmChannelId } = world().session;
      page().go(dmChannelId);
      await say(dmChannelId, question);
    },
    async explain(id, name) {
      const { dmChannelId } = world().session;
      page().go(dmChannelId);
      const entry = entriesOf(page().ui.commands).find(({ path }) => path === 'layer explain');
      const option = entry?.options.find(({ autocomplete }) => autocomplete);
      if (entry === undefined || option === undefined) await say(dmChannelId, `What is ${name}?`);
      else await command(dmChannelId, entry, [{ option, text: name, value: id }]);
    },
    async post(forumId, title, text) {
      const content = withMentions(page(), text);
      return attempt(forumId, async () => {
        const made = await request('POST', `/channels/${forumId}/threads`, { name: title, message: { content } });
        const { id } = made as { readonly id: string };
        if (isForBot(id, content)) {
          asking(text.replace(/@Strata\b/g, '').trim());
          awaited = id;
        }
        page().go(id);
      });
    },
    async complete(channelId, given, options) {
      const outcome = await interactions.complete(channelId, given, options);
      return outcome.kind === 'choices' ? outcome.choices : undefined;
    },
    menu(message, given) {
      goToEnd();
      return use(message, () => interactions.menu(message, given));
    },
    use: (message, control) => use(message, () => interactions.component(message, control), control.customId),
    async submit(modal, components) {
      page().set({ modal: undefined });
      const outcome = await interactions.submit(modal, components);
      if (outcome.kind === 'failed') notify(modal.channel_id, outcome.reason);
      take(outcome, 'controlMs');
    },
  };
}

/** "@name" becomes a mention where there is such a person. */
function withMentions({ world }: Page, text: string): string {
  return text.replace(/(^|\s)@([\w.]+)/g, (whole, before: string, name: string) => {
    const found = [...world.users.keys()].find((id) => world.nameOf(id).toLowerCase() === name.toLowerCase());
    return found === undefined ? whole : `${before}<@${found}>`;
  });
}
