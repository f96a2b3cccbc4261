import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Events, SlashCommandBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { login, openSandbox } from './bot.ts';

const layer = new SlashCommandBuilder()
  .setName('layer')
  .setDescription('About layers')
  .addSubcommand((sub) =>
    sub
      .setName('explain')
      .setDescription('Explains')
      .addStringOption((option) =>
        option.setName('topic').setDescription('What').setRequired(true).setAutocomplete(true),
      ),
  );

test('a slash command is answered', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  await client.application.commands.set([layer]);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [] });
    if (!interaction.isChatInputCommand()) return;
    const button = new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary);
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
    const answer = `${interaction.options.getSubcommand()} ${interaction.options.getString('topic')}`;
    await interaction.reply({ content: answer, components: [row] });
  });

  const outcome = await sandbox.you.command(sandbox.channels.general, 'layer explain', { topic: 'rollup' });

  expect(outcome).toMatchObject({ kind: 'message', ephemeral: false, message: { content: 'explain rollup' } });
  if (outcome.kind !== 'message') return;
  const pressed = await sandbox.you.press(outcome.message.id, 'go');
  expect(pressed).toMatchObject({ kind: 'update', message: { content: 'pressed', components: [] } });
});

test('a mention and a direct message are answered with replies', async () => {
  const sandbox = await openSandbox();
  const client = await login(sandbox);
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    await message.reply(`heard ${message.content.replace(/<@\d+>\s*/, '')}`);
  });
  const { you } = sandbox;

  const reply = you.nextMessage((message) => message.author.bot === true);
  const asked = await you.say(sandbox.channels.general, `<@${sandbox.botId}> what is a rollup?`);
  const answered = await reply;
  expect(answered).toMatchObject({ content: 'heard what is a rollup?', message_reference: { message_id: asked.id } });
  expect(sandbox.message(answered.id)?.pinged).toEqual({ users: [you.id], roles: [], everyone: false });

  const direct = you.nextMessage((message) => message.author.bot === true);
  await you.say(you.dmChannelId, 'hello');
  expect(await direct).toMatchObject({ content: 'heard hello', channel_id: you.dmChannelId });
});
