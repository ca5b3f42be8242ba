import { changeSubnetOwnerIfNeeded } from "../locks/subnetOwnership.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AlphaBalance, type NetUid, NO_ALPHA } from "../state/primitives.js"
import {
  BlocksSinceLastStep,
  LastEpochBlock,
  MaxEpochsPerBlock,
  PendingEpochAt,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  SubnetEpochIndex,
} from "../state/storage/subtensorModule.js"
import { isEpochInputConsistent, shouldRunEpoch } from "./epochSchedule.js"

/** What a subnet has gathered since its last epoch, in alpha rao. */
export interface PendingEmission {
  readonly netuid: NetUid
  readonly server: AlphaBalance
  readonly validator: AlphaBalance
  readonly root: AlphaBalance
  readonly ownerCut: AlphaBalance
}

type Pending = typeof PendingServerEmission

function take({ state }: Chain, item: Pending, netuid: NetUid): AlphaBalance {
  const amount = item.get(state, netuid)
  item.set(state, netuid, NO_ALPHA)
  return amount
}

function takePending(chain: Chain, netuid: NetUid): PendingEmission {
  return {
    netuid,
    server: take(chain, PendingServerEmission, netuid),
    validator: take(chain, PendingValidatorEmission, netuid),
    root: take(chain, PendingRootAlphaDivs, netuid),
    ownerCut: take(chain, PendingOwnerCut, netuid),
  }
}

/** Puts an epoch that is due off to the next block. */
function defer(chain: Chain, netuid: NetUid): void {
  const next = U64.saturatingAdd(chain.blockNumber, 1n)
  PendingEpochAt.set(chain.state, netuid, next)
  chain.deposit(SubtensorModuleEvents.EpochDeferred, { netuid, from_block: chain.blockNumber, to_block: next })
}

/** Moves the schedule on, whether the epoch of this slot runs or is skipped. */
function consumeSlot({ state, blockNumber }: Chain, netuid: NetUid): void {
  LastEpochBlock.set(state, netuid, blockNumber)
  PendingEpochAt.set(state, netuid, 0n)
  SubnetEpochIndex.mutate(state, netuid, (index) => U64.saturatingAdd(index, 1n))
}

/**
 * Takes the pending emission of every subnet whose epoch runs in this block. Counts a block for each subnet; defers
 * epochs beyond the cap to the next block; skips, with its slot, a subnet with a doubled hotkey, whose emission stays
 * pending. A subnet whose epoch runs may change owner here.
 *
 * @param subnets in the order in which their epochs run
 * @returns in order of the subnets' numbers
 * @clause coinbase-12
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:347
 */
export function drainPending(chain: Chain, subnets: readonly NetUid[]): readonly PendingEmission[] {
  const { state } = chain
  const cap = MaxEpochsPerBlock.get(state)
  const drained: PendingEmission[] = []
  for (const netuid of subnets) {
    BlocksSinceLastStep.mutate(state, netuid, (blocks) => U64.saturatingAdd(blocks, 1n))
    if (!shouldRunEpoch(chain, netuid)) continue
    if (drained.length >= cap) {
      defer(chain, netuid)
      continue
    }
    if (isEpochInputConsistent(chain, netuid)) {
      BlocksSinceLastStep.set(state, netuid, 0n)
      drained.push(takePending(chain, netuid))
      changeSubnetOwnerIfNeeded(chain, netuid)
    } else {
      chain.deposit(SubtensorModuleEvents.EpochSkipped, { netuid, block: chain.blockNumber })
    }
    consumeSlot(chain, netuid)
  }
  return drained.sort((a, b) => a.netuid - b.netuid)
}
