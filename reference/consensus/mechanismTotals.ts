import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { type AccountId, type AlphaBalance, alphaBalance, NO_ALPHA } from "../state/primitives.js"
import type { EpochOutput } from "./epoch.js"
import { elementAt } from "./sparseMatrix.js"

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
  emission: NO_ALPHA,
  serverEmission: NO_ALPHA,
  validatorEmission: NO_ALPHA,
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
  const given = <T>(byUid: readonly T[], nothing: T) => elementAt(byUid, terms.uid, nothing)
  const addProportion = (before: number, byUid: readonly number[]) =>
    U64F64.saturatingToU16(addWeighted(before, given(byUid, 0), weight))
  return {
    uid: terms.uid,
    hotkey: terms.hotkey,
    active: terms.active || given(output.active, false),
    validatorPermit: terms.validatorPermit || given(output.validatorPermits, false),
    stakeWeight: addProportion(terms.stakeWeight, output.stakeWeight),
    consensus: addProportion(terms.consensus, output.consensus),
    dividends: addProportion(terms.dividends, output.dividends),
    validatorTrust: addProportion(terms.validatorTrust, output.validatorTrust),
    emission: alphaBalance(
      U64F64.saturatingToU64(addWeighted(terms.emission, given(output.emission, NO_ALPHA), weight)),
    ),
    serverEmission: U64.saturatingAdd(terms.serverEmission, given(output.serverEmission, NO_ALPHA)),
    validatorEmission: U64.saturatingAdd(terms.validatorEmission, given(output.validatorEmission, NO_ALPHA)),
    stake: U64.saturatingAdd(terms.stake, given(output.stake, 0n)),
  }
}

function addWeighted(before: number | bigint, added: number | bigint, weight: U64F64): U64F64 {
  const part = U64F64.saturatingMul(U64F64.saturatingFromInteger(added), weight)
  return U64F64.saturatingAdd(U64F64.saturatingFromInteger(before), part)
}
