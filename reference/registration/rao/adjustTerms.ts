import { U110F18 } from "../../numbers/formats.js"
import { U16, U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { type NetUid, taoBalance } from "../../state/primitives.js"
import { SubtensorModuleEvents } from "../../state/rao/events.js"
import {
  AdjustmentAlpha,
  AdjustmentInterval,
  Burn,
  BurnRegistrationsThisInterval,
  Difficulty,
  LastAdjustmentBlock,
  MaxBurn,
  MaxDifficulty,
  MinBurn,
  MinDifficulty,
  NetworksAdded,
  POWRegistrationsThisInterval,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  TargetRegistrationsPerInterval,
} from "../../state/storage/subtensorModule.js"

/** How the registrations of an interval compare with what was wanted. All counts are u16. */
export interface IntervalDemand {
  readonly registrations: number
  readonly target: number
  /** How much of a term stays as it was, of u64::MAX. */
  readonly adjustmentAlpha: bigint
}

/** One of the two terms of registration, the burn in rao or the difficulty, and its bounds. All are u64. */
export interface RegistrationTerm {
  readonly current: bigint
  readonly least: bigint
  readonly most: bigint
}

const ALL = U110F18.saturatingFromInteger(U64.MAX)

/**
 * A term of registration after an interval: a part of it stays, the rest is multiplied by
 * (registrations + target) ÷ (2 · target), which is zero for a target of zero. Held between its bounds; the upper one
 * wins where they cross.
 *
 * @clause registration-50
 * @source rao:pallets/subtensor/src/coinbase/block_step.rs:230
 */
export function adjustedTerm({ current, least, most }: RegistrationTerm, demand: IntervalDemand): bigint {
  const { registrations, target } = demand
  const before = U110F18.saturatingFromInteger(current)
  const scaled = U110F18.safeDiv(
    U110F18.saturatingMul(before, U110F18.saturatingFromInteger(U16.saturatingAdd(registrations, target))),
    U110F18.saturatingFromInteger(U16.saturatingAdd(target, target)),
  )
  const alpha = U110F18.safeDiv(U110F18.saturatingFromInteger(demand.adjustmentAlpha), ALL)
  const kept = U110F18.saturatingMul(alpha, before)
  const moved = U110F18.saturatingMul(U110F18.saturatingSub(U110F18.ONE, alpha), scaled)
  const next = U110F18.saturatingAdd(kept, moved)
  if (next >= U110F18.saturatingFromInteger(most)) return most
  if (next <= U110F18.saturatingFromInteger(least)) return least
  return U110F18.saturatingToU64(next)
}

/** Which terms move at the end of an interval. */
export interface MovingTerms {
  readonly burn: boolean
  readonly difficulty: boolean
}

/**
 * Which terms move at the end of an interval. With more registrations than wanted the term of the kind that there were
 * more of; else the term of the other kind, so that it becomes cheaper; both where there were as many of either.
 *
 * @clause registration-51
 * @source rao:pallets/subtensor/src/coinbase/block_step.rs:73
 */
export function movingTerms(hasTooMany: boolean, byWork: number, byBurn: number): MovingTerms {
  if (byWork === byBurn) return { burn: true, difficulty: true }
  const difficulty = byWork > byBurn === hasTooMany
  return { burn: !difficulty, difficulty }
}

/**
 * Moves the terms of registration of every network whose interval has ended, and starts counting this block's
 * registrations anew.
 *
 * @clause registration-51
 * @source rao:pallets/subtensor/src/coinbase/block_step.rs:41
 */
export function adjustRegistrationTerms(chain: Chain): void {
  const { state, blockNumber } = chain
  for (const netuid of NetworksAdded.keys(state)) {
    const passed = U64.saturatingSub(blockNumber, LastAdjustmentBlock.get(state, netuid))
    if (passed >= BigInt(AdjustmentInterval.get(state, netuid))) endInterval(chain, netuid)
    RegistrationsThisBlock.set(state, netuid, 0)
  }
}

/**
 * Moves the terms of one network and starts counting the registrations of its next interval.
 *
 * @clause registration-51
 * @source rao:pallets/subtensor/src/coinbase/block_step.rs:62
 */
function endInterval(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  const demand = {
    registrations: RegistrationsThisInterval.get(state, netuid),
    target: TargetRegistrationsPerInterval.get(state, netuid),
    adjustmentAlpha: AdjustmentAlpha.get(state, netuid),
  }
  const moving = movingTerms(
    demand.registrations > demand.target,
    POWRegistrationsThisInterval.get(state, netuid),
    BurnRegistrationsThisInterval.get(state, netuid),
  )
  if (moving.burn) moveBurn(chain, netuid, demand)
  if (moving.difficulty) moveDifficulty(chain, netuid, demand)
  LastAdjustmentBlock.set(state, netuid, blockNumber)
  RegistrationsThisInterval.set(state, netuid, 0)
  POWRegistrationsThisInterval.set(state, netuid, 0)
  BurnRegistrationsThisInterval.set(state, netuid, 0)
}

function moveBurn({ state }: Chain, netuid: NetUid, demand: IntervalDemand): void {
  const least = MinBurn.get(state, netuid)
  const most = MaxBurn.get(state, netuid)
  Burn.mutate(state, netuid, (current) => taoBalance(adjustedTerm({ current, least, most }, demand)))
}

function moveDifficulty(chain: Chain, netuid: NetUid, demand: IntervalDemand): void {
  const { state } = chain
  const current = Difficulty.get(state, netuid)
  const least = MinDifficulty.get(state, netuid)
  const most = MaxDifficulty.get(state, netuid)
  const next = adjustedTerm({ current, least, most }, demand)
  Difficulty.set(state, netuid, next)
  chain.deposit(SubtensorModuleEvents.DifficultySet, [netuid, next])
}
