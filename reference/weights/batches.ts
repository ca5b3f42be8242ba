import type { Chain } from "../state/chain.js"
import { dispatchErrorOf } from "../state/dispatchError.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type Hash, type NetUid, netUid } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { MAIN_MECHANISM } from "../subnets/mechanismIndex.js"
import { setWeightsOpenly } from "./setWeights.js"

/** Weights for several subnets: element i of each list belongs to the i-th. */
export interface WeightLists {
  readonly netuids: readonly number[]
  /** For each subnet pairs of a uid and its weight. */
  readonly weights: readonly (readonly (readonly [number, number])[])[]
  readonly versionKeys: readonly bigint[]
}

/**
 * Sets weights in the open for the main mechanisms of several subnets. What is refused for one does not keep the others
 * from being set.
 *
 * @clause weights-30
 * @source pallets/subtensor/src/subnets/weights.rs:1029
 */
export function batchSetWeights(chain: Chain, origin: Origin, { netuids, weights, versionKeys }: WeightLists): void {
  const hotkey = ensureSigned(origin)
  ensureSameLengths(netuids, weights, versionKeys)
  settleBatch(chain, hotkey, netuids, zip(weights, versionKeys), (netuid, [pairs, versionKey]) => {
    const [uids, values] = [pairs.map(([uid]) => uid), pairs.map(([, value]) => value)]
    setWeightsOpenly(chain, origin, { netuid, mechanism: MAIN_MECHANISM, uids, values, versionKey })
  })
}

/**
 * Commits to a hash for the main mechanism of each of several subnets. What is refused for one does not keep the others
 * from being committed.
 *
 * @clause weights-31
 * @source pallets/subtensor/src/subnets/weights.rs:170
 */
export function batchCommitWeights(
  chain: Chain,
  origin: Origin,
  netuids: readonly number[],
  hashes: readonly Hash[],
): void {
  const hotkey = ensureSigned(origin)
  ensureSameLengths(netuids, hashes)
  settleBatch(chain, hotkey, netuids, hashes, (netuid, hash) =>
    chain.fork.rules.weights.commitWeights(chain, origin, netuid, MAIN_MECHANISM, hash),
  )
}

/**
 * Refuses lists of different lengths with SubtensorModule.InputLengthsUnequal.
 *
 * @clause weights-32
 * @source pallets/subtensor/src/guards/check_weights.rs:47
 */
export function ensureSameLengths(...lists: readonly (readonly unknown[])[]): void {
  ensure(new Set(lists.map(({ length }) => length)).size === 1, "SubtensorModule.InputLengthsUnequal")
}

/**
 * Runs a rule for each subnet, and after the last tells what was refused.
 *
 * @clause weights-29
 * @source pallets/subtensor/src/subnets/weights.rs:199
 */
function settleBatch<Item>(
  chain: Chain,
  hotkey: AccountId,
  netuids: readonly number[],
  items: readonly Item[],
  run: (netuid: NetUid, item: Item) => void,
): void {
  const refused = zip(netuids, items).flatMap(([number, item]) => {
    const subnet = netUid(number)
    const outcome = attempt(() => run(subnet, item))
    return outcome.ok ? [] : [{ subnet, error: outcome.error }]
  })
  if (refused.length > 0) chain.deposit(SubtensorModuleEvents.BatchCompletedWithErrors, undefined)
  for (const { subnet, error } of refused) {
    chain.fork.rules.weights.depositItemFailed(chain, subnet, dispatchErrorOf(chain, error))
  }
  chain.deposit(SubtensorModuleEvents.BatchWeightsCompleted, [netuids, hotkey])
}

/** The pairs of two lists that are equally long. */
function zip<Left, Right>(left: readonly Left[], right: readonly Right[]): readonly (readonly [Left, Right])[] {
  return left.flatMap((item, place) => right.slice(place, place + 1).map((other) => [item, other] as const))
}
