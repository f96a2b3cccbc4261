/** Autocomplete of every topic option: computed from memory, each topic once. */
import type { AutocompleteInteraction } from 'discord.js';
import { groupName, groupsOf } from '../../answer/commands.ts';
import type { Answerer } from '../../answer/index.ts';
import { createSuggest, type Suggest } from '../../search/suggest.ts';
import type { Desk } from '../desk.ts';
import { clip, LIMITS } from '../limits.ts';

/** What most people look up, shown while nothing is typed. */
const POPULAR = [
  'layer-1',
  'layer-2',
  'rollup',
  'optimistic-rollup',
  'zk-rollup',
  'lightning-network',
  'sidechain',
  'state-channel',
  'bridge',
  'finality',
  'data-availability',
  'gas-fees',
  'ethereum',
  'bitcoin',
  'arbitrum',
  'optimism',
  'base',
  'polygon-pos',
  'proof-of-stake',
  'proof-of-work',
];

interface Suggestions {
  readonly topics: Suggest;
  readonly systems: Suggest;
}

const made = new WeakMap<Answerer, Suggestions>();

/** Offers what fits the text typed so far. */
export async function handleAutocomplete(desk: Desk, interaction: AutocompleteInteraction): Promise<void> {
  const answerer = desk.answerer();
  const { name, value } = interaction.options.getFocused(true);
  await interaction.respond(name === 'category' ? categories(answerer, value) : topics(answerer, name, value));
}

function topics(answerer: Answerer, option: string, typed: string) {
  const { topics: all, systems } = suggestionsOf(answerer);
  const ids = (option === 'subject' ? systems : all)(typed, LIMITS.choices);
  return ids.flatMap((id) => {
    const entry = answerer.catalog.get(id) ?? answerer.catalog.asset(id);
    if (!entry) return [];
    const line = entry.type === 'asset' ? entry.kind : entry.short;
    return [{ name: clip(`${entry.name} — ${line}`, LIMITS.choiceName), value: clip(id, LIMITS.choiceValue) }];
  });
}

function categories({ catalog }: Answerer, typed: string) {
  const fits = (group: string) => groupName(group).toLowerCase().includes(typed.toLowerCase().trim());
  return groupsOf(catalog)
    .filter(fits)
    .slice(0, LIMITS.choices)
    .map((group) => ({ name: clip(groupName(group), LIMITS.choiceName), value: group }));
}

/** The suggestions of an answerer, built at its first use. */
function suggestionsOf(answerer: Answerer): Suggestions {
  const known = made.get(answerer);
  if (known) return known;
  const { knowledge, entries } = answerer.catalog;
  const tokens = knowledge.assets
    .filter(({ system }) => system === undefined)
    .map(({ id, name, symbol, aliases }) => ({ id, names: [id, name, symbol, ...aliases] }));
  const all = entries
    .filter(({ type }) => type !== 'comparison')
    .map(({ id, name, aliases }) => ({ id, names: [id, name, ...aliases] }));
  const systems = knowledge.systems.map(({ id, name, aliases }) => ({
    id,
    names: [id, name, ...aliases, ...coinNames(answerer, id)],
  }));
  const suggestions = { topics: createSuggest(all, POPULAR), systems: createSuggest([...systems, ...tokens], POPULAR) };
  made.set(answerer, suggestions);
  return suggestions;
}

function coinNames({ catalog }: Answerer, system: string): readonly string[] {
  const coin = catalog.asset(system);
  return coin ? [coin.name, coin.symbol, ...coin.aliases] : [];
}
