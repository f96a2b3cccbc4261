/** Puts the page together: the session, the gateway, the world and what is drawn of it. */
import { render } from 'lit';
import type { PageSession } from '../panel.ts';
import { type Actions, createActions } from './actions.ts';
import { connect } from './connection.ts';
import { createInteractions } from './interactions.ts';
import type { Page, Ui } from './page.ts';
import { loadPreferences } from './prefs.ts';
import { createRest, loadMap, openSession } from './rest.ts';
import type { Command, Message } from './types.ts';
import { shellView } from './views/shell.ts';
import { createWorld, type World } from './world.ts';

const RETRY_MS = 800;

const firstUi = (): Ui => ({
  place: 'guide',
  status: 'connecting',
  preferences: loadPreferences(),
  drawer: false,
  panelOver: false,
  replyTo: undefined,
  editing: undefined,
  menu: undefined,
  modal: undefined,
  deleting: undefined,
  asked: undefined,
  map: undefined,
  busy: {},
  failures: {},
  sending: {},
  notices: {},
  commands: [],
});

/** Starts the page in an element; starts anew when the server has forgotten it. */
export async function startApp(root: HTMLElement): Promise<void> {
  const session = await waitForSession();
  runSession(root, session, () => void startApp(root));
}

async function waitForSession(): Promise<PageSession> {
  for (;;) {
    try {
      return await openSession();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

function runSession(root: HTMLElement, session: PageSession, restart: () => void): void {
  const request = createRest(session.token);
  const interactions = createInteractions(session, request);
  const life = new AbortController();
  const draw = createDrawing(() => {
    if (!life.signal.aborted) render(shellView(page), root);
  });
  const world = createWorld(session, draw);
  const actions = createActions({ page: () => page, request, interactions });
  const page = createPage(world, actions, draw);

  async function refresh(): Promise<void> {
    const index = await request('GET', `/channels/${session.dmChannelId}/application-command-index`);
    page.set({ commands: (index as { readonly application_commands: readonly Command[] }).application_commands });
    page.set({ map: await loadMap() });
  }

  addEventListener('resize', draw, { signal: life.signal });
  const minutes = setInterval(draw, 60_000);
  life.signal.addEventListener('abort', () => clearInterval(minutes));
  connect({
    token: session.token,
    onStatus: (status) => page.set({ status }),
    onLost() {
      life.abort();
      restart();
    },
    onEvent(name, data) {
      interactions.hear(name, data);
      if (world.hear(name, data)) draw();
      loadPlace(page);
      const isHeld = name === 'MESSAGE_CREATE' && (data as Message).channel_id === page.ui.place;
      if (isHeld) world.read(page.ui.place);
      if (name === 'MESSAGE_CREATE') actions.answered(data as Message);
      if (name === 'READY' || name === 'PRESENCE_UPDATE') void refresh().catch(() => undefined);
    },
  });
}

function createPage(world: World, actions: Actions, draw: () => void): Page {
  let ui = firstUi();
  const set = (change: Partial<Ui>) => {
    ui = { ...ui, ...change };
    draw();
  };
  const page: Page = {
    ...actions,
    world,
    set,
    get ui() {
      return ui;
    },
    go(place) {
      world.read(place);
      set({ place, drawer: false, panelOver: false, replyTo: undefined, editing: undefined, menu: undefined });
      loadPlace(page);
    },
  };
  return page;
}

/** Loads what is shown and not yet known; a new channel may be gone to before the gateway has told of it. */
function loadPlace({ world, ui, loadOlder }: Page): void {
  const isMissing = world.channels.has(ui.place) && world.messages(ui.place) === undefined;
  if (isMissing) void loadOlder(ui.place).catch(() => undefined);
}

/** Draws once for all that changes in one turn. */
function createDrawing(drawNow: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      drawNow();
    });
  };
}
