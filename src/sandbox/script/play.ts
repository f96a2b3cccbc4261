/** Plays a script through the sandbox and writes down what was said: the same script gives the same transcript. */
import type { Sandbox } from '../api.ts';
import type { Outcome } from '../people/outcome.ts';
import type { Person } from '../people/person.ts';
import { readLine } from '../terminal/line.ts';
import { showMessage } from '../terminal/show.ts';
import type { Message } from '../wire.ts';
import { fillByLabel, findButton, findOption } from './controls.ts';
import { type Line, readScript, ScriptError, type Step } from './steps.ts';

/** Where the script has got to. */
interface Scene {
  readonly sandbox: Sandbox;
  readonly person: Person;
  channelId: string;
  /** What the person said last, and the bot's message that buttons are pressed on. */
  said: Message | undefined;
  shown: Message | undefined;
  form: Extract<Outcome, { kind: 'modal' }> | undefined;
}

/** Plays a script as the sandbox's owner; gives the transcript. Rejects with ScriptError at the first line that can't be done. */
export async function playScript(sandbox: Sandbox, script: string): Promise<string> {
  const person = sandbox.you;
  const scene: Scene = {
    sandbox,
    person,
    channelId: person.dmChannelId,
    said: undefined,
    shown: undefined,
    form: undefined,
  };
  const parts: string[] = [];
  for (const line of readScript(script)) parts.push(`${line.text}\n${await playLine(scene, line)}`);
  return `${parts.join('\n').trimEnd()}\n`;
}

async function playLine(scene: Scene, { number, step }: Line): Promise<string> {
  try {
    const reply = await playStep(scene, step);
    return reply === '' ? '' : `${indent(reply)}\n`;
  } catch (error) {
    throw new ScriptError(number, error instanceof Error ? error.message : String(error));
  }
}

const indent = (text: string) => text.replace(/^(?=.)/gm, '    ');

async function playStep(scene: Scene, step: Step): Promise<string> {
  const { person } = scene;
  switch (step.kind) {
    case 'say':
      return say(scene, step.text);
    case 'command': {
      const typed = readLine(step.line);
      if (typed.kind !== 'command') throw new Error('not a command of the bot');
      return told(scene, await person.command(scene.channelId, typed.path, typed.options));
    }
    case 'press': {
      const message = shownIn(scene);
      return told(scene, await person.press(message.id, findButton(message, step.label)));
    }
    case 'select': {
      const message = shownIn(scene);
      const { id, value } = findOption(message, step.menu, step.option);
      return told(scene, await person.select(message.id, id, [value]));
    }
    case 'fill':
      return fill(scene, step.values);
    case 'menu':
      if (scene.said === undefined) throw new Error('nothing was said yet that a menu could be opened on');
      return told(scene, await person.menu(scene.said.id, step.name));
    case 'go':
      return go(scene, step.channel);
    default:
      return step satisfies never;
  }
}

function shownIn({ shown }: Scene): Message {
  if (shown === undefined) throw new Error('the bot has said nothing yet');
  return shown;
}

/** In a channel the bot is mentioned, as it answers nothing else there. */
async function say(scene: Scene, text: string): Promise<string> {
  const { person, channelId, sandbox } = scene;
  const isDm = channelId === person.dmChannelId;
  const answered = person.nextMessage(
    ({ author, channel_id }) => author.id === sandbox.botId && channel_id === channelId,
  );
  scene.said = await person.say(channelId, isDm ? text : `<@${sandbox.botId}> ${text}`);
  scene.shown = await answered;
  return showMessage(scene.shown);
}

async function fill(scene: Scene, values: Readonly<Record<string, string>>): Promise<string> {
  const { form, person } = scene;
  if (form === undefined) throw new Error('no form is open');
  scene.form = undefined;
  return told(scene, await person.submit(form, fillByLabel(form.modal, values)));
}

function go(scene: Scene, name: string): string {
  const { channels } = scene.sandbox;
  const ids: Readonly<Record<string, string>> = {
    general: channels.general,
    'layer-help': channels.help,
    dm: scene.person.dmChannelId,
  };
  const id = ids[name];
  if (id === undefined) throw new Error(`no channel "${name}"; there is: ${Object.keys(ids).join(', ')}`);
  scene.channelId = id;
  return '';
}

/** Notes an outcome for the steps that follow, and gives it in words. */
async function told(scene: Scene, outcome: Outcome): Promise<string> {
  switch (outcome.kind) {
    case 'message':
      return shows(scene, outcome.message, outcome.ephemeral);
    case 'update':
      return shows(scene, outcome.message, false);
    case 'deferred':
      return shows(scene, await outcome.finished, outcome.ephemeral);
    case 'modal':
      scene.form = outcome;
      return `(a form opens: ${outcome.modal.title})`;
    case 'failed':
      throw new Error(outcome.error);
    default:
      return outcome satisfies never;
  }
}

/** An answer for one person alone is an aside: what is pressed next stands on the message before it. */
function shows(scene: Scene, message: Message, isEphemeral: boolean): string {
  if (!isEphemeral || scene.shown === undefined) scene.shown = message;
  return isEphemeral ? `(only you can see this)\n${showMessage(message)}` : showMessage(message);
}
