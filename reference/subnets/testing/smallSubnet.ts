import { appendNeuron } from "../../registration/neuronSlots.js"
import { accountOf, blankChain } from "../../state/blankChain.js"
import { Chain } from "../../state/chain.js"
import type { CallHandler } from "../../state/dispatch.js"
import { type AccountId, type NetUid, netUid } from "../../state/primitives.js"
import {
  CommitRevealWeightsEnabled,
  LastEpochBlock,
  MaxAllowedUids,
  NetworksAdded,
  SubnetOwner,
} from "../../state/storage/subtensorModule.js"

/** The subnet that rules are tried on. */
export const SUBNET: NetUid = netUid(1)

/** The coldkey that owns the subnet. */
export const OWNER: AccountId = accountOf(0xa0)

/** The hotkey of the neuron that `smallSubnet` registers under a uid. */
export const hotkeyOf = (uid: number): AccountId => accountOf(uid + 1)

/** The same chain at work on another block, without the events so far. */
export function atBlock(chain: Chain, number: bigint): Chain {
  return new Chain(chain.fork, chain.state, { ...chain.block, number })
}

/**
 * A chain at work on block 1000 with subnet 1, whose last epoch was in block 900, and these many neurons, registered in
 * block 1, on it. Weights are set in the open.
 */
export function smallSubnet(neurons: number, calls: readonly CallHandler<unknown>[] = []): Chain {
  const chain = blankChain(calls)
  const { state } = chain
  NetworksAdded.set(state, SUBNET, true)
  SubnetOwner.set(state, SUBNET, OWNER)
  MaxAllowedUids.set(state, SUBNET, 256)
  CommitRevealWeightsEnabled.set(state, SUBNET, false)
  LastEpochBlock.set(state, SUBNET, 900n)
  for (let uid = 0; uid < neurons; uid++) appendNeuron(chain, SUBNET, hotkeyOf(uid))
  return atBlock(chain, 1_000n)
}
