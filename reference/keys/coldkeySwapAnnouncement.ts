import { blake2b } from "@noble/hashes/blake2.js"
import { U32 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureRoot, ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type Hash, hash, type TaoBalance } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { fromHex, toHex } from "../state/scaleTypes.js"
import {
  ColdkeySwapAnnouncementDelay,
  ColdkeySwapAnnouncements,
  ColdkeySwapDisputes,
  ColdkeySwapReannouncementDelay,
} from "../state/storage/subtensorModule.js"
import { payForColdkeySwap, swapColdkey } from "./swapColdkey.js"

/**
 * Announces that the coldkey that signed will be swapped for one of which only the hash is told. The first announcement
 * costs; another may replace it only some time after the first one's term.
 *
 * @clause keys-43
 * @source pallets/subtensor/src/macros/dispatches.rs:2263
 */
export function announceColdkeySwap(chain: Chain, origin: Origin, newColdkeyHash: Hash): void {
  const who = ensureSigned(origin)
  const announced = ColdkeySwapAnnouncements.get(chain.state, who)
  if (announced === undefined) payForColdkeySwap(chain, who, chain.constants.keySwapCost)
  else ensureReannouncementDelay(chain, announced[0], "SubtensorModule.ColdkeySwapReannouncedTooEarly")
  const term = U32.saturatingAdd(Number(chain.blockNumber), ColdkeySwapAnnouncementDelay.get(chain.state))
  ColdkeySwapAnnouncements.set(chain.state, who, [term, newColdkeyHash])
  chain.deposit(SubtensorModuleEvents.ColdkeySwapAnnounced, { who, new_coldkey_hash: newColdkeyHash })
}

/**
 * Refuses until the delay for another announcement has gone by since an announcement's term.
 *
 * @clause keys-43, keys-46
 * @source pallets/subtensor/src/macros/dispatches.rs:2272
 */
function ensureReannouncementDelay(
  { state, blockNumber }: Chain,
  term: number,
  error: "SubtensorModule.ColdkeySwapReannouncedTooEarly" | "SubtensorModule.ColdkeySwapClearTooEarly",
): void {
  const due = U32.saturatingAdd(term, ColdkeySwapReannouncementDelay.get(state))
  ensure(blockNumber >= due, error)
}

/**
 * Carries out an announced swap of the coldkey that signed, once its term has come.
 *
 * @clause keys-44
 * @source pallets/subtensor/src/macros/dispatches.rs:2301
 */
export function swapColdkeyAnnounced(chain: Chain, origin: Origin, newColdkey: AccountId): void {
  const who = ensureSigned(origin)
  const announced = ColdkeySwapAnnouncements.get(chain.state, who)
  if (announced === undefined) throw refuse("SubtensorModule.ColdkeySwapAnnouncementNotFound")
  const [term, expected] = announced
  ColdkeySwapAnnouncements.remove(chain.state, who)
  ensure(hashOf(newColdkey) === expected, "SubtensorModule.AnnouncedColdkeyHashDoesNotMatch")
  ensure(chain.blockNumber >= term, "SubtensorModule.ColdkeySwapTooEarly")
  swapColdkey(chain, who, newColdkey)
}

/** The hash by which an account is announced: blake2b of 32 bytes. */
function hashOf(account: AccountId): Hash {
  return hash(toHex(blake2b(fromHex(account), { dkLen: 32 })))
}

/**
 * Disputes the announced swap of the coldkey that signed: it can do nothing any more until root resets the swap.
 *
 * @clause keys-45
 * @source pallets/subtensor/src/macros/dispatches.rs:2332
 */
export function disputeColdkeySwap(chain: Chain, origin: Origin): void {
  const coldkey = ensureSigned(origin)
  ensure(ColdkeySwapAnnouncements.has(chain.state, coldkey), "SubtensorModule.ColdkeySwapAnnouncementNotFound")
  ensure(!ColdkeySwapDisputes.has(chain.state, coldkey), "SubtensorModule.ColdkeySwapAlreadyDisputed")
  ColdkeySwapDisputes.set(chain.state, coldkey, Number(chain.blockNumber))
  chain.deposit(SubtensorModuleEvents.ColdkeySwapDisputed, { coldkey })
}

/**
 * Takes back the announcement of the coldkey that signed, some time after its term.
 *
 * @clause keys-46
 * @source pallets/subtensor/src/macros/dispatches.rs:2470
 */
export function clearColdkeySwapAnnouncement(chain: Chain, origin: Origin): void {
  const who = ensureSigned(origin)
  const announced = ColdkeySwapAnnouncements.get(chain.state, who)
  if (announced === undefined) throw refuse("SubtensorModule.ColdkeySwapAnnouncementNotFound")
  ensureReannouncementDelay(chain, announced[0], "SubtensorModule.ColdkeySwapClearTooEarly")
  ColdkeySwapAnnouncements.remove(chain.state, who)
  chain.deposit(SubtensorModuleEvents.ColdkeySwapCleared, { who })
}

/**
 * Root ends a coldkey's swap: announcement and dispute are gone.
 *
 * @clause keys-47
 * @source pallets/subtensor/src/macros/dispatches.rs:2359
 */
export function resetColdkeySwap(chain: Chain, origin: Origin, coldkey: AccountId): void {
  ensureRoot(origin)
  forgetSwap(chain, coldkey)
  chain.deposit(SubtensorModuleEvents.ColdkeySwapReset, { who: coldkey })
}

/**
 * Root swaps a coldkey for another, for a price that it names; announcement and dispute are gone.
 *
 * @clause keys-48
 * @source pallets/subtensor/src/macros/dispatches.rs:1074
 */
export function swapColdkeyByRoot(
  chain: Chain,
  origin: Origin,
  from: AccountId,
  to: AccountId,
  cost: TaoBalance,
): void {
  ensureRoot(origin)
  if (cost > 0n) payForColdkeySwap(chain, from, cost)
  swapColdkey(chain, from, to)
  forgetSwap(chain, from)
}

function forgetSwap({ state }: Chain, coldkey: AccountId): void {
  ColdkeySwapAnnouncements.remove(state, coldkey)
  ColdkeySwapDisputes.remove(state, coldkey)
}

/**
 * The call by which swaps were once scheduled: it refuses everybody with SubtensorModule.Deprecated.
 *
 * @clause keys-49
 * @source pallets/subtensor/src/macros/dispatches.rs:1311
 */
export function refuseScheduledColdkeySwap(): never {
  throw refuse("SubtensorModule.Deprecated")
}
