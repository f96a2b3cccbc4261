/**
 * The closed word lists of the knowledge base: layers, facet kinds, families with their shared rows, and the typed
 * attributes of systems. Schemas, comparisons and attribute answers all read them from here.
 */

/** The layers that a system or an asset can belong to, with the words shown for each. */
export const LAYERS = {
  'layer-0': 'Layer 0',
  'layer-1': 'Layer 1',
  'layer-2': 'Layer 2',
  'layer-3': 'Layer 3',
  sidechain: 'Sidechain',
  parachain: 'Parachain',
  'data-availability': 'Data availability layer',
  none: 'No layer of its own',
} as const;
export type Layer = keyof typeof LAYERS;

/** What a facet answers: the kind of question that a person asks. */
export const ASKS = [
  'how',
  'why',
  'cost',
  'time',
  'safety',
  'risk',
  'who',
  'limit',
  'use',
  'where',
  'status',
  'history',
  'relation',
  'fact',
] as const;
export type Asks = (typeof ASKS)[number];

/** Families of concepts that can be compared row by row: the keys are trait names, the values their labels. */
export const FAMILIES = {
  scaling: {
    security: 'Where security comes from',
    data: 'Where the data lives',
    exit: 'Getting back to the base chain',
    speed: 'Speed',
    cost: 'Cost',
    trust: 'Whom you trust',
    use: 'Best suited to',
  },
  layer: {
    role: 'Its job',
    security: 'Where security comes from',
    fees: 'What fees pay for',
    examples: 'Examples',
    limits: 'Main limit',
  },
  consensus: {
    producers: 'Who makes blocks',
    attack: 'What an attack costs',
    finality: 'When a block is final',
    energy: 'Energy use',
    examples: 'Examples',
  },
  proof: {
    shows: 'What it shows',
    checked: 'When it is checked',
    cost: 'What it costs',
    assumptions: 'What it assumes',
    examples: 'Used by',
  },
  interoperability: {
    how: 'How it works',
    trust: 'Whom you trust',
    speed: 'Speed',
    risk: 'What can go wrong',
    examples: 'Examples',
  },
  'base-scaling': {
    change: 'What it changes',
    gain: 'What it gains',
    price: 'What it costs',
    status: 'Where it stands',
  },
  availability: {
    where: 'Where the data lives',
    guarantee: 'What is guaranteed',
    cost: 'Cost',
    trust: 'Whom you trust',
    examples: 'Examples',
  },
  role: {
    job: 'Its job',
    needs: 'What it needs',
    earns: 'What it earns',
    trust: 'What happens if it misbehaves',
    examples: 'Where it is found',
  },
} as const;
export type Family = keyof typeof FAMILIES;

/** How a system's state is checked by the chain it settles on, or by itself. */
export const VALIDATIONS = {
  consensus: 'its own consensus',
  'fraud-proof': 'fraud proofs',
  'validity-proof': 'validity proofs',
  'hybrid-proof': 'fraud and validity proofs together',
  'shared-security': 'validators of the chain above it',
  federation: 'a federation of signers',
  'validator-set': 'its own validator set',
  channel: 'signatures of the channel partners',
  none: 'no working proof',
} as const;
export type Validation = keyof typeof VALIDATIONS;

/** Units of the measured attributes. */
export const TIME_UNITS = ['ms', 's', 'min', 'h', 'days'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** How a figure is known: promised by the protocol's rules, seen in use, or worked out on paper. */
export const FIGURE_KINDS = ['by design', 'observed', 'theoretical'] as const;

/** The typed attributes of systems: what kind of value each holds, and its label. The order is the order shown. */
export const ATTRIBUTES = {
  'settles-on': { type: 'text', label: 'Settles on' },
  validation: { type: 'validation', label: 'State is validated by' },
  data: { type: 'text', label: 'Data lives on' },
  consensus: { type: 'text', label: 'Consensus' },
  sequencer: { type: 'text', label: 'Who orders transactions' },
  'block-time': { type: 'duration', label: 'Block time' },
  'finality-time': { type: 'duration', label: 'Time to finality' },
  'withdrawal-time': { type: 'duration', label: 'Withdrawal time' },
  throughput: { type: 'rate', label: 'Throughput' },
  fees: { type: 'text', label: 'Fees' },
  stage: { type: 'stage', label: 'Rollup stage' },
  vm: { type: 'machine', label: 'Virtual machine' },
  'gas-token': { type: 'text', label: 'Fees are paid in' },
  token: { type: 'text', label: 'Token' },
  launch: { type: 'date', label: 'Launched' },
  'upgrade-keys': { type: 'text', label: 'Who can upgrade it' },
} as const;
export type AttributeName = keyof typeof ATTRIBUTES;
