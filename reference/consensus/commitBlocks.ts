import { currentEpochWithLookahead } from "../coinbase/epochSchedule.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid, NetUidStorageIndex } from "../state/primitives.js"
import {
  CommitRevealWeightsEnabled,
  RevealPeriodEpochs,
  TimelockedWeightCommits,
  WeightCommits,
} from "../state/storage/subtensorModule.js"
import type { Neuron } from "./mechanismTotals.js"

interface Commit {
  readonly hotkey: AccountId
  readonly epoch: bigint
  readonly block: bigint
}

/**
 * Whether a commitment can no longer be revealed: its reveal period is over.
 *
 * @param revealPeriod epochs
 * @clause consensus-27
 * @source pallets/subtensor/src/subnets/weights.rs:1287
 */
export function isCommitExpired(commitEpoch: bigint, revealPeriod: bigint, currentEpoch: bigint): boolean {
  return currentEpoch > U64.saturatingAdd(commitEpoch, revealPeriod)
}

/**
 * For each uid the block of its earliest commitment on a mechanism that can still be revealed, u64::MAX where there is
 * none; undefined where the subnet has commit-reveal off.
 *
 * Of the commitments by hash the first open one in an account's queue counts, of the timelocked ones the earliest.
 *
 * @clause consensus-27
 * @source pallets/subtensor/src/epoch/run_epoch.rs:729
 */
export function earliestCommitBlocks(
  chain: Chain,
  netuid: NetUid,
  index: NetUidStorageIndex,
  neurons: readonly Neuron[],
  size: number,
): readonly bigint[] | undefined {
  if (!CommitRevealWeightsEnabled.get(chain.state, netuid)) return undefined
  const earliest = new Map<AccountId, bigint>()
  for (const { hotkey, block } of openCommits(chain, netuid, index)) {
    const before = earliest.get(hotkey)
    if (before === undefined || block < before) earliest.set(hotkey, block)
  }
  const hotkeys = new Map(neurons.map(({ hotkey, uid }) => [uid, hotkey]))
  return Array.from({ length: size }, (_, uid) => {
    const hotkey = hotkeys.get(uid)
    return (hotkey === undefined ? undefined : earliest.get(hotkey)) ?? U64.MAX
  })
}

function openCommits(chain: Chain, netuid: NetUid, index: NetUidStorageIndex): Commit[] {
  const revealPeriod = RevealPeriodEpochs.get(chain.state, netuid)
  const currentEpoch = currentEpochWithLookahead(chain, netuid)
  const isOpen = ({ epoch }: Commit) => !isCommitExpired(epoch, revealPeriod, currentEpoch)
  const byHash = hashCommits(chain, index).flatMap((queue) => queue.find(isOpen) ?? [])
  return [...byHash, ...timelockedCommits(chain, index).filter(isOpen)]
}

function hashCommits({ state }: Chain, index: NetUidStorageIndex): Commit[][] {
  return WeightCommits.entriesUnder(state, index).map(([hotkey, queue]) =>
    queue.map(([, epoch, block]) => ({ hotkey, epoch, block })),
  )
}

function timelockedCommits({ state }: Chain, index: NetUidStorageIndex): Commit[] {
  return TimelockedWeightCommits.entriesUnder(state, index).flatMap(([epoch, queue]) =>
    queue.map(([hotkey, block]) => ({ hotkey, epoch, block })),
  )
}
