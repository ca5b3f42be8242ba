/** What is cut out of the recordings of a family. */
export interface FamilyCuts {
  readonly family: string
  readonly chapter: string
  /** What its traces show. */
  readonly clauses: readonly string[]
  /** How many of its recordings become traces, and how many blocks of each, from the first on. */
  readonly traces: number
  readonly blocks: number
  /** Whether every block is kept in full, or only those with an epoch. */
  readonly inFull: boolean
  /** Calls that another family shows, or that say little about the rules. */
  readonly shownElsewhere: readonly string[]
  /** What its calls show, where that is not what its traces show. */
  readonly clausesOfCalls: { readonly [call: string]: readonly string[] }
}

/** The families of recordings from which vectors are cut. */
export const families: readonly FamilyCuts[] = [
  {
    family: "emission",
    chapter: "emission",
    clauses: ["emission-01", "emission-02", "emission-12", "coinbase-01"],
    traces: 4,
    blocks: 24,
    inFull: true,
    shownElsewhere: [],
    clausesOfCalls: { "System.set_storage": ["state-04"] },
  },
  {
    family: "pool",
    chapter: "pool",
    clauses: ["pool-10", "pool-13", "staking-15", "staking-16"],
    traces: 3,
    blocks: 14,
    inFull: false,
    shownElsewhere: ["System.set_storage"],
    clausesOfCalls: {
      "Balances.force_set_balance": ["state-13"],
      add_stake: ["staking-30"],
      add_stake_limit: ["staking-31"],
      remove_stake: ["staking-32"],
      remove_stake_limit: ["staking-33"],
      remove_stake_full_limit: ["staking-34"],
      swap_stake_limit: ["staking-36"],
    },
  },
  {
    family: "schedule",
    chapter: "coinbase",
    clauses: ["coinbase-09", "coinbase-10", "coinbase-12", "coinbase-14"],
    traces: 2,
    blocks: 18,
    inFull: false,
    shownElsewhere: ["System.set_storage", "Balances.force_set_balance", "add_stake", "set_weights", "burned_register"],
    clausesOfCalls: {
      set_tempo: ["hyperparameters-05"],
      set_activity_cutoff_factor: ["hyperparameters-06"],
      trigger_epoch: ["hyperparameters-07"],
    },
  },
  {
    family: "yuma",
    chapter: "consensus",
    clauses: ["consensus-23", "consensus-26", "consensus-28", "coinbase-14"],
    traces: 3,
    blocks: 16,
    inFull: false,
    shownElsewhere: ["System.set_storage", "Balances.force_set_balance", "add_stake"],
    clausesOfCalls: {
      set_weights: ["weights-10"],
      set_mechanism_weights: ["weights-13"],
      burned_register: ["registration-01"],
    },
  },
]
