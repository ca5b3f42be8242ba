import { earnersOf } from "../../../reference/coinbase/dividendEarners.js"
import { type DividendSplit, splitDividends } from "../../../reference/coinbase/dividendSplit.js"
import type { PendingEmission } from "../../../reference/coinbase/pendingEmission.js"
import { type Epoch, runEpoch } from "../../../reference/consensus/epoch.js"
import type { EpochInput } from "../../../reference/consensus/epochInput.js"
import { epochWithMechanisms } from "../../../reference/consensus/epochWithMechanisms.js"
import { neuronsOf, readEpochInput } from "../../../reference/consensus/readEpochInput.js"
import { hotkeyTake } from "../../../reference/staking/delegates.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../../../reference/staking/stake.js"
import type { Chain } from "../../../reference/state/chain.js"
import { type AccountId, alphaBalance, type NetUid } from "../../../reference/state/primitives.js"
import {
  MechanismCountCurrent,
  OwnedHotkeys,
  Owner,
  SubnetOwner,
  SubnetOwnerHotkey,
  TaoWeight,
  Tempo,
  TotalHotkeyAlpha,
} from "../../../reference/state/storage/subtensorModule.js"

/** An epoch of a subnet with one mechanism, and how what it had gathered is divided by it. */
export interface EpochView {
  readonly pending: PendingEmission
  readonly tempo: number
  readonly input: EpochInput
  readonly epoch: Epoch
  readonly split: DividendSplit
  readonly hotkeys: readonly AccountId[]
  /** By uid, of 65535. */
  readonly takes: readonly number[]
  /** Those on the subnet that belong to its owner: what they mine is withheld. */
  readonly ownerHotkeys: ReadonlySet<AccountId>
}

/** What stands on a neuron's hotkey, in alpha rao. */
export interface NeuronStake {
  readonly hotkey: AccountId
  /** Of all coldkeys. */
  readonly total: bigint
  /** Of the coldkey that owns the hotkey. */
  readonly ofOwner: bigint
}

/** Looks at an epoch that is about to run. Nothing is changed by looking. */
export function viewEpoch(chain: Chain, pending: PendingEmission): EpochView {
  const { netuid, server, validator, root } = pending
  const { state } = chain
  if (MechanismCountCurrent.get(state, netuid) !== 1) throw new Error(`subnet ${netuid} has several mechanisms`)
  const total = alphaBalance(server + validator + root)
  const input = readEpochInput(chain, netuid, 0, total)
  const hotkeys = neuronsOf(chain, netuid).map(({ hotkey }) => hotkey)
  return {
    pending,
    tempo: Tempo.get(state, netuid),
    input,
    epoch: runEpoch(input),
    split: chain.simulate(() => {
      const emissions = epochWithMechanisms(chain, netuid, total)
      const earners = earnersOf(chain, netuid, emissions)
      return splitDividends({
        earners,
        pendingValidator: validator,
        pendingRoot: root,
        taoWeight: TaoWeight.get(state),
      })
    }),
    hotkeys,
    takes: hotkeys.map((hotkey) => hotkeyTake(chain, hotkey)),
    ownerHotkeys: new Set([
      SubnetOwnerHotkey.get(state, netuid),
      ...OwnedHotkeys.get(state, SubnetOwner.get(state, netuid)),
    ]),
  }
}

/** The stake of every neuron of a subnet, by uid. */
export function stakeOfNeurons(chain: Chain, netuid: NetUid): readonly NeuronStake[] {
  return neuronsOf(chain, netuid).map(({ hotkey }) => ({
    hotkey,
    total: TotalHotkeyAlpha.get(chain.state, hotkey, netuid),
    ofOwner: stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, Owner.get(chain.state, hotkey), netuid),
  }))
}
