import { startApp } from './app.ts';
import { defineComposer } from './composer/element.ts';
import { prepareElements } from './elements/discord.ts';

prepareElements();
defineComposer();
const root = document.querySelector<HTMLElement>('#app');
if (root !== null) void startApp(root);
