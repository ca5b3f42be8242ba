import { type AccountId, accountId } from "../../../reference/state/primitives.js"

const DIGITS_OF_AN_ACCOUNT = 2 + 64

/** An account whose bytes spell its name: whoever reads a vector sees who acts. */
export function named(name: string): AccountId {
  const digits = Buffer.from(name, "ascii").toString("hex")
  return accountId(`0x${digits.padEnd(DIGITS_OF_AN_ACCOUNT - 2, "0")}`)
}

/** Coldkeys. */
export const alice = named("alice")
export const bob = named("bob")
export const carol = named("carol")
/** The coldkey that owns the subnets. */
export const owner = named("owner")
/** The account that authors blocks. */
export const author = named("author")
/** An account that the chain has never seen. */
export const stranger = named("stranger")

/** Hotkeys. */
export const ownerHotkey = named("owner-hotkey")
export const validator1 = named("validator-1")
export const validator2 = named("validator-2")
export const miner1 = named("miner-1")
export const miner2 = named("miner-2")
