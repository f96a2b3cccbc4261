/** A bot with one of everything that interactions can do, for the tests of interactions. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ContextMenuCommandBuilder,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';

const plain = ['say', 'whisper', 'later', 'later-whisper', 'follow', 'form', 'menu', 'twice', 'silent'];

const commands = [
  new SlashCommandBuilder()
    .setName('layer')
    .setDescription('About layers')
    .addSubcommand((sub) =>
      sub
        .setName('explain')
        .setDescription('Explains a topic')
        .addStringOption((option) =>
          option.setName('topic').setDescription('Which').setRequired(true).setAutocomplete(true),
        )
        .addIntegerOption((option) => option.setName('depth').setDescription('How deep').setMinValue(1).setMaxValue(3)),
    ),
  ...plain.map((name) => new SlashCommandBuilder().setName(name).setDescription(`Does ${name}`)),
  new ContextMenuCommandBuilder().setName('Explain this').setType(ApplicationCommandType.Message),
].map((each) => each.toJSON());

/** Registers the commands and answers them. */
export async function serveCommands(client: Client<true>): Promise<void> {
  await client.application.commands.set(commands);
  client.on(Events.InteractionCreate, (interaction) => answer(interaction));
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const { name, value } = interaction.options.getFocused(true);
    return interaction.respond([{ name: `${name}: ${value}`, value: `${value}!` }]);
  }
  if (interaction.isMessageContextMenuCommand())
    return interaction.reply(`About: ${interaction.targetMessage.content}`);
  if (interaction.isModalSubmit() && interaction.customId === 'from-button') {
    const { fields } = interaction;
    return interaction.reply(
      `Thanks: ${fields.getTextInputValue('why')} ${fields.getStringSelectValues('how').join()}`,
    );
  }
  if (interaction.isModalSubmit()) return interaction.reply(`Thanks: ${interaction.fields.getTextInputValue('why')}`);
  if (interaction.isStringSelectMenu()) return interaction.update({ content: interaction.values.join('+') });
  if (interaction.isButton() && interaction.customId === 'slow') {
    await interaction.deferUpdate();
    return interaction.editReply('slowly pressed');
  }
  if (interaction.isUserSelectMenu())
    return interaction.update(interaction.users.map((each) => each.username).join('+'));
  if (interaction.isButton()) return interaction.showModal(labelledForm());
  return interaction.isChatInputCommand() ? chat(interaction) : undefined;
}

async function chat(interaction: ChatInputCommandInteraction): Promise<unknown> {
  const { commandName, options } = interaction;
  if (commandName === 'layer') {
    return interaction.reply(`${options.getSubcommand()} ${options.getString('topic')} ${options.getInteger('depth')}`);
  }
  if (commandName === 'say') return interaction.reply('said');
  if (commandName === 'whisper') return interaction.reply({ content: 'hush', flags: MessageFlags.Ephemeral });
  if (commandName === 'form') return interaction.showModal(form('from-command'));
  if (commandName === 'menu') return interaction.reply({ content: 'choose', components: controls() });
  if (commandName === 'follow') {
    await interaction.reply('first');
    return interaction.followUp('second');
  }
  if (!commandName.startsWith('later')) return undefined;
  await interaction.deferReply(commandName === 'later' ? {} : { flags: MessageFlags.Ephemeral });
  return interaction.editReply('at last');
}

function form(customId: string): ModalBuilder {
  const why = new TextInputBuilder()
    .setCustomId('why')
    .setLabel('Why?')
    .setStyle(TextInputStyle.Short)
    .setMaxLength(20);
  const row = new ActionRowBuilder<TextInputBuilder>().addComponents(why);
  return new ModalBuilder().setCustomId(customId).setTitle('Tell us').addComponents(row);
}

function labelledForm(): ModalBuilder {
  const why = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph).setRequired(false);
  const how = new StringSelectMenuBuilder().setCustomId('how').addOptions({ label: 'Well', value: 'well' });
  return new ModalBuilder()
    .setCustomId('from-button')
    .setTitle('Tell us')
    .addLabelComponents(
      new LabelBuilder().setLabel('Why?').setTextInputComponent(why),
      new LabelBuilder().setLabel('How?').setStringSelectMenuComponent(how),
    );
}

function controls() {
  const names = ['one', 'two', 'three'];
  const select = new StringSelectMenuBuilder()
    .setCustomId('pick')
    .setMaxValues(2)
    .addOptions(names.map((name) => ({ label: name, value: name })));
  const button = (id: string) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
    new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(new UserSelectMenuBuilder().setCustomId('who')),
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      button('slow'),
      button('form'),
      button('off').setDisabled(true),
    ),
  ];
}
