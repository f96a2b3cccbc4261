/** The ids that the base must carry: public names in links, saved settings and scripts, never renamed. More may be added. */
export const TOPICS = {
  concepts: idsOf(`
    layer-0 layer-1 layer-2 layer-3 blockchain-trilemma scalability throughput gas-fees mempool settlement
    execution-layer consensus-layer native-token full-node light-client state evm smart-contract l1-upgrade
    layer-interaction l2-independence l1-security l2-security layering-challenges consensus-mechanism proof-of-work
    proof-of-stake delegated-proof-of-stake bft-consensus block-creation transaction-validation finality
    confirmation reorg fork validator mining slashing fifty-one-percent-attack ethereum-merge mev ethereum-scaling
    bitcoin-scaling block-size segwit taproot sharding danksharding blobs-eip-4844 peerdas parallel-execution
    horizontal-vs-vertical-scaling rollup optimistic-rollup zk-rollup fraud-proof validity-proof
    zero-knowledge-proof snark stark zkevm challenge-period withdrawal-time sequencer decentralized-sequencer
    forced-inclusion escape-hatch batch-posting l2-fees rollup-stages based-rollup native-rollup sovereign-rollup
    enshrined-rollup evm-equivalence superchain appchain rollup-as-a-service preconfirmation l2-token l2-governance
    account-abstraction off-chain-transactions state-channel payment-channel lightning-network htlc ptlc watchtower
    lightning-liquidity lightning-routing channel-closing submarine-swap lsp plasma validium volition optimium
    sidechain federated-sidechain merged-mining ark statechain bitvm client-side-validation ecash data-availability
    data-availability-sampling data-availability-committee erasure-coding modular-blockchain monolithic-blockchain
    restaking bridge l2-bridge bridge-security atomic-swap wrapped-token cross-chain-messaging shared-security
    parachain relay-chain xcm cosmos-ibc cosmos-zone avalanche-subnet chain-abstraction liquidity-fragmentation
  `),
  systems: idsOf(`
    bitcoin ethereum solana bnb-chain xrp-ledger cardano tron dogecoin hyperliquid sui aptos avalanche stellar
    bitcoin-cash toncoin hedera litecoin monero pi-network near algorand tezos cosmos-hub sonic monad
    ethereum-classic polkadot kusama cosmos layerzero wormhole lightning arbitrum arbitrum-nova optimism base zksync
    starknet linea scroll polygon-zkevm mantle blast taiko metis boba mode zora world-chain unichain ink soneium
    fuel aztec manta loopring immutable dydx raiden omg-network ronin celo lisk megaeth opbnb robinhood-chain
    zksync-lite connext liquid rootstock stacks ark-protocol rgb babylon polygon-pos gnosis-chain aurora etherlink
    hydra-cardano xai degen-chain gravity-alpha celestia eigenda avail moonbeam acala astar hydration
  `),
  comparisons: idsOf(`
    layer-1-vs-layer-2 optimistic-vs-zk mainchain-vs-sidechain rollup-vs-sidechain rollup-vs-validium
    rollup-vs-plasma rollup-vs-state-channel state-channel-vs-payment-channel parachain-vs-rollup
    parachain-vs-sidechain sidechain-vs-state-channel layer-2-vs-layer-3 layer-0-vs-layer-1 pow-vs-pos
    fraud-proof-vs-validity-proof snark-vs-stark modular-vs-monolithic sharding-vs-rollups on-chain-vs-off-chain
    lightning-vs-onchain-bitcoin lightning-vs-liquid bitcoin-vs-ethereum ethereum-vs-solana ethereum-vs-polkadot
    polkadot-vs-cosmos arbitrum-vs-optimism zksync-vs-starknet arbitrum-vs-zksync base-vs-arbitrum
    polygon-pos-vs-arbitrum canonical-vs-third-party-bridge hard-fork-vs-soft-fork sequencer-vs-validator
    danksharding-vs-sharding ethereum-l2-vs-bitcoin-l2
  `),
  assets: idsOf(`
    bitcoin ethereum tether xrp bnb solana usdc dogecoin tron cardano hyperliquid sui chainlink avalanche
    unus-sed-leo stellar bitcoin-cash toncoin shiba-inu hedera litecoin polkadot monero ethena-usde bitget-token dai
    pepe pi uniswap aave
  `),
} as const;

function idsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
