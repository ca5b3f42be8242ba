import { forkTable } from "../../reference/forks/forkTable.js"
import { forkOfVersion } from "../forkFile.js"
import type { RuntimeVersion } from "./chainAccess.js"

/** The spec_name of the chain that the specification is of. */
const SPEC_NAME = "node-subtensor"

/** Items of the System, Timestamp and Aura pallets that rules read or write; all else of these is bookkeeping. */
const OF_BLOCKS = [
  "System.Account",
  "System.Number",
  "System.ParentHash",
  "Timestamp.Now",
  "Aura.Authorities",
  "Aura.CurrentSlot",
]

/** Pallets whose storage no rule of the specification describes: it changes with every block, or at its end. */
const OUT_OF_SCOPE = new Set([
  "System",
  "Timestamp",
  "Aura",
  "Grandpa",
  "TransactionPayment",
  "RandomnessCollectiveFlip",
  "MevShield",
  "Multisig",
  "EVMChainId",
])

/**
 * The fork whose rules a chain is judged by: the newest that begins at or before its spec_version, so that the runtime of
 * a change which raises the version is still run. A chain that is none of the specification's is a fork of its own, named
 * by its spec_name and spec_version: vectors can be written for it as for any other.
 */
export function forkOf({ specName, specVersion }: Pick<RuntimeVersion, "specName" | "specVersion">): string {
  const found = specName === SPEC_NAME ? forkOfVersion(specVersion) : undefined
  return found ?? `${specName}-${specVersion}`
}

/**
 * The items that are the state of a fork: those that its vectors predict, and that are read back after every step.
 * Undefined for a fork that the model has no blocks of: there the state is what a vector names.
 */
export function stateItems(fork: string): readonly string[] | undefined {
  const storage = forkTable.get(fork)?.runtime.storage.items
  if (storage === undefined) return undefined
  const declared = [...storage.values()].filter(({ pallet }) => !OUT_OF_SCOPE.has(pallet))
  return [...OF_BLOCKS, ...declared.map(({ pallet, name }) => `${pallet}.${name}`)]
}
