/** The traces that are cut out of the recordings of a family. */
export interface FamilyTraces {
  readonly fork: string
  readonly family: string
  readonly chapter: string
  /** What they show. */
  readonly clauses: readonly string[]
  /** How many of its recordings become traces, and how many blocks of each, from the first on. */
  readonly traces: number
  readonly blocks: number
  /** Whether every block is kept in full, or only those with an epoch. */
  readonly inFull: boolean
}

/** The families of recordings from which traces are cut. */
export const families: readonly FamilyTraces[] = [
  {
    fork: "balancer",
    family: "emission",
    chapter: "emission",
    clauses: ["emission-01", "emission-02", "emission-12", "coinbase-01"],
    traces: 4,
    blocks: 24,
    inFull: true,
  },
  {
    fork: "balancer",
    family: "pool",
    chapter: "pool",
    clauses: ["pool-10", "pool-13", "staking-15", "staking-16"],
    traces: 3,
    blocks: 14,
    inFull: false,
  },
  {
    fork: "balancer",
    family: "schedule",
    chapter: "coinbase",
    clauses: ["coinbase-09", "coinbase-10", "coinbase-12", "coinbase-14"],
    traces: 2,
    blocks: 18,
    inFull: false,
  },
  {
    fork: "balancer",
    family: "yuma",
    chapter: "consensus",
    clauses: ["consensus-23", "consensus-26", "consensus-28", "coinbase-14"],
    traces: 3,
    blocks: 16,
    inFull: false,
  },
  {
    fork: "rao",
    family: "emission",
    chapter: "emission",
    clauses: ["emission-01", "coinbase-30", "coinbase-31", "coinbase-32", "coinbase-33", "coinbase-34"],
    traces: 1,
    blocks: 24,
    inFull: true,
  },
  {
    fork: "rao",
    family: "pool",
    chapter: "pool",
    clauses: ["pool-30", "pool-31", "pool-43", "pool-44", "staking-78", "staking-81"],
    traces: 1,
    blocks: 14,
    inFull: false,
  },
  {
    fork: "rao",
    family: "schedule",
    chapter: "coinbase",
    clauses: ["coinbase-36", "coinbase-37", "coinbase-38", "coinbase-41"],
    traces: 1,
    blocks: 18,
    inFull: false,
  },
  {
    fork: "rao",
    family: "yuma",
    chapter: "consensus",
    clauses: ["consensus-70", "consensus-80", "consensus-77", "coinbase-37"],
    traces: 2,
    blocks: 16,
    inFull: false,
  },
]
