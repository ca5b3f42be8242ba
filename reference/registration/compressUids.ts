import type { Chain } from "../state/chain.js"
import { type NetUid, NO_ALPHA } from "../state/primitives.js"
import type { State } from "../state/state.js"
import {
  Active,
  AssociatedEvmAddress,
  BlockAtRegistration,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  Keys,
  LastUpdate,
  StakeWeight,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
  Weights,
} from "../state/storage/subtensorModule.js"
import type { StorageDoubleMap, StorageMap } from "../state/storageItem.js"
import { storageIndicesOf } from "../subnets/mechanismIndex.js"

/**
 * Gives the neurons that stay on a subnet the uids 0, 1, 2 and so on, in the order of those they had: every list is
 * shortened, every value moves to its new uid, and weights and bonds name the new uids and forget those that are gone.
 *
 * @param kept the old uids of the neurons that stay, ascending
 * @clause registration-16
 * @source pallets/subtensor/src/subnets/uids.rs:238
 */
export function compressUids(chain: Chain, netuid: NetUid, kept: readonly number[]): void {
  shortenLists(chain, netuid, kept)
  const newUids = new Map(kept.map((uid, place) => [uid, place]))
  for (const [from, to] of newUids) moveNeuron(chain, netuid, from, to, newUids)
  Uids.clearUnder(chain.state, netuid)
  for (const uid of newUids.values()) Uids.set(chain.state, netuid, Keys.get(chain.state, netuid, uid), uid)
}

/** Keeps of every list the places of the neurons that stay; a place beyond the end of a list reads as nothing. */
function shortenLists(chain: Chain, netuid: NetUid, kept: readonly number[]): void {
  const { state } = chain
  shorten(state, Emission, netuid, kept, NO_ALPHA)
  shorten(state, Active, netuid, kept, false)
  shorten(state, Consensus, netuid, kept, 0)
  shorten(state, Dividends, netuid, kept, 0)
  shorten(state, ValidatorTrust, netuid, kept, 0)
  shorten(state, ValidatorPermit, netuid, kept, false)
  shorten(state, StakeWeight, netuid, kept, 0)
  for (const index of storageIndicesOf(chain, netuid)) {
    shorten(state, Incentive, index, kept, 0)
    shorten(state, LastUpdate, index, kept, 0n)
  }
}

function shorten<Key, Value>(
  state: State,
  lists: StorageMap<Key, readonly Value[]>,
  key: Key,
  kept: readonly number[],
  nothing: Value,
): void {
  const list = lists.get(state, key)
  lists.set(
    state,
    key,
    kept.map((uid) => list[uid] ?? nothing),
  )
}

/** Moves what is stored under one uid to another, and lets weights and bonds name the new uids. */
function moveNeuron(
  chain: Chain,
  netuid: NetUid,
  from: number,
  to: number,
  newUids: ReadonlyMap<number, number>,
): void {
  const { state } = chain
  swapUids(state, Keys, netuid, from, to)
  swapUids(state, AssociatedEvmAddress, netuid, from, to)
  swapUids(state, BlockAtRegistration, netuid, from, to)
  for (const index of storageIndicesOf(chain, netuid)) {
    for (const rows of [Weights, Bonds]) {
      swapUids(state, rows, index, from, to)
      rows.mutate(state, index, to, (row) => renamed(row, newUids))
    }
  }
}

type Row = readonly (readonly [uid: number, value: number])[]

function renamed(row: Row, newUids: ReadonlyMap<number, number>): Row {
  return row.flatMap(([uid, value]) => {
    const newUid = newUids.get(uid)
    return newUid === undefined ? [] : [[newUid, value] as const]
  })
}

/** Exchanges what is stored under two uids; what only one of them has, the other has afterwards. */
function swapUids<Key, Value>(
  state: State,
  item: Pick<StorageDoubleMap<Key, number, Value, Value | undefined>, "get" | "set" | "remove" | "has">,
  key: Key,
  a: number,
  b: number,
): void {
  const ofA = item.has(state, key, a) ? item.get(state, key, a) : undefined
  const ofB = item.has(state, key, b) ? item.get(state, key, b) : undefined
  if (ofB === undefined) item.remove(state, key, a)
  else item.set(state, key, a, ofB)
  if (ofA === undefined) item.remove(state, key, b)
  else item.set(state, key, b, ofA)
}
