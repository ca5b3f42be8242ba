import { brand } from "../numbers/brand.js"
import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { AccountId, AlphaBalance } from "../state/primitives.js"
import type { EpochOutput } from "./epoch.js"

/** A neuron: its uid and its hotkey. */
export interface Neuron {
  readonly uid: number
  readonly hotkey: AccountId
}

/** What an epoch gave one hotkey over all mechanisms. Fractions are u16, one being 65535. */
export interface NeuronTerms extends Neuron {
  readonly active: boolean
  readonly validatorPermit: boolean
  readonly stakeWeight: number
  readonly consensus: number
  readonly dividends: number
  readonly validatorTrust: number
  readonly emission: AlphaBalance
  readonly serverEmission: AlphaBalance
  readonly validatorEmission: AlphaBalance
  /** Added up over the mechanisms: so many times the stake. */
  readonly stake: bigint
}

const NOTHING: Omit<NeuronTerms, "uid" | "hotkey"> = {
  active: false,
  validatorPermit: false,
  stakeWeight: 0,
  consensus: 0,
  dividends: 0,
  validatorTrust: 0,
  emission: brand<AlphaBalance>(0n),
  serverEmission: brand<AlphaBalance>(0n),
  validatorEmission: brand<AlphaBalance>(0n),
  stake: 0n,
}

/**
 * A neuron before any mechanism has given it anything.
 *
 * @clause consensus-26
 * @source pallets/subtensor/src/subnets/mechanism.rs:361
 */
export function noTerms({ uid, hotkey }: Neuron): NeuronTerms {
  return { uid, hotkey, ...NOTHING }
}

/**
 * A mechanism's part in the terms of its subnet: its part of the emission. Without any emission the first mechanism is
 * all.
 *
 * @clause consensus-26
 * @source pallets/subtensor/src/subnets/mechanism.rs:307
 */
export function mechanismWeight(part: AlphaBalance, whole: AlphaBalance, mechanism: number): U64F64 {
  const alone = mechanism === 0 ? U64F64.ONE : U64F64.ZERO
  return U64F64.safeDivOr(U64F64.saturatingFromInteger(part), U64F64.saturatingFromInteger(whole), alone)
}

/**
 * The terms of a neuron with what one more mechanism gave it: emissions and stake are added up, permits and activity
 * count if any mechanism gave them, and the rest is added in proportion to the mechanism's weight.
 *
 * @clause consensus-26
 * @source pallets/subtensor/src/subnets/mechanism.rs:325
 */
export function addMechanism(terms: NeuronTerms, output: EpochOutput, weight: U64F64): NeuronTerms {
  const { uid } = terms
  return {
    uid,
    hotkey: terms.hotkey,
    active: terms.active || (output.active[uid] ?? false),
    validatorPermit: terms.validatorPermit || (output.validatorPermits[uid] ?? false),
    stakeWeight: addWeightedU16(terms.stakeWeight, output.stakeWeight[uid], weight),
    consensus: addWeightedU16(terms.consensus, output.consensus[uid], weight),
    dividends: addWeightedU16(terms.dividends, output.dividends[uid], weight),
    validatorTrust: addWeightedU16(terms.validatorTrust, output.validatorTrust[uid], weight),
    emission: addWeighted(terms.emission, output.emission[uid], weight),
    serverEmission: addAmount(terms.serverEmission, output.serverEmission[uid]),
    validatorEmission: addAmount(terms.validatorEmission, output.validatorEmission[uid]),
    stake: addAmount(terms.stake, output.stake[uid]),
  }
}

function addAmount<T extends bigint>(before: T, added: T | undefined): T {
  return added === undefined ? before : U64.saturatingAdd(before, added)
}

function weightedSum(before: number | bigint, added: number | bigint, weight: U64F64): U64F64 {
  const part = U64F64.saturatingMul(U64F64.saturatingFromInteger(added), weight)
  return U64F64.saturatingAdd(U64F64.saturatingFromInteger(before), part)
}

function addWeightedU16(before: number, added: number | undefined, weight: U64F64): number {
  return U64F64.saturatingToU16(weightedSum(before, added ?? 0, weight))
}

function addWeighted(before: AlphaBalance, added: AlphaBalance | undefined, weight: U64F64): AlphaBalance {
  return brand<AlphaBalance>(U64F64.saturatingToU64(weightedSum(before, added ?? 0n, weight)))
}
